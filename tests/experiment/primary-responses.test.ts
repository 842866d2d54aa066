import { describe, expect, test } from "vitest";
import { usualPrimary } from "../../src/experiment/index.ts";
import { compile, responseDefinitions } from "../../src/model/index.ts";
import { rheum } from "../scenarios/rheum.ts";

describe("what alternatives are compared by unless told", () => {
  test("is every promise, physicians' minutes after hours and the cost of a week", () => {
    const promises = {
      "promises.answer urgent ones at once": { of: "urgent messages", within: "4 open hours" },
    };
    expect(usualPrimary(responseDefinitions(compile(rheum(promises).clinic, [])))).toEqual([
      "promise_answer_urgent_ones_at_once_share",
      "promise_reply_in_two_business_days_share",
      "physician_after_hours_min_per_week",
      "cost_per_week",
    ]);
  });
});
