/** Prints the fingerprints of this Node, a line for each; the only argument is the subject's JSON file (see same-bytes.mjs). */
import { readFileSync } from "node:fs";
import { fingerprints } from "./fingerprints.mjs";

for (const [subject, hash] of fingerprints(JSON.parse(readFileSync(process.argv[2], "utf8")))) {
  process.stdout.write(`${subject}\t${hash}\n`);
}
