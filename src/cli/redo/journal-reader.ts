import { differenceOf, type PointRecord, type SweepTerms, writePoint } from "../../experiment/index.ts";
import { type ComparedFolder, JOURNAL, type Journal, readJournal } from "../../node/index.ts";
import type { SweepFormat } from "../../report/index.ts";
import { responsesOf } from "../all-responses.ts";
import { PointFiles, type PointsReport } from "../write-sweep.ts";
import type { FromWithin } from "./redo.ts";

/** The journal beside a result, if it is that of it. */
export function journalReader(
  folder: string,
  terms: SweepTerms,
  format: SweepFormat,
  reportOf: () => PointsReport,
) {
  let opened: Promise<Journal | undefined> | undefined;
  const differs = (sink: ComparedFolder, at: string, there: string, now: string) =>
    sink.differs({ file: JOURNAL, at, there, now });
  const journalOf = (sink: ComparedFolder) => {
    opened ??= readJournal(folder).then(
      async (journal) => {
        const isOwn = differenceOf(journal.header.terms, terms) === undefined;
        if (isOwn && journal.count === terms.points) return journal;
        differs(
          sink,
          "the file",
          isOwn ? `${journal.count} points` : "another sweep",
          `${terms.points} points`,
        );
        await journal.close();
        return undefined;
      },
      () => {
        differs(sink, "the file", "damaged", "a journal");
        return undefined;
      },
    );
    return opened;
  };
  const recordOf = async (journal: Journal, point: number, sink: ComparedFolder) => {
    try {
      const record = await journal.record(point);
      if (isSound(record, terms)) return record;
    } catch {
      // Told below: whatever is wrong with it, the line is not as it was written.
    }
    differs(sink, `point ${point}`, "damaged", "a point");
    return undefined;
  };
  const fromWithin: FromWithin = {
    source: "its journal",
    into: async (sink) => {
      const journal = await journalOf(sink);
      if (journal === undefined) return;
      const files = new PointFiles(terms, responsesOf(journal), format, sink, reportOf());
      for (let point = 1; point <= terms.points; point++) {
        const record = await recordOf(journal, point, sink);
        if (record === undefined) return;
        await files.add(record);
      }
      await files.finish();
    },
    close: async () => {
      await (await opened)?.close();
    },
  };
  return {
    fromWithin,
    /** Holds what was computed again against what the journal has. */
    compare: async (record: PointRecord, sink: ComparedFolder) => {
      const journal = await journalOf(sink);
      const kept = journal && (await recordOf(journal, record.point, sink));
      if (kept === undefined) return;
      const textOf = ({ responses, ...rest }: PointRecord) => writePoint({ ...rest, id: "", responses: "" });
      if (textOf(kept) === textOf(record)) return;
      for (const [i, row] of record.values.entries()) {
        for (const [j, { name }] of record.responses.entries()) {
          const there = kept.values[i]?.[j] ?? Number.NaN;
          if (Object.is(there, row[j])) continue;
          sink.differs({
            file: JOURNAL,
            at: `point ${record.point}, replication ${i + 1}`,
            column: name,
            there: `${there}`,
            now: `${row[j]}`,
          });
        }
      }
    },
  };
}

/** Whether a record has the shape of one: whoever wrote the journal can have written anything. */
function isSound({ levels, warnings, values, scenario }: PointRecord, { columns }: SweepTerms): boolean {
  return (
    levels.length === columns.length &&
    Array.isArray(warnings) &&
    typeof scenario === "string" &&
    values.every((row) => row instanceof Float64Array)
  );
}
