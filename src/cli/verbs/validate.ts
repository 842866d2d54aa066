import { compile, offeredLoads } from "../../model/index.ts";
import { renderText, type Validation, validationDocument, validationJson } from "../../report/index.ts";
import { EXIT } from "../exit-code.ts";
import { loadScenario } from "../load-scenario.ts";
import { paintFor } from "../paint.ts";
import type { Verb } from "../program.ts";
import { resolveClock } from "../resolve-clock.ts";

/** Checks a scenario and shows what is known of it before it runs. */
export const validate: Verb = async (file = "", flags, { streams: { stdout, env } }) => {
  const scenario = await loadScenario(file, flags);
  const offsets = await resolveClock(scenario.clinic);
  const loads = offeredLoads(compile(scenario.clinic, offsets.changes));
  const validation: Validation = { scenario, loads };
  if (flags.json === true) stdout.write(validationJson(validation));
  else if (flags.quiet !== true) {
    const { columns } = stdout;
    const document = validationDocument(validation);
    stdout.write(
      renderText(document, {
        paint: paintFor(stdout, flags, env),
        ...(columns === undefined ? {} : { width: columns }),
      }),
    );
  }
  return EXIT.done;
};
