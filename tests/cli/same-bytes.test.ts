import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createInlineExecutor, createPerformer, type Executor } from "../../src/experiment/index.ts";
import { allJobs } from "../experiment/all-jobs.ts";
import { clinicsim, newOut, resultIn, tiny } from "./clinicsim.ts";

const perform = createPerformer();

/** Runs jobs in the order in which `keys` sort, and hands their results over in another. */
function jumbled(keys: readonly number[]): Executor {
  return {
    async run(jobs, onResult) {
      const byKey = <T>(list: readonly T[], from: readonly number[]) =>
        list
          .map((each, i) => ({ each, key: from[i]! }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
      const done = byKey(await allJobs(jobs), keys).map((job) => ({
        job,
        result: structuredClone(perform(job)),
      }));
      for (const { job, result } of byKey(done, keys.toReversed())) await onResult(job, result);
    },
  };
}

describe("a result", () => {
  test.each([
    ["as many as are asked for", ["run", "--keep", "full", "--replications", "5"]],
    [
      "until a precision is reached",
      ["run", "--keep", "full", "--until", "messages_per_week=15%", "--at-least", "4", "--at-most", "16"],
    ],
    ["under stress", ["stress", "--only", "sick call: nurse", "--only", "portal outage of a day"]],
  ])(
    "is the same bytes whoever runs its replications, wherever, in whatever order: %s",
    async (_, [verb, ...flags]) => {
      const write = async (executor: Executor) => {
        const out = newOut();
        const argv = [verb!, tiny, "--out", out, ...flags, "--quiet"];
        expect(await clinicsim(argv, { createExecutor: () => executor })).toMatchObject({ code: 0, err: "" });
        return resultIn(out);
      };
      const expected = await write(createInlineExecutor());
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.double({ noNaN: true }), { minLength: 16, maxLength: 16 }),
          async (keys) => {
            expect(await write(jumbled(keys))).toEqual(expected);
          },
        ),
        { numRuns: 3 },
      );
    },
  );
});
