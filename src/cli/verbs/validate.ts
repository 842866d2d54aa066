import { validationDocument, validationJson } from "../../report/index.ts";
import { EXIT } from "../exit-code.ts";
import { loadScenario } from "../load-scenario.ts";
import type { Verb } from "../program.ts";
import { checkTimeZone } from "../resolve-clock.ts";
import { showDocument } from "../show-document.ts";

/** Checks a scenario and shows what is known of it before it runs. */
export const validate: Verb = async ([file = ""], flags, { streams }) => {
  const scenario = await loadScenario(file, flags);
  await checkTimeZone(scenario.clinic);
  if (flags.json === true) streams.stdout.write(validationJson(scenario));
  else if (flags.quiet !== true) showDocument(validationDocument(scenario), flags, streams);
  return EXIT.done;
};
