import { join } from "node:path";
import { InputError, type Issue } from "../../errors.ts";
import { differenceOf } from "../../experiment/index.ts";
import { engineId, type JournalHeader, readJournal, SweepFolder } from "../../node/index.ts";
import { EXIT } from "../exit-code.ts";
import { flagFaults } from "../flag-faults.ts";
import { countOf } from "../left-points.ts";
import type { Verb } from "../program.ts";
import { reportBeside } from "../report-beside.ts";
import { showSweep } from "../show-sweep.ts";
import { formatAndOut } from "../sweep-flags.ts";
import { sweepName } from "../sweep-name.ts";
import { readKnownSweep, writeSweep } from "../write-sweep.ts";

/** Joins the shards of a sweep to the very result that the whole sweep would have had. */
export const merge: Verb = async (folders, flags, surroundings) => {
  const { argv, streams } = surroundings;
  const faults = flagFaults(flags);
  const [format, out] = formatAndOut(faults);
  faults.finish();
  const started = new Date();
  const header = await checkShards(folders);
  const { terms } = header;
  const name = sweepName(terms, { format });
  const path = join(out, name);
  const known = flags.force === true ? undefined : await readKnownSweep(path, terms);
  if (known !== undefined) {
    showSweep(known, `already in ${path}: nothing was joined`, flags, streams);
    await reportBeside(path, flags, surroundings);
    return EXIT.done;
  }
  const folder = await SweepFolder.open(out, name, { terms });
  try {
    const { journal } = folder;
    for (const each of folders) {
      const shard = await readJournal(each);
      try {
        for (let point = 1; point <= terms.points; point++) {
          if (!shard.has(point) || journal.has(point)) continue;
          // What came from elsewhere is not remembered for other sweeps: nobody here has computed it.
          await journal.keep(await shard.record(point));
        }
      } finally {
        await shard.close();
      }
    }
    const summary = await writeSweep(path, journal, format, { started, argv, by: 1 });
    showSweep(summary, `${folders.length} folders joined\nwritten to ${path}`, flags, streams);
    await reportBeside(path, flags, surroundings);
    return EXIT.done;
  } finally {
    await folder.close();
  }
};

/** What the shards say of the sweep. Throws InputError where they are of several, or do not have all of its points. */
async function checkShards(folders: readonly string[]): Promise<JournalHeader> {
  const issues: Issue[] = [];
  const refuse = (code: string, message: string, hint: string) =>
    issues.push({ code, path: "", message, hint, severity: "error" });
  let first: JournalHeader | undefined;
  let there = new Uint8Array();
  for (const folder of folders) {
    const journal = await readJournal(folder);
    await journal.close();
    const { header } = journal;
    if (first === undefined) {
      first = header;
      there = new Uint8Array(header.terms.points + 1);
    }
    const difference = differenceOf(header.terms, first.terms);
    if (difference !== undefined) {
      refuse(
        "another-sweep",
        `${folder} is of another sweep than ${folders[0]}: ${difference}`,
        "join only shards of one sweep",
      );
    } else {
      for (let point = 1; point < there.length; point++) if (journal.has(point)) there[point] = 1;
    }
  }
  if (first === undefined) throw new Error("merge was called without folders");
  if (first.terms.engine !== engineId()) {
    refuse(
      "another-engine",
      `${folders[0]} was computed by another engine than this one`,
      "join them with the version of clinicsim that computed them",
    );
  }
  if (issues.length === 0)
    for (const what of missing(there, first))
      refuse("missing-points", what, "run it, or name its folder too; it goes on where it was stopped");
  if (issues.length > 0) throw new InputError(issues);
  return first;
}

/** Which points are not there, shard by shard where there are shards. */
function missing(there: Uint8Array, { terms, shard }: JournalHeader): readonly string[] {
  const of = shard?.[1] ?? 1;
  const lacking = Array.from({ length: of }, () => 0);
  for (let point = 1; point <= terms.points; point++) if (there[point] === 0) lacking[(point - 1) % of]! += 1;
  return lacking.flatMap((count, i) => {
    if (count === 0) return [];
    const all = countOf(shard === undefined ? { terms } : { terms, shard: [i + 1, of] });
    const which = shard === undefined ? "the sweep" : `shard ${i + 1} of ${of}`;
    if (all === 1) return [`the only point of ${which} is missing`];
    return [`${count === all ? "all" : `${count} of the`} ${all} points of ${which} are missing`];
  });
}
