import { compile, responseDefinitions } from "../../model/index.ts";
import { renderText, responsesDocument, responsesJson } from "../../report/index.ts";
import { EXIT } from "../exit-code.ts";
import { loadScenario } from "../load-scenario.ts";
import { paintFor } from "../paint.ts";
import type { Verb } from "../program.ts";

/** Lists what a run of a scenario is asked for; without a file, of the starter. */
export const responses: Verb = async (file, flags, { streams: { stdout, env } }) => {
  const { clinic } = await loadScenario(file, flags);
  // No response depends on when the clock changes.
  const definitions = responseDefinitions(compile(clinic, []));
  if (flags.json === true) stdout.write(responsesJson(clinic.name, definitions));
  else {
    const { columns } = stdout;
    stdout.write(
      renderText(responsesDocument(clinic.name, definitions), {
        paint: paintFor(stdout, flags, env),
        ...(columns === undefined ? {} : { width: columns }),
      }),
    );
  }
  return EXIT.done;
};
