import {
  type Design,
  differenceOf,
  type PointRecord,
  pointPreparer,
  type ResponseColumn,
  remakeDesign,
  responseColumns,
  runPoints,
  type SweepTerms,
  sweepTerms,
  writePoint,
} from "../../experiment/index.ts";
import {
  badManifest,
  type ComparedFolder,
  filesOfSweepManifest,
  hasJournal,
  JOURNAL,
  type Journal,
  type ReadManifest,
  readJournal,
  sweepTermsOf,
} from "../../node/index.ts";
import {
  type SweepFormat,
  SweepTally,
  sweepPointsSheet,
  sweepReplicationsSheet,
} from "../../report/index.ts";
import type { JsonObject } from "../../scenario/index.ts";
import { allResponses, responsesOf } from "../all-responses.ts";
import { rememberingClock } from "../resolve-clock.ts";
import { PointFiles, sweepReport } from "../write-sweep.ts";
import type { FromWithin, ResultKind, Surroundings } from "./redo.ts";
import { scenarioOfManifest } from "./scenario-of-manifest.ts";

/** Results of `clinicsim sweep` and `clinicsim merge`: a sample is of design points, each with all of its replications. */
export const sweepKind: ResultKind = {
  format: "clinicsim/sweep/1",
  isOf: () => true,
  async open({ folder, manifest: read, engine }) {
    const told = sweepTermsOf(read.manifest);
    if (read.engine === engine && filesOfSweepManifest(read.text, told) === undefined)
      throw badManifest("the whole file");
    const base = scenarioOfManifest(told.scenario, "scenario");
    const design = designOf(told, base.document as unknown as JsonObject);
    const terms: SweepTerms = { ...told, engine };
    const clockOf = rememberingClock({ clinic: base.clinic, offsets: terms.offsets });
    const prepare = pointPreparer(base, design, engine, clockOf);
    const format = formatOf(read);
    const journal = (await hasJournal(folder)) ? journalReader(folder, told, format) : undefined;

    /** Runs the points and hands them over in order. */
    const make = async (
      points: readonly number[],
      { executor, signal, arrived }: Pick<Surroundings, "executor" | "signal" | "arrived">,
      take: (record: PointRecord) => Promise<void>,
    ) => {
      const early = new Map<number, PointRecord>();
      let next = 0;
      const keep = async (record: PointRecord) => {
        early.set(record.point, record);
        for (let found = early.get(points[next]!); found !== undefined; found = early.get(points[next]!)) {
          early.delete(found.point);
          next += 1;
          await take(found);
        }
      };
      const store = { find: async () => undefined, keep, remember: async () => {} };
      let replications = 0;
      for (const point of points) replications += (await prepare(point)).plan.replications.length;
      return {
        replications,
        run: () => runPoints(points, prepare, executor, store, { replications, signal, arrived }),
      };
    };

    return {
      title: `sweep of “${base.clinic.name}”`,
      unit: "point",
      units: terms.points,
      some: async (points, surroundings) => {
        const { sink, expecting } = surroundings;
        const columns = { columns: terms.columns, responses: responsesIn(read, terms) };
        const firstRow = firstRowOf(design, base.clinic.run.replications, prepare);
        const { replications, run } = await make(points, surroundings, async (record) => {
          if (format === "csv") {
            await sink.append(sweepReplicationsSheet(columns, format, record), await firstRow(record.point));
          }
          await sink.append(sweepPointsSheet(columns, record), record.point);
          await journal?.compare(record, sink);
        });
        expecting(() => replications);
        await run();
      },
      all: async (surroundings) => {
        const { sink, expecting } = surroundings;
        const points = Array.from({ length: terms.points }, (_, i) => i + 1);
        const lists: (readonly ResponseColumn[])[] = [];
        for (const point of points) lists.push(responseColumns(await prepare(point)));
        const report = sweepReport(new SweepTally(terms));
        const files = new PointFiles(terms, allResponses(lists), format, sink, report);
        const { replications, run } = await make(points, surroundings, async (record) => {
          await files.add(record);
          await journal?.compare(record, sink);
        });
        expecting(() => replications);
        await run();
        await files.finish();
      },
      ...(journal === undefined ? {} : { fromWithin: journal.fromWithin }),
    };
  },
};

/** The design that a manifest tells. Throws InputError where it is none, or has other points. */
function designOf(told: SweepTerms, document: JsonObject): Design {
  const { method, made, columns, points: size } = told;
  const design = remakeDesign({ method, made, columns, size }, document);
  const remade = sweepTerms(told, design);
  if (JSON.stringify([remade.levels, remade.columns]) !== JSON.stringify([told.levels, told.columns])) {
    throw badManifest("design", "it has other points than it says");
  }
  return design;
}

function formatOf({ files }: ReadManifest): SweepFormat {
  return files.some(({ file }) => file === "replications.parquet") ? "parquet" : "csv";
}

/** The responses that the files have columns for. */
function responsesIn({ files }: ReadManifest, terms: SweepTerms): readonly ResponseColumn[] {
  const table = files.find(({ file }) => file.startsWith("replications."));
  const before = 3 + terms.columns.length;
  return (table?.columns ?? []).slice(before).map(({ name, unit = "", doc }) => ({
    name,
    unit,
    doc,
    label: name,
    group: "patients",
  }));
}

/** Row of `replications.csv` at which a point begins. */
function firstRowOf(design: Design, each: number, prepare: ReturnType<typeof pointPreparer>) {
  const isVaried = design.columns.some(({ path }) => path === "run" || path === "run.replications");
  let [point, row] = [1, 1];
  return async (wanted: number): Promise<number> => {
    if (!isVaried) return 1 + each * (wanted - 1);
    for (; point < wanted; point++) row += (await prepare(point)).plan.replications.length;
    return row;
  };
}

/** The journal beside a result, if it is that of it. */
function journalReader(folder: string, terms: SweepTerms, format: SweepFormat) {
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
      const report = sweepReport(new SweepTally(terms));
      const files = new PointFiles(terms, responsesOf(journal), format, sink, report);
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
