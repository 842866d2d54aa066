import { describe, expect, test } from "vitest";
import { compile, drawWorld, type PortalOutage } from "../../src/model/index.ts";
import { CLINIC, withDemand } from "./plain-clinic.ts";
import { at, hours, nurses, physicians, round, run, thread } from "./tiny-clinic.ts";

const outage = (from: string, to: string, rebound: number, date = "2026-01-05"): PortalOutage => ({
  from: { date, minute: at(0, from) },
  to: { date, minute: at(0, to) },
  rebound,
});
const teams = [nurses(), physicians({ shifts: hours("12:00-16:00") })];

describe("while the portal is down", () => {
  test("nothing is sent; afterwards, in the same order and within the rebound, all of it is", () => {
    const busy = withDemand({ rate: 200 / 525_600 });
    const clinic = { ...busy, run: { ...CLINIC.run, warmUpDays: 0, lengthDays: 28, runOutDays: 0 } };
    const date = compile(clinic, []).calendar.dateOf(7);
    const outages = [outage("08:00", "16:00", 120, date)];
    const sent = (c: typeof clinic) => drawWorld(compile(c, []), 3, 1).threads.map((each) => each.sent);
    const base = sent(clinic);
    const held = sent({ ...clinic, calendar: { ...clinic.calendar, outages } });
    const [from, to] = [at(7, "08:00"), at(7, "16:00")];
    const moved = base.map((t) => (t >= from && t < to ? to + (t - from) / 4 : t)).sort((a, b) => a - b);
    expect(base.filter((t) => t >= from && t < to).length).toBeGreaterThan(20);
    expect(held).toHaveLength(base.length);
    expect(held.map((t, i) => Math.abs(t - moved[i]!)).filter((off) => off > 1e-8)).toEqual([]);
    expect(held.filter((t) => t >= from && t < to)).toEqual([]);
  });

  test("a follow-up and an answer to a question wait until it is up", () => {
    const followed = {
      teams,
      calendar: { outages: [outage("08:30", "10:00", 45)] },
      threads: [
        thread(at(0, "8:00"), {
          rounds: [round({ unsuitable: true, followUpDelay: 58 }), round({ unsuitable: true })],
        }),
      ],
    };
    // Read 8:00 to 8:02; the follow-up of 9:00 is 30 of 90 minutes into the outage: 10:00 and 15 minutes.
    expect(run(followed).messages.map(({ sent }) => sent)).toEqual([480, at(0, "10:15")]);
    const asked = { ...followed, threads: [thread(at(0, "8:00"), { rounds: [round({ answerDelay: 58 })] })] };
    expect(run(asked).log[1]).toMatch(/^0\.0 triage #0 615-/);
  });

  test("a chaser is sent after it, unless the reply has come by then, and the call counts from it", () => {
    const slow = {
      teams,
      calendar: { outages: [outage("08:30", "11:30", 0)] },
      threads: [thread(at(0, "8:00"), { rounds: [round({ chaserDelay: 60, callDelay: 10 })] })],
    };
    expect(run(slow).messages.map(({ cause, sent }) => [cause, sent])).toEqual([
      ["own", 480],
      ["chaser", at(0, "11:30")],
    ]);
    expect(run({ ...slow, calendar: { outages: [outage("08:30", "13:00", 0)] } }).messages).toHaveLength(1);
  });
});
