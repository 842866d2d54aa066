import { scenarioJsonSchema } from "../../scenario/index.ts";
import { EXIT } from "../exit-code.ts";
import type { Verb } from "../program.ts";

/** Prints the JSON Schema of scenario files. */
export const schema: Verb = async (_files, _flags, { streams }) => {
  streams.stdout.write(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
  return EXIT.done;
};
