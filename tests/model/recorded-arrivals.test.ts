import { describe, expect, test } from "vitest";
import { type Job, jobId } from "../../src/experiment/index.ts";
import {
  type Clinic,
  compile,
  drawWorld,
  type RecordedArrivals,
  runReplication,
  threadStarts,
} from "../../src/model/index.ts";
import { Table } from "../../src/results/index.ts";
import { CLINIC, withDemand, withSpecialty } from "./plain-clinic.ts";

/** Three threads: of two messages, the second only to be read; of one; of three, of which the second comes within a minute. */
const ARRIVALS: RecordedArrivals = {
  patients: [2],
  thread: Int32Array.of(0, 0, 1, 2, 2, 2),
  specialty: Int32Array.of(0, 0, 0, 0, 0, 0),
  patient: Int32Array.of(0, 0, 1, 1, 1, 1),
  topic: Int32Array.of(0, 0, -1, 0, 0, 0),
  urgent: Int8Array.of(1, 1, 0, -1, -1, -1),
  needsReply: Int8Array.of(1, 0, 1, 1, 1, 1),
  sent: Float64Array.of(600, 9000, 700, 2000, 2001, 12000),
};

const repliesOf = (clinic: Clinic, arrivals = ARRIVALS, seed = 5) =>
  runReplication(compile(clinic, []), { seed, replication: 1, keep: "replies", arrivals }).replies!;

describe("recorded arrivals", () => {
  test("come when they were sent, and nothing else of patients' own does", () => {
    const { arrival, sent, round, needsReply, specialty } = repliesOf(CLINIC);
    expect(threadStarts(ARRIVALS)).toEqual([0, 2, 3, 6]);
    expect([...arrival].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...sent]).toEqual([...arrival].map((place) => ARRIVALS.sent[place]));
    expect([...needsReply]).toEqual([...arrival].map((place) => ARRIVALS.needsReply[place]));
    expect([...round]).toEqual([0, 1, 0, 0, 1, 2]);
    expect([...specialty]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test("are answered if they are owed a reply, and else only closed", () => {
    const { needsReply, replied, closed, sent, team, person } = repliesOf(CLINIC);
    for (let i = 0; i < sent.length; i += 1) {
      expect(closed[i]).toBeGreaterThanOrEqual(sent[i]!);
      expect(Number.isNaN(replied[i]!)).toBe(needsReply[i] === 0);
      expect(team[i]).toBeGreaterThanOrEqual(0);
      expect(person[i]).toBeGreaterThanOrEqual(0);
    }
  });

  test("are the same whatever demand the scenario has", () => {
    const busy = withDemand({ rate: 100 * CLINIC.specialties[0]!.demand.rate }, CLINIC);
    expect(repliesOf(busy)).toEqual(repliesOf(CLINIC));
    expect(repliesOf(CLINIC, ARRIVALS, 6).replied).not.toEqual(repliesOf(CLINIC).replied);
  });

  test("meet no front door", () => {
    const closed = withSpecialty({}, {
      ...CLINIC,
      policies: {
        ...CLINIC.policies,
        frontDoor: [{ type: "message-cap", messages: 1, within: 1e6, calls: 0, visits: 0 }],
      },
    } as Clinic);
    expect(repliesOf(closed).arrival).toHaveLength(6);
  });

  test("are followed by the model's own chasers, which are told apart", () => {
    const impatience = { chaser: { probability: 1, after: { type: "fixed", value: 60 }, duplicates: 0.5 } };
    const clinic = withSpecialty({ impatience } as Parameters<typeof withSpecialty>[0], CLINIC);
    const run = { seed: 5, replication: 1, arrivals: ARRIVALS } as const;
    const { replies } = runReplication(compile(clinic, []), { ...run, keep: "replies" });
    const { tables } = runReplication(compile(clinic, []), { ...run, keep: "full" });
    const messages = Table.fromTransferable(tables!.find(({ name }) => name === "messages")!);
    const [cause, sent] = [messages.column("cause"), messages.column("sent_min")];
    const others = Array.from(sent).filter((_, i) => cause[i] !== 0);
    expect(others.length).toBeGreaterThan(0);
    expect([...replies!.chasers]).toEqual(others.toSorted((a, b) => a - b));
    expect(replies!.arrival).toHaveLength(6);
  });

  test("leave everything drawn about staff as it was", () => {
    const model = compile(CLINIC, []);
    const [drawn, recorded] = [drawWorld(model, 5, 2), drawWorld(model, 5, 2, ARRIVALS)];
    expect(recorded.people).toEqual(drawn.people);
    expect(recorded.work).toEqual(drawn.work);
    expect(recorded.threads).toHaveLength(3);
  });

  test("are part of what a job is", () => {
    const job: Job = {
      engine: "e",
      scenario: "{}",
      offsets: { atStart: 0, changes: [] },
      seed: 1,
      replication: 1,
      keep: "replies",
    };
    const later = { ...ARRIVALS, sent: ARRIVALS.sent.map((sent) => sent + 1) };
    const ids = [job, { ...job, arrivals: ARRIVALS }, { ...job, arrivals: later }].map(jobId);
    expect(new Set(ids).size).toBe(3);
    expect(jobId({ ...job, arrivals: structuredClone(ARRIVALS) })).toBe(ids[1]);
  });
});
