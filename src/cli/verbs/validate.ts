import { renderText, validationDocument, validationJson } from "../../report/index.ts";
import { EXIT } from "../exit-code.ts";
import { loadScenario } from "../load-scenario.ts";
import { paintFor } from "../paint.ts";
import type { Verb } from "../program.ts";
import { checkTimeZone } from "../resolve-clock.ts";

/** Checks a scenario and shows what is known of it before it runs. */
export const validate: Verb = async (file = "", flags, { streams: { stdout, env } }) => {
  const scenario = await loadScenario(file, flags);
  await checkTimeZone(scenario.clinic);
  if (flags.json === true) stdout.write(validationJson(scenario));
  else if (flags.quiet !== true) {
    const { columns } = stdout;
    const document = validationDocument(scenario);
    stdout.write(
      renderText(document, {
        paint: paintFor(stdout, flags, env),
        ...(columns === undefined ? {} : { width: columns }),
      }),
    );
  }
  return EXIT.done;
};
