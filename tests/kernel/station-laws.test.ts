import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Simulation, Station } from "../../src/kernel/index.ts";

const plans = fc.record({
  speeds: fc.array(fc.constantFrom(0.5, 1, 2), { minLength: 1, maxLength: 4 }),
  specialised: fc.boolean(),
  preempt: fc.boolean(),
  suspend: fc.boolean(),
  reread: fc.constantFrom(0, 0.5),
  arrivals: fc.array(
    fc.record({
      at: fc.nat(60),
      work: fc.constantFrom(0, 1, 2.5, 7),
      line: fc.nat(2),
      patience: fc.constantFrom(Number.POSITIVE_INFINITY, 0, 3, 12),
    }),
    { maxLength: 60 },
  ),
  shifts: fc.array(fc.record({ at: fc.nat(70), server: fc.nat(3), on: fc.boolean() }), { maxLength: 15 }),
});

type Plan = typeof plans extends fc.Arbitrary<infer T> ? T : never;

interface Job {
  readonly work: number;
  readonly line: number;
  state: "waiting" | "working" | "done" | "left";
  server: number;
  since: number;
  spent: number;
  suspensions: number;
}

/** Keeps the books of a station by its hooks alone. */
class Books {
  readonly simulation = new Simulation();
  readonly jobs: Job[] = [];
  readonly duty: boolean[];
  readonly serves: readonly (readonly number[])[];
  readonly station: Station;
  waited = 0;
  busy = 0;
  private readonly plan: Plan;

  constructor(plan: Plan) {
    this.plan = plan;
    this.duty = plan.speeds.map(() => true);
    this.serves = plan.speeds.map((_, server) =>
      plan.specialised ? [server % 3, (server + 1) % 3] : [0, 1, 2],
    );
    this.station = new Station(this.simulation, {
      servers: plan.speeds,
      lines: [{}, {}, {}],
      serves: this.serves,
      preempt: plan.preempt,
      atShiftEnd: plan.suspend ? "suspend" : "finish",
      reread: plan.reread,
      onStart: (id, line, server) => {
        const job = this.turn(id, "waiting", "working");
        job.server = server;
        expect([line, this.duty[server]]).toEqual([job.line, true]);
        expect(this.serves[server]).toContain(line);
        const before = this.jobs
          .slice(0, id)
          .filter((other) => other.state === "waiting" && other.line === line);
        if (job.suspensions === 0) expect(before.filter((other) => other.suspensions === 0)).toEqual([]);
      },
      onSuspend: (id) => {
        this.turn(id, "working", "waiting").suspensions += 1;
      },
      onDone: (id) => {
        const job = this.turn(id, "working", "done");
        expect(job.spent).toBeCloseTo(job.work + job.suspensions * plan.reread, 9);
      },
      onLeave: (id) => {
        expect(this.turn(id, "waiting", "left").suspensions).toBe(0);
      },
    });
    plan.arrivals.sort((a, b) => a.at - b.at);
    for (const { at, work, line, patience } of plan.arrivals) {
      this.simulation.scheduleAt(at, () => {
        const id = this.jobs.length;
        this.jobs.push({ work, line, state: "waiting", server: -1, since: at, spent: 0, suspensions: 0 });
        this.station.enter(id, work, line, patience);
      });
    }
    for (const { at, server, on } of plan.shifts) {
      if (server >= plan.speeds.length) continue;
      this.simulation.scheduleAt(at, () => {
        this.duty[server] = on;
        this.station.setOnDuty(server, on);
      });
    }
  }

  private turn(id: number, from: Job["state"], to: Job["state"]): Job {
    const job = this.jobs[id]!;
    expect(job.state).toBe(from);
    const span = this.simulation.now - job.since;
    if (from === "waiting") this.waited += span;
    else {
      this.busy += span;
      job.spent += span * this.plan.speeds[job.server]!;
    }
    job.state = to;
    job.since = this.simulation.now;
    return job;
  }

  checkNow(): void {
    const { now } = this.simulation;
    const inState = (state: Job["state"]) => this.jobs.filter((job) => job.state === state);
    const working = inState("working");
    const waiting = inState("waiting");
    const servers = new Set(working.map((job) => job.server));
    const lines = [0, 1, 2].map((line) => this.station.waiting(line));
    expect(servers.size).toBe(working.length);
    expect(this.station.busy.value).toBe(working.length);
    expect(this.station.onDuty.value).toBe(this.duty.filter((on) => on).length);
    expect(lines.map((level) => level.value)).toEqual(
      [0, 1, 2].map((line) => waiting.filter((job) => job.line === line).length),
    );
    const idle = this.duty
      .map((on, server) => (on && !servers.has(server) ? server : -1))
      .filter((s) => s >= 0);
    for (const server of idle) {
      expect(waiting.filter((job) => this.serves[server]!.includes(job.line))).toEqual([]);
    }
    const sum = (jobs: Job[]) => jobs.reduce((total, job) => total + now - job.since, 0);
    expect(lines.reduce((total, level) => total + level.area(now), 0)).toBeCloseTo(
      this.waited + sum(waiting),
      8,
    );
    expect(this.station.busy.area(now)).toBeCloseTo(this.busy + sum(working), 8);
  }
}

describe("a station, whatever its servers, lines, shifts and visitors", () => {
  it("loses nobody, idles nobody who could work, does all work that was brought, and keeps its levels (Little's law)", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const books = new Books(plan);
        while (books.simulation.step()) books.checkNow();
        for (const server of plan.speeds.keys()) {
          books.duty[server] = true;
          books.station.setOnDuty(server, true);
        }
        books.checkNow();
        while (books.simulation.step()) books.checkNow();
        const served = new Set(books.serves.flat());
        const stuck = books.jobs.filter((job) => job.state === "waiting" && served.has(job.line));
        expect(stuck).toEqual([]);
        expect(books.jobs.filter((job) => job.state === "working")).toEqual([]);
      }),
      { seed: 6, numRuns: 150 },
    );
  });
});
