import { InputError } from "../../errors.ts";
import { policiesDocument, policiesJson, policyListDocument } from "../../report/index.ts";
import { didYouMean, type KnownPolicy, type PolicySeam, policyCatalogue } from "../../scenario/index.ts";
import { EXIT } from "../exit-code.ts";
import type { Verb } from "../program.ts";
import { showDocument } from "../show-document.ts";

/** Lists every policy, or tells all of those of a name. */
export const policies: Verb = async ([name], flags, { streams }) => {
  const catalogue = policyCatalogue();
  const wanted =
    name === undefined ? catalogue.flatMap((seam) => seam.policies) : policiesNamed(name, catalogue);
  if (flags.json === true) {
    streams.stdout.write(policiesJson(wanted));
    return EXIT.done;
  }
  const document = name === undefined ? policyListDocument(catalogue) : policiesDocument(wanted);
  showDocument(document, flags, streams);
  return EXIT.done;
};

/** Of every seam that has the name, of a whole seam, or of one: `triage/none`. Throws InputError where there is none. */
function policiesNamed(name: string, catalogue: readonly PolicySeam[]): readonly KnownPolicy[] {
  const all = catalogue.flatMap((seam) => seam.policies);
  const found = all.filter(({ seam, type }) => name === type || name === seam || name === `${seam}/${type}`);
  if (found.length > 0) return found;
  const full = all.map(({ seam, type }) => `${seam}/${type}`);
  const known = name.includes("/")
    ? full
    : [...new Set(all.map(({ type }) => type)), ...catalogue.map(({ seam }) => seam)];
  throw new InputError([
    {
      code: "unknown-policy",
      path: "",
      message: `there is no policy ${JSON.stringify(name)}`,
      hint: didYouMean(name, known),
      severity: "error",
    },
  ]);
}
