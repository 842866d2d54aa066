import {
  ClinicRecorder,
  compile,
  drawWorld,
  type Model,
  measureResponses,
  parseScenario,
  recordedRun,
  runClinic,
  runReplication,
  type World,
} from "../../src/index.ts";
import { threadNanoseconds } from "./stopwatch.ts";

/** What the parent asks of a process that simulates one scenario over and over. */
export interface ClinicRequest {
  readonly scenario: string;
  readonly replication: number;
  /** Measures the parts of a replication one by one. */
  readonly parts?: boolean;
}

export interface ClinicReply {
  /** Of the whole replication, as `run` does it [ns]. */
  readonly nanoseconds: number;
  /** Times somebody took up a message, and a message or anything else. */
  readonly touches: number;
  readonly allTouches: number;
  readonly messages: number;
  /** By part [ns]. */
  readonly parts: Readonly<Record<string, number>>;
}

const models = new Map<string, Model>();

function modelOf(text: string): Model {
  const known = models.get(text);
  if (known !== undefined) return known;
  const { scenario, issues } = parseScenario(text);
  if (scenario === undefined) throw new Error(issues.map(({ message }) => message).join("\n"));
  const model = compile(scenario.clinic, []);
  models.set(text, model);
  return model;
}

/** Runs one replication, and counts what people took up in the same one. */
export function measureClinic({ scenario, replication, parts = false }: ClinicRequest): ClinicReply {
  const model = modelOf(scenario);
  const { seed } = model.clinic.run;
  const begin = threadNanoseconds();
  runReplication(model, { seed, replication, keep: "responses" });
  const nanoseconds = threadNanoseconds() - begin;
  const world = drawWorld(model, seed, replication);
  return { nanoseconds, ...count(model, world), parts: parts ? partsOf(model, replication) : {} };
}

function count(model: Model, world: World): Pick<ClinicReply, "touches" | "allTouches" | "messages"> {
  let touches = 0;
  let other = 0;
  let messages = 0;
  runClinic(model, world, {
    message: ({ clerkTouches, nurseTouches, physicianTouches }) => {
      touches += clerkTouches + nurseTouches + physicianTouches;
      messages += 1;
    },
    work: ({ started }) => {
      if (!Number.isNaN(started)) other += 1;
    },
  });
  return { touches, allTouches: touches + other, messages };
}

function partsOf(model: Model, replication: number): Record<string, number> {
  const { seed } = model.clinic.run;
  const marks = [threadNanoseconds()];
  const mark = () => marks.push(threadNanoseconds());
  const world = drawWorld(model, seed, replication);
  mark();
  runClinic(model, world, {});
  mark();
  const recorder = new ClinicRecorder(model, world, "responses");
  mark();
  runClinic(model, world, recorder);
  mark();
  measureResponses(recordedRun(recorder));
  mark();
  const [draw, bare, made, recorded, measured] = marks.slice(1).map((time, i) => time - marks[i]!);
  return {
    "drawing the world": draw!,
    "working through it": bare!,
    "watching it": made! + recorded! - bare!,
    "measuring responses": measured!,
  };
}
