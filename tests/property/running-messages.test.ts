import { describe, expect, test } from "vitest";
import { groupOf, type MessageRecord, type Stretch } from "../../src/model/index.ts";
import { piecesOf, planOf } from "../reference/reference-way.ts";
import { always, grouped } from "./always.ts";

const messageOf = ({ thread, round }: Pick<MessageRecord, "thread" | "round">) => `${thread.id}/${round}`;

describe("messages, calls and visits in any small clinic", () => {
  test("what comes in is closed or still inside at the end, once each", () => {
    always(({ model, messages, work }, { world }) => {
      const own = messages.filter(({ cause }) => cause === "own");
      const first = own.filter(({ round }) => round === 0).map(({ thread }) => thread.id);
      const born = world.threads.filter(({ sent }) => sent < model.end).map(({ id }) => id);
      expect([...first].sort((a, b) => a - b)).toEqual(born);
      const drawn = work.filter(({ about }) => about === undefined);
      expect(drawn.map(({ item }) => item.id).sort((a, b) => a - b)).toEqual(
        world.work.filter((item) => item.at < model.end).map(({ id }) => id),
      );
      for (const [, rounds] of grouped(own, ({ thread }) => `${thread.id}`)) {
        const inOrder = [...rounds].sort((a, b) => a.round - b.round);
        expect(inOrder.map(({ round }) => round)).toEqual(inOrder.map((_, round) => round));
        for (const { closed } of inOrder.slice(0, -1)) expect(closed).toBeLessThan(model.end);
      }
    });
  });

  test("patients write again, call and go elsewhere only while they wait, and once each", () => {
    always(({ messages, work }) => {
      const own = new Map(
        messages.filter(({ cause }) => cause === "own").map((record) => [messageOf(record), record]),
      );
      const again = messages.filter(({ cause }) => cause !== "own");
      expect(new Set(again.map(messageOf)).size).toBe(again.length);
      for (const record of again) {
        const { sent, closed, turnedAwayBy } = own.get(messageOf(record))!;
        expect(turnedAwayBy).toBe(-1);
        expect(record.sent).toBeGreaterThanOrEqual(sent);
        if (!Number.isNaN(closed)) expect(record.sent).toBeLessThanOrEqual(closed);
        expect(record.opensThread).toBe(false);
      }
      for (const { about, item } of work) {
        if (about === undefined) continue;
        const message = own.get(`${about.thread.id}/${about.round}`)!;
        expect(item.at).toBeGreaterThanOrEqual(Math.max(0, message.sent));
      }
      for (const { emergency, replied, cause } of messages) {
        if (Number.isNaN(emergency)) continue;
        expect(cause).toBe("own");
        if (!Number.isNaN(replied)) expect(emergency).toBeLessThan(replied);
      }
    });
  });

  test("what is turned away is never worked on, and a cap is never exceeded", () => {
    always(({ model, messages }) => {
      for (const { turnedAwayBy, firstRead, closed, replied } of messages) {
        if (turnedAwayBy >= 0)
          expect([firstRead, closed, replied]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
      }
      const letIn = messages.filter(({ turnedAwayBy }) => turnedAwayBy < 0);
      for (const { thread, sent } of letIn) {
        const { cap } = model.specialties[thread.specialty]!;
        if (cap === undefined || sent < 0) continue;
        const before = letIn.filter(
          (other) =>
            other.thread.specialty === thread.specialty &&
            other.thread.patient === thread.patient &&
            sent - cap.within <= other.sent &&
            other.sent < sent,
        );
        expect(before.length).toBeLessThan(cap.messages);
      }
    });
  });

  test("no day has more visits than slots, and none comes before its notice", () => {
    always(({ model, visits }, { clinic }) => {
      const { calendar } = model;
      const days = grouped(
        visits.filter(({ day }) => day >= 0),
        ({ thread, mode, day }) => `${thread.specialty}/${mode}/${day}`,
      );
      for (const [, ofDay] of days) {
        const { thread, mode, day } = ofDay[0]!;
        const { perBusinessDay, notice } = clinic.specialties[thread.specialty]!.slots[mode]!;
        const before = calendar.openDaysBefore(day);
        const slots = Math.floor((before + 1) * perBusinessDay) - Math.floor(before * perBusinessDay);
        expect(ofDay.length).toBeLessThanOrEqual(slots);
        expect(calendar.isOpenDay(day)).toBe(true);
        for (const { booked } of ofDay) {
          expect(before - calendar.openDaysBefore(calendar.dayOf(booked))).toBeGreaterThanOrEqual(notice);
        }
      }
    });
  });

  test("nothing is read before it is sent, or answered before it is read", () => {
    always(({ model, messages, work, trace }) => {
      for (const record of messages) {
        const { thread, round, cause, sent, firstRead, replied, closed, closedByTeam, settledByCall } =
          record;
        if (!Number.isNaN(firstRead)) expect(firstRead).toBeGreaterThanOrEqual(Math.max(sent, 0));
        if (Number.isNaN(closed)) {
          expect([replied, closedByTeam, settledByCall]).toEqual([Number.NaN, -1, false]);
          continue;
        }
        if (Number.isNaN(firstRead)) expect(settledByCall).toBe(true);
        else expect(closed).toBeGreaterThanOrEqual(firstRead);
        expect(closed).toBeLessThan(model.end);
        const needsReply = cause !== "chaser" && thread.rounds[round]!.needsReply;
        expect(replied).toBe(needsReply ? closed : Number.NaN);
      }
      for (const { item, started, ended, lost } of work) {
        if (lost) expect([started, ended]).toEqual([Number.NaN, item.at + item.patience]);
        else if (!Number.isNaN(started)) {
          expect(started).toBeGreaterThanOrEqual(item.at);
          if (!Number.isNaN(item.patience)) expect(started).toBeLessThan(item.at + item.patience);
          if (!Number.isNaN(ended)) expect(ended).toBeGreaterThanOrEqual(started + item.minutes / 2);
        }
      }
      const times = trace.map((line) => Number(line.split(" ")[0]));
      expect(times).toEqual([...times].sort((a, b) => a - b));
    });
  });

  test("the stretches of a message add up to its minutes, and to what its pieces of work take", () => {
    always(({ model, messages, stretches, work }, { clinic }) => {
      const speedOf = ({ team, person }: Stretch) =>
        (clinic.teams[team]!.people[person] ?? clinic.teams[team]!).speed;
      const minutes = (list: readonly Stretch[]) => list.reduce((sum, { from, to }) => sum + to - from, 0);
      const workDone = (list: readonly Stretch[]) =>
        list.reduce((sum, stretch) => sum + (stretch.to - stretch.from) * speedOf(stretch), 0);
      const groupOfTeam = (team: number) => groupOf(clinic.teams[team]!.role);
      const neverReRead = model.teams.every(({ team }) => team.reRead === 0);
      const ofMessage = grouped(
        stretches.filter(({ activity }) => activity !== "call" && activity !== "other work"),
        ({ subject, round, cause }) => `${subject}/${round}/${cause}`,
      );
      for (const record of messages) {
        const { thread, round, cause, turnedAwayBy, closed, settledByCall } = record;
        const all = ofMessage.get(`${thread.id}/${round}/${cause}`) ?? [];
        for (const group of ["clerk", "nurse", "physician"] as const) {
          const byGroup = all.filter(({ team }) => groupOfTeam(team) === group);
          expect(record[`${group}Minutes`]).toBe(minutes(byGroup));
        }
        if (turnedAwayBy >= 0) expect(all).toEqual([]);
        if (Number.isNaN(closed) || settledByCall) continue;
        const pieces = piecesOf(clinic, thread, planOf(thread.rounds[round]!, cause));
        const needed = pieces.reduce((sum, piece) => sum + piece.minutes, 0);
        const { unknownPatient } = clinic.specialties[thread.specialty]!;
        if (neverReRead && unknownPatient === 1) expect(workDone(all)).toBe(needed);
        else expect(workDone(all)).toBeGreaterThanOrEqual(needed);
      }
      const ofWork = grouped(
        stretches.filter(({ activity }) => activity === "call" || activity === "other work"),
        ({ subject }) => `${subject}`,
      );
      for (const { item, started, ended } of work) {
        const all = ofWork.get(`${item.id}`) ?? [];
        expect(all.length > 0).toBe(!Number.isNaN(started));
        if (Number.isNaN(ended) || Number.isNaN(started)) continue;
        if (neverReRead || all[0]!.activity === "call") expect(workDone(all)).toBe(item.minutes);
        else expect(workDone(all)).toBeGreaterThanOrEqual(item.minutes);
      }
    });
  });

  test("waits and work on a message that needs a reply fill its time, without a gap and without overlap", () => {
    always(({ model, messages, waits, stretches }) => {
      const worked = grouped(
        stretches.filter(({ activity }) => activity !== "call" && activity !== "other work"),
        ({ subject, round, cause }) => `${subject}/${round}/${cause}`,
      );
      const waited = grouped(waits, ({ thread, round, cause }) => `${thread.id}/${round}/${cause}`);
      for (const { thread, round, cause, sent, replied, turnedAwayBy } of messages) {
        const needsReply = cause !== "chaser" && thread.rounds[round]!.needsReply;
        if (turnedAwayBy >= 0 || !needsReply) continue;
        const key = `${thread.id}/${round}/${cause}`;
        const inOrder = [...(worked.get(key) ?? []), ...(waited.get(key) ?? [])]
          .filter(({ from, to }) => from < to)
          .sort((a, b) => a.from - b.from);
        let end = sent;
        for (const { from, to } of inOrder) {
          expect(from).toBe(end);
          end = to;
        }
        expect(end).toBe(Number.isNaN(replied) ? model.end : replied);
      }
    });
  });
});
