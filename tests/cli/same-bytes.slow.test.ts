import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createInlineExecutor, createPerformer, type Executor } from "../../src/experiment/index.ts";
import { builtDist } from "../config/built.ts";
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

/** A question of staffing that few replications decide. */
const staffing = [
  ...["--vary", "staff.nurse.count=1..2", "--minimise", "physician_message_min_per_day", "--worlds", "4"],
  ...["--set", "promises.two days.risk=0.4", "--confidence", "80%", "--at-most", "20"],
  ...["--tolerance", "promise_two_days_share=9pp", "--tolerance", "promise_two_days_month_risk=35pp"],
];

describe("a result", () => {
  test.each([
    ["as many as are asked for", ["run", "--keep", "full", "--replications", "5"]],
    [
      "until a precision is reached",
      ["run", "--keep", "full", "--until", "messages_per_week=15%", "--at-least", "4", "--at-most", "16"],
    ],
    [
      "under stress, until it can be told",
      ["stress", "--only", "sick call: nurse", "--only", "portal outage of a day", "--at-most", "6"],
    ],
    ["a search for the smallest team", ["staff", ...staffing]],
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
          fc.array(fc.double({ noNaN: true }), { minLength: 48, maxLength: 48 }),
          async (keys) => {
            expect(await write(jumbled(keys))).toEqual(expected);
          },
        ),
        { numRuns: 3 },
      );
    },
  );

  test("has the same page in whatever time zone it is made", async () => {
    const out = newOut();
    expect((await clinicsim(["run", tiny, "--out", out, "--quiet"])).code).toBe(0);
    const folder = join(out, readdirSync(out).find((name) => !name.startsWith("."))!);
    const dist = builtDist();
    const pages = ["Pacific/Auckland", "America/Toronto"].map((TZ) => {
      execFileSync(process.execPath, [join(dist, "cli.js"), "report", folder], {
        env: { ...process.env, TZ },
      });
      return readFileSync(join(folder, "report.html"), "utf8");
    });
    expect(pages[0]).toContain("<svg");
    expect(pages[0] === pages[1]).toBe(true);
  });
});
