import { compile, responseDefinitions } from "../../model/index.ts";
import { responsesDocument, responsesJson } from "../../report/index.ts";
import { EXIT } from "../exit-code.ts";
import { loadScenario } from "../load-scenario.ts";
import type { Verb } from "../program.ts";
import { showDocument } from "../show-document.ts";

/** Lists what a run of a scenario is asked for; without a file, of the starter. */
export const responses: Verb = async ([file], flags, { streams }) => {
  const { clinic } = await loadScenario(file, flags);
  // No response depends on when the clock changes.
  const definitions = responseDefinitions(compile(clinic, []));
  if (flags.json === true) streams.stdout.write(responsesJson(clinic.name, definitions));
  else showDocument(responsesDocument(clinic.name, definitions), flags, streams);
  return EXIT.done;
};
