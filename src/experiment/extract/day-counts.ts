import type { ExtractClock } from "./extract-clock.ts";

const HOURS = 24;
const TOPICS = 512;

/** Counts of messages and replies by local day on the clock; grows with days, not with rows. */
export class DayCounts {
  messages = 0;
  /** By specialty, by day: 24 hours. */
  readonly byHour: Map<number, Float64Array>[] = [];
  /** By specialty: messages by day × 512 + topic. */
  readonly byTopic: Map<number, number>[] = [];
  /** By person, by day: 24 hours. */
  readonly staffByHour: Map<number, Uint16Array>[] = [];

  message(clock: ExtractClock, sent: number, specialty: number, topic: number): void {
    const day = clock.dayOf(sent);
    this.byHour[specialty] ??= new Map();
    const days = this.byHour[specialty];
    let hours = days.get(day);
    if (hours === undefined) {
      hours = new Float64Array(HOURS);
      days.set(day, hours);
    }
    hours[clock.hourOf(sent)]! += 1;
    this.messages += 1;
    if (topic < 0) return;
    this.byTopic[specialty] ??= new Map();
    const topics = this.byTopic[specialty];
    const cell = day * TOPICS + topic;
    topics.set(cell, (topics.get(cell) ?? 0) + 1);
  }

  reply(staff: number, day: number, hour: number): void {
    this.staffByHour[staff] ??= new Map();
    const days = this.staffByHour[staff];
    let hours = days.get(day);
    if (hours === undefined) {
      hours = new Uint16Array(HOURS);
      days.set(day, hours);
    }
    hours[hour]! += 1;
  }

  /** Messages by day, of all specialties, days in order. */
  byDay(): readonly { readonly day: number; readonly messages: number }[] {
    const total = new Map<number, number>();
    for (const days of this.byHour) {
      for (const [day, hours] of days ?? []) {
        total.set(day, (total.get(day) ?? 0) + hours.reduce((sum, count) => sum + count, 0));
      }
    }
    return [...total].map(([day, messages]) => ({ day, messages })).sort((a, b) => a.day - b.day);
  }

  /** Messages by specialty. */
  bySpecialty(): readonly number[] {
    return this.byHour.map((days) => {
      let messages = 0;
      for (const hours of days?.values() ?? []) for (const count of hours) messages += count;
      return messages;
    });
  }

  /** Messages by topic. */
  ofTopics(): readonly number[] {
    const messages: number[] = new Array(TOPICS).fill(0);
    for (const cells of this.byTopic) {
      for (const [cell, count] of cells ?? []) messages[DayCounts.place(cell).topic]! += count;
    }
    return messages;
  }

  repliesOf(staff: number): number {
    let replies = 0;
    for (const hours of this.staffByHour[staff]?.values() ?? []) for (const count of hours) replies += count;
    return replies;
  }

  /** Day and topic of a cell of `byTopic`. */
  static place(cell: number): { readonly day: number; readonly topic: number } {
    const day = Math.floor(cell / TOPICS);
    return { day, topic: cell - day * TOPICS };
  }
}
