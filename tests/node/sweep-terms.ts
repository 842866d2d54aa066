import type { PointRecord, ResponseColumn, SweepTerms } from "../../src/experiment/index.ts";

export const terms: SweepTerms = {
  engine: "engine-1",
  scenario: '{"name":"A clinic","run":{"replications":2,"seed":7}}',
  offsets: { atStart: -300, changes: [{ at: 100, jump: 60 }] },
  method: { type: "grid" },
  made: {
    factors: [
      { path: "staff.nurse.count", levels: [1, 2] },
      { path: "policies.routing.type", levels: ["own-physician", "rotating-physician"] },
    ],
  },
  columns: [
    { path: "staff.nurse.count", type: "number" },
    { path: "policies.routing.type", type: "text" },
  ],
  points: 4,
  levels: "abc",
};

export const responses: readonly ResponseColumn[] = [
  { name: "wait_h", unit: "h", label: "wait", group: "patients", doc: "A wait." },
  { name: "kept_share", unit: "share", label: "kept", group: "promises", doc: "A share." },
];

/** A point whose values no decimal writes exactly, and some that are no numbers. */
export function recordOf(point: number, own: readonly ResponseColumn[] = responses): PointRecord {
  const wait = [0.1 * point, Number.POSITIVE_INFINITY][point % 2]!;
  const values = [1, 2].map((r) =>
    Float64Array.from(own, (_, i) => (i === 0 ? wait : i === 1 ? Number.NaN : r / 3)),
  );
  return {
    point,
    levels: [point, "own-physician"],
    id: `${point}`.repeat(64).slice(0, 64),
    scenario: "A clinic",
    warnings: ["overload"],
    responses: own,
    values,
  };
}
