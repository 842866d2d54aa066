import { join } from "node:path";
import { InputError } from "../../errors.ts";
import {
  Interrupted,
  PointError,
  pointPreparer,
  type SweepTerms,
  sweepTerms,
} from "../../experiment/index.ts";
import { engineId, hasJournal, SweepFolder, sweepsBeside } from "../../node/index.ts";
import { EXIT } from "../exit-code.ts";
import { FailedPoint } from "../failed-point.ts";
import { checkLeft, countOf, type LeftPoints, runLeft } from "../left-points.ts";
import { loadScenario } from "../load-scenario.ts";
import type { Verb } from "../program.ts";
import { workforceOf } from "../queue-flag.ts";
import { reportBeside } from "../report-beside.ts";
import { rememberingClock } from "../resolve-clock.ts";
import { showShard, showSweep } from "../show-sweep.ts";
import { sweepDesign } from "../sweep-design.ts";
import { sweepFlags } from "../sweep-flags.ts";
import { sweepName } from "../sweep-name.ts";
import { readKnownSweep, writeSweep } from "../write-sweep.ts";

/**
 * Simulates a scenario at every point of a design, or at a shard of them, into a folder that it can go on with whenever it was stopped; or
 * finds the result there already, and shows it.
 */
export const sweep: Verb = async ([file = ""], flags, surroundings) => {
  const asked = sweepFlags(flags, surroundings.streams.env);
  const { out, force, shard, jobs, queue, format } = asked;
  const { argv, streams } = surroundings;
  const started = new Date();
  const scenario = await loadScenario(file, flags, {
    ...(asked.seed === undefined ? {} : { "run.seed": asked.seed }),
    ...(asked.replications === undefined ? {} : { "run.replications": asked.replications }),
  });
  const design = await sweepDesign(asked, scenario);
  const clockOf = rememberingClock();
  const offsets = await clockOf(scenario.clinic);
  const terms = sweepTerms({ engine: engineId(), scenario: scenario.canonicalText, offsets }, design);
  const name = sweepName(terms, asked);
  const path = join(out, name);
  const known = force || shard !== undefined ? undefined : await readKnownSweep(path, terms);
  if (known !== undefined) {
    showSweep(known, `already in ${path}: nothing was run`, flags, streams);
    await reportBeside(path, flags, surroundings);
    return EXIT.done;
  }

  const isBegun = !force && (await hasJournal(path));
  if (asked.resume && !isBegun) throw await nothingToResume(path, terms);
  const work: LeftPoints = {
    header: shard === undefined ? { terms } : { terms, shard },
    design,
    prepare: pointPreparer(scenario, design, terms.engine, clockOf),
    signal: streams.signal,
    sink: asked.quiet ? { write() {} } : streams.stderr,
  };
  const points = countOf(work.header);
  // Nothing is made for a design with faults.
  const early = isBegun ? undefined : await checkLeft(work);
  const folder = await SweepFolder.open(out, name, work.header, { fresh: force });
  const { journal } = folder;
  const keptText = () =>
    `${journal.count} of ${points} points are kept in ${path}; the same command goes on from there`;
  try {
    const replications = early ?? (await checkLeft(work, journal));
    const { executor, note } = await workforceOf(asked, surroundings);
    const computed = await runLeft({ ...work, note }, folder, executor, replications);
    const countText = `${points === 1 ? "1 point" : `${points} points`}, ${computed} of them computed now`;
    if (shard === undefined) {
      const summary = await writeSweep(path, journal, format, { started, argv, by: queue ?? jobs });
      showSweep(summary, `${countText}\nwritten to ${path}`, flags, streams);
      await reportBeside(path, flags, surroundings);
    } else {
      await journal.flush();
      showShard({ path, shard, points, countText }, flags, streams);
    }
    return EXIT.done;
  } catch (error) {
    if (error instanceof PointError) throw new FailedPoint(file, flags, terms.columns, error, keptText());
    if (!(error instanceof Interrupted)) throw error;
    streams.stderr.write(`interrupted: ${keptText()}\n`);
    return EXIT.interrupted;
  } finally {
    await folder.close();
  }
};

async function nothingToResume(path: string, terms: SweepTerms): Promise<InputError> {
  const others = await sweepsBeside(path, terms);
  const hint =
    others.length === 0
      ? "without --resume it begins"
      : `without --resume it begins; beside it, ${others.join("; ")}`;
  const message = `there is no unfinished sweep in ${path}`;
  return new InputError([{ code: "nothing-to-resume", path: "--resume", message, hint, severity: "error" }]);
}
