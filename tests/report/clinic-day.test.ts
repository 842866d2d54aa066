import { describe, expect, it } from "vitest";
import { compile, runReplication } from "../../src/model/index.ts";
import { clinicDay, placeAt, wallClock } from "../../src/report/index.ts";
import { Table } from "../../src/results/index.ts";
import { parseScenario } from "../../src/scenario/index.ts";
import { tinyScenario } from "../cli/tiny-scenario.ts";

/** Toronto puts its clocks on in the night to 8 March 2026, the 20th day of the run: day 20. */
const CHANGE = { at: 20 * 1440 + 120, jump: 60 };
const { scenario } = parseScenario(tinyScenario);
const model = compile(scenario!.clinic, [CHANGE]);
const result = runReplication(model, { seed: 7, replication: 2, keep: "full" });
const messages = Table.fromTransferable(result.tables!.find(({ name }) => name === "messages")!);
const column = (name: string) => messages.column(name);
const days = [...Array(model.days).keys()].map((day) => clinicDay(model, result, { day, specialty: 0 }));

/** Open messages at `t`, counted from the table of messages alone. */
function openAt(t: number): number {
  let open = 0;
  for (let row = 0; row < messages.rowCount; row++) {
    const isIn = column("turned_away_by")[row] === 0 && column("sent_min")[row]! <= t;
    if (isIn && !(column("closed_min")[row]! <= t)) open += 1;
  }
  return open;
}

describe("a day in the clinic", () => {
  it("has every message somewhere: at any moment those that wait or are in hand are those that are open", () => {
    for (const day of days) {
      for (let t = day.from; t < day.to; t += 47) {
        const places = day.messages.map((message) => placeAt(message, t).type);
        const here = places.filter((place) => place === "waiting" || place === "in hand").length;
        expect(here).toBe(openAt(t));
        expect(day.backlog.findLast(({ at }) => at <= t)!.open).toBe(here);
      }
    }
    expect(Math.max(...days.flatMap(({ backlog }) => backlog.map(({ open }) => open)))).toBeGreaterThan(2);
  });

  it("never puts two messages into one person's hands", () => {
    let held = 0;
    for (const day of days) {
      for (let t = day.from; t < day.to; t += 3) {
        const hands = day.messages.flatMap((message) => {
          const place = placeAt(message, t);
          return place.type === "in hand" ? [`${place.station} ${place.person}`] : [];
        });
        held += hands.length;
        expect(new Set(hands).size).toBe(hands.length);
      }
    }
    expect(held).toBeGreaterThan(50);
  });

  it("takes nothing in hand while nobody is there", () => {
    for (const { stations, messages: all, from, to } of days) {
      for (const { station, from: begins } of all.flatMap(({ stops }) => stops)) {
        if (begins < from || begins >= to) continue;
        expect(stations[station]!.duty.findLast(({ at }) => at <= begins)!.people).toBeGreaterThan(0);
      }
    }
  });

  it("ends with the messages with which the next one begins", () => {
    for (const [i, { backlog }] of days.slice(1).entries())
      expect(backlog[0]!.open).toBeGreaterThanOrEqual(days[i]!.backlog.at(-1)!.open);
    expect(days.some(({ messages: all }) => all.some(({ urgent }) => !urgent))).toBe(true);
  });

  it("shows the wall clock, also on a day that lost an hour", () => {
    const [usual, short] = [days[19]!, days[20]!];
    expect([usual.date, usual.to - usual.from, usual.clock]).toEqual([
      "2026-03-07",
      1440,
      [{ at: usual.from, local: 0 }],
    ]);
    expect([short.date, short.to - short.from]).toEqual(["2026-03-08", 1380]);
    expect(wallClock(short, short.from + 119)).toBe(119);
    expect(wallClock(short, short.from + 120)).toBe(180);
    expect(wallClock(short, short.to - 1)).toBe(1439);
  });

  it("is refused without the tables, and outside the run", () => {
    const { tables: _, ...bare } = result;
    expect(() => clinicDay(model, bare, { day: 1, specialty: 0 })).toThrow("no table");
    expect(() => clinicDay(model, result, { day: model.days, specialty: 0 })).toThrow("not in the run");
  });
});
