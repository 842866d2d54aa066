import {
  type Design,
  type PointRecord,
  type PreparePoint,
  type ResponseColumn,
  responseColumns,
  runPoints,
  type SweepTerms,
} from "../../experiment/index.ts";
import {
  badManifest,
  filesOfSweepManifest,
  hasJournal,
  type ReadManifest,
  sweepTermsOf,
} from "../../node/index.ts";
import { type SweepFormat, sweepPointsSheet, sweepReplicationsSheet } from "../../report/index.ts";
import { allResponses } from "../all-responses.ts";
import { PointFiles } from "../write-sweep.ts";
import { journalReader } from "./journal-reader.ts";
import { pointStudy } from "./point-study.ts";
import type { ResultKind, Surroundings } from "./redo.ts";
import { scenarioOfManifest } from "./scenario-of-manifest.ts";

/** Results of `clinicsim sweep`, `clinicsim merge` and `clinicsim sensitivity`: a sample is of design points, each with all of its replications. */
export const sweepKind: ResultKind = {
  format: "clinicsim/sweep/1",
  isOf: () => true,
  async open({ folder, manifest: read, engine }) {
    const told = sweepTermsOf(read.manifest);
    if (read.engine === engine && filesOfSweepManifest(read.text, told) === undefined)
      throw badManifest("the whole file");
    const base = scenarioOfManifest(told.scenario, "scenario");
    const terms: SweepTerms = { ...told, engine };
    const { kind, design, prepare, reportOf } = pointStudy(terms, base);
    const format = formatOf(read);
    const journal = (await hasJournal(folder)) ? journalReader(folder, told, format, reportOf) : undefined;

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
      title: `${kind} of “${base.clinic.name}”`,
      unit: "point",
      units: terms.points,
      some: async (points, surroundings) => {
        const { sink, expecting } = surroundings;
        const columns = { columns: terms.columns, responses: responsesIn(read, terms) };
        const firstRow = firstRowOf(design, base.clinic.run.replications, prepare);
        const { firstOf } = reportOf();
        const { replications, run } = await make(points, surroundings, async (record) => {
          if (format === "csv") {
            const sheet = sweepReplicationsSheet(columns, format, record, firstOf?.(record.point));
            await sink.append(sheet, await firstRow(record.point));
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
        const files = new PointFiles(terms, allResponses(lists), format, sink, reportOf());
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
function firstRowOf(design: Design, each: number, prepare: PreparePoint) {
  const isVaried = design.columns.some(({ path }) => path === "run" || path === "run.replications");
  let [point, row] = [1, 1];
  return async (wanted: number): Promise<number> => {
    if (!isVaried) return 1 + each * (wanted - 1);
    for (; point < wanted; point++) row += (await prepare(point)).plan.replications.length;
    return row;
  };
}
