import type { Block, Document } from "./document.ts";
import { isVerified, type Verification, type VerificationDifference } from "./verification.ts";
import { counted, listed } from "./words.ts";

const FORMAT = "clinicsim/verification/1";
/** Numbers of a sample that are named. */
const MOST_NAMED = 12;
const ENGINE_DIGITS = 12;

export function verificationJson(verification: Verification): string {
  return `${JSON.stringify({ format: FORMAT, verified: verification.redone !== undefined && isVerified(verification), ...verification }, null, 2)}\n`;
}

/** What somebody reads who wants to know whether a result is what it says. */
export function verificationDocument(verification: Verification): Document {
  const { folder, title, version, engine, strangers } = verification;
  return [
    {
      type: "title",
      text: `${folder}: ${verdictText(verification)}`,
      under: `${title} · clinicsim ${version} · engine ${engine.replace("source-", "").slice(0, ENGINE_DIGITS)}`,
    },
    {
      type: "list",
      items: [...filesTexts(verification), ...redoneTexts(verification)],
      tone: "plain",
      mark: "–",
    },
    ...differenceBlocks(verification),
    ...(strangers.length === 0
      ? []
      : [
          {
            type: "list",
            items: [`${listed(strangers.slice(0, MOST_NAMED))}: not part of the result, and not looked at`],
            tone: "caution",
            mark: "!",
          } as const,
        ]),
  ];
}

function verdictText(verification: Verification): string {
  if (isVerified(verification) && verification.redone === undefined)
    return "the files are as they were written; nothing was made again";
  if (isVerified(verification))
    return verification.redone?.all === true ? "every byte as it was made" : "as it was made";
  return verification.redone === undefined && verification.count === 0
    ? "not as it was written"
    : "not as it was made";
}

function filesTexts({ files }: Verification): readonly string[] {
  const wrong = files.filter(({ state }) => state !== "as listed");
  if (wrong.length === 0) {
    const many = files.length === 1 ? "the file has" : `all ${files.length} files have`;
    return [`${many} the bytes that the manifest lists`];
  }
  return wrong.map(({ file, state }) => {
    const what =
      state === "missing" || state === "no plain file" ? state : `${state} than the manifest lists`;
    return `${file}: ${what}`;
  });
}

function redoneTexts({ redone, why, sameEngine, count }: Verification): readonly string[] {
  if (redone === undefined) return why === undefined ? [] : [why];
  const { all, unit, units, sample, within, note } = redone;
  const by = sameEngine ? "" : " by this version's engine, which is another one";
  const same = count === 0 ? ", and everything is the same" : "";
  const named = sample.length <= MOST_NAMED ? ` (${sample.join(", ")})` : "";
  const what = all
    ? `made again from the manifest${by}: every file, with ${units === 1 ? `its ${unit}` : `all ${counted(units, unit)}`}${same}`
    : `made again${by}: ${sample.length} of ${counted(units, unit)}${named}${same}`;
  return [
    what,
    ...(note === undefined ? [] : [note]),
    ...(within === undefined
      ? []
      : [`made again from ${within}: every file${count === 0 ? ", to the same bytes" : ""}`]),
    ...(all || within !== undefined
      ? []
      : ["what is computed from all of them together was not made again: --all does that"]),
  ];
}

function differenceBlocks({ count, differences }: Verification): readonly Block[] {
  if (count === 0) return [];
  const items = differences.map(differenceText);
  const more = count - differences.length;
  return [
    { type: "heading", text: counted(count, "difference") },
    { type: "list", items: more === 0 ? items : [...items, `and ${more} more`], tone: "bad", mark: "✗" },
  ];
}

/** `replications.csv, replication 17, first_reply_p90_business_h: 7.2 in the folder, 7.3 now` */
function differenceText({ file, at, column, there, now, by }: VerificationDifference): string {
  const place = [file, at, ...(column === undefined ? [] : [column])].join(", ");
  const text = (value: string) => (value === "" ? "nothing" : value);
  return `${place}: ${text(there)} in the folder, ${text(now)} ${by === undefined ? "now" : `by ${by}`}`;
}
