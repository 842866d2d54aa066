/** Mulberry32: good enough to vary cases, and shares nothing with the random floor. */
export class Dice {
  private state: number;
  /** Some clinics have nearly nothing to do, some are never done. */
  private readonly pace: number;

  constructor(seed: number, part: number) {
    this.pace = [1, 2, 5][seed % 3]!;
    this.state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(part + 1, 0xc2b2ae35)) | 0;
    for (let i = 0; i < 4; i++) this.uniform();
  }

  uniform(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** From `min` to `max`, both included. */
  whole(min: number, max: number): number {
    return min + Math.floor(this.uniform() * (max - min + 1));
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.whole(0, choices.length - 1)]!;
  }

  /** A minute below `minutes`, mostly by day; full and half hours are common, so that things coincide. */
  minuteOf(minutes: number): number {
    const day = 1440 * this.whole(0, Math.floor((minutes - 1) / 1440));
    const at = day + (this.chance(0.75) ? this.whole(460, 1080) : this.whole(0, 1379));
    return this.chance(0.6) ? at - (at % 30) : at;
  }

  /** Minutes of work: often short, sometimes nothing at all. */
  handling(): number {
    return this.pace * this.pick([0, 1, 2, 3, 5, 5, 10, 15, 30]);
  }

  /** One of some delays, or NaN. */
  maybe(probability: number, ...delays: readonly number[]): number {
    return this.chance(probability) ? this.pick(delays) : Number.NaN;
  }
}
