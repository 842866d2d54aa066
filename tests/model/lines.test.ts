import { describe, expect, test } from "vitest";
import { rankOf } from "../../src/model/index.ts";
import { hours, nurses, physicians, round, run, thread, work } from "./tiny-clinic.ts";

const BEFORE = { source: 0 };
const WITH = { source: 1 };
const AFTER = { source: 2 };
const short = { rounds: [round({ needsReply: false })] };

/** Subjects in the order in which they were taken up: messages as 0, 1, …, other work as w0, w1, … */
function order(log: readonly string[]): string {
  return log.map((line) => (line.includes("other work") ? "w" : "") + line.match(/#(\d+)/)![1]!).join(" ");
}

describe("the order in a line", () => {
  test("is class, time entered, messages first, time sent, index", () => {
    const { log } = run({
      teams: [nurses(), physicians()],
      threads: [
        thread(-50, { ...short, flagged: true }),
        thread(-40, short),
        thread(0, short),
        thread(100, { ...short, flagged: true }),
        thread(200, short),
        thread(200, short),
      ],
      work: [
        work(0, 1, WITH),
        work(0, 1, AFTER),
        work(50, 1, BEFORE),
        work(200, 1, WITH),
        work(300, 1, BEFORE),
        work(300, 1, AFTER),
      ],
    });
    expect(order(log)).toBe("w2 w4 0 3 1 2 w0 4 5 w3 w1 w5");
  });

  test("puts a question of long ago behind what entered the line before it", () => {
    const asked = round({ lowestRole: rankOf("nurse"), asks: true, physician: 40 });
    const { log } = run({
      teams: [nurses(), physicians()],
      threads: [thread(480, { rounds: [asked] }), thread(482), thread(490, short)],
      work: [work(483, 20, AFTER)],
    });
    // The answer comes back at 502, behind the message of 490.
    expect(log).toEqual([
      "0.0 triage #0 480-482",
      "0.0 triage #1 482-485",
      "1.0 question #0 482-502",
      "0.0 other work #0 485-505",
      "0.0 triage #2 505-507",
      "1.0 reply #1 502-517",
      "0.0 reply #0 507-517",
    ]);
  });

  test("runs over all lines a person works from", () => {
    const { log } = run({
      teams: [physicians()],
      policies: { triage: { type: "none" } },
      threads: [thread(0, short), thread(30, { ...short, flagged: true }), thread(60, short)],
      work: [
        work(10, 5, WITH),
        work(20, 5, { ...WITH, person: 0 }),
        work(40, 5, BEFORE),
        work(50, 5, { ...AFTER, person: 0 }),
      ],
    });
    expect(order(log)).toBe("w2 1 0 w0 w1 2 w3");
  });
});

describe("where other work enters", () => {
  test("its person's own line, or the shared one where there is no own line or no person", () => {
    const lengths: string[] = [];
    const lineChanged = (time: number, team: number, person: number, length: number) => {
      lengths.push(`${time} ${team}.${person} ${length}`);
    };
    const teams = [nurses({ count: 2 }), physicians({ count: 2, shifts: hours("") })];
    run(
      {
        teams,
        work: [
          work(10, 1, { ...WITH, team: 1, person: 1 }),
          work(20, 1, { ...WITH, team: 1 }),
          work(30, 1, { ...WITH, team: 0, person: 1 }),
        ],
      },
      { lineChanged },
    );
    expect(lengths).toEqual(["10 1.1 1", "20 1.-1 1", "30 0.-1 1", "480 0.-1 0"]);
  });
});

describe("who takes what", () => {
  test("who has been free longest chooses first, then the lowest ordinal", () => {
    const { log } = run({
      teams: [nurses({ count: 3 }), physicians()],
      work: [
        work(480, 30, WITH),
        work(480, 10, WITH),
        work(490, 10, WITH), // 2, free since 480
        work(495, 100, WITH), // 1, free since 490
        work(500, 1, WITH), // 2, back at this moment
        work(520, 1, WITH), // 2, free since 501; 0 since 510
      ],
    });
    expect(log).toEqual([
      "0.1 other work #1 480-490",
      "0.2 other work #2 490-500",
      "0.2 other work #4 500-501",
      "0.0 other work #0 480-510",
      "0.2 other work #5 520-521",
      "0.1 other work #3 495-595",
    ]);
  });

  test("who comes on duty has been free since then", () => {
    const early = nurses({ count: 2 });
    const { log } = run({
      teams: [early, physicians()],
      people: { "0.1": { away: [0] } },
      days: 2,
      work: [
        work(481, 1, WITH), // only person 0 is there
        work(1440 + 480, 5, WITH), // both since 480
        work(1440 + 481, 1, WITH),
      ],
    });
    expect(log).toEqual([
      "0.0 other work #0 481-482",
      "0.1 other work #2 1921-1922",
      "0.0 other work #1 1920-1925",
    ]);
  });

  test("work of no minutes ends in the same instant, and the instant goes round again", () => {
    const nothing = round({ lowestRole: rankOf("nurse"), asks: true, triage: 0, nurse: 0, physician: 0 });
    const { messages, log } = run({
      teams: [nurses(), physicians()],
      threads: [thread(500, { rounds: [nothing] })],
      work: [work(500, 0, BEFORE), work(500, 3, AFTER)],
    });
    expect(log).toEqual([
      "0.0 other work #0 500-500",
      "0.0 triage #0 500-500",
      "1.0 question #0 500-500",
      "0.0 other work #1 500-503",
      "0.0 reply #0 503-503",
    ]);
    expect(messages[0]).toMatchObject({ firstRead: 500, replied: 503, nurseTouches: 2 });
  });
});
