import { describe, expect, test } from "vitest";
import { changeOf, findChange } from "../../../src/experiment/replay/change.ts";
import {
  type Check,
  chanceOf,
  checkMeasure,
  isCheck,
  risksOf,
  tooVague,
} from "../../../src/experiment/replay/check.ts";
import { toldWeeks } from "../../../src/experiment/replay/courses.ts";
import { gradeOf } from "../../../src/experiment/replay/grade.ts";
import type { Measure } from "../../../src/experiment/replay/measure.ts";
import type { ReplayView } from "../../../src/experiment/replay/replay-view.ts";
import { tracePath } from "../../../src/experiment/replay/weekly-path.ts";
import { createStream, normalQuantile } from "../../../src/random/index.ts";

const SHARE: Measure<number> = {
  stage: "replies",
  label: "share in time",
  scale: "share",
  tolerance: 0.05,
  headline: true,
  mend: "staff",
  of: (value) => value,
};
const noise = (seed: number, count: number, sd: number, mean = 0.8) => {
  const { open } = createStream(seed, 0, "judging");
  return Array.from({ length: count }, () => mean + sd * normalQuantile(open()));
};
const check = (recorded: number, values: readonly number[], family = 1) =>
  checkMeasure(SHARE, recorded, values, { risk: 0.05 / family, most: 100 }) as Check;

describe("a check", () => {
  test("is off in no more right models than its confidence says, and in nearly all that are wrong enough", () => {
    const rounds = 600;
    let [right, wrong] = [0, 0];
    for (let seed = 1; seed <= rounds; seed += 1) {
      const values = noise(seed, 31, 0.02);
      if (check(values[0]!, values.slice(1)).off > 0) right += 1;
      if (check(values[0]! + 0.2, values.slice(1)).off > 1) wrong += 1;
    }
    // 5 % of 600 are 30, with a standard deviation of 5.3.
    expect(right).toBeGreaterThan(12);
    expect(right).toBeLessThan(48);
    expect(wrong).toBe(rounds);
  });

  test("asks more of each comparison the more there are", () => {
    const values = noise(7, 30, 0.02);
    expect(check(0.9, values, 60).off).toBeLessThan(check(0.9, values).off);
    expect(check(0.9, values, 60).blur).toBeGreaterThan(check(0.9, values).blur);
  });

  test("is off just where it goes beyond what could be off without being found out", () => {
    const values = noise(11, 30, 0.02);
    const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
    const { blur } = check(middle, values, 40);
    expect(check(middle + 0.05 * (blur - 0.01), values, 40).off).toBe(0);
    expect(check(middle + 0.05 * (blur + 1), values, 40).off).toBeCloseTo(1, 9);
  });

  test("shares the chance of a false alarm among all, and gives headlines half of it", () => {
    const measures = [true, true, false, false, false, false, false].map((headline) => ({ headline }));
    const { headline, other } = risksOf(measures);
    expect(2 * headline + 5 * other).toBeCloseTo(0.05, 12);
    expect(2 * headline).toBeCloseTo(0.025, 12);
  });

  test("that has nothing to compare says why, and is not passed over", () => {
    const none = checkMeasure(SHARE, Number.NaN, [0.5, 0.6], { risk: 0.05, most: 100 });
    expect(none).toEqual({ what: "share in time", why: "the record has too little of it", isPart: false });
    const some = checkMeasure(SHARE, 0.5, [0.5, Number.NaN, 0.6], { risk: 0.05, most: 100 });
    expect(some).toMatchObject({ why: "1 of 3 worlds of the model have too little of it" });
    expect(isCheck(some)).toBe(false);
  });

  test("that could be off by more than tells anything is told as not judged, but for headlines", () => {
    const vague: Check = { ...check(0.8, [0.8, 0.8]), headline: false, off: 0, blur: 5 };
    expect(tooVague(vague)).toEqual([expect.objectContaining({ what: "share in time", isPart: false })]);
    expect(tooVague({ ...vague, part: "absences" })).toEqual([
      expect.objectContaining({ what: "absences", isPart: true }),
    ]);
    for (const clear of [{ blur: 4 }, { headline: true }, { off: 0.1 }]) {
      expect(tooVague({ ...vague, ...clear })).toEqual([]);
    }
  });

  test("tells how likely a right model is as far off by its rank", () => {
    expect(chanceOf(5, [1, 2, 3, 4])).toBe(1 / 5);
    expect(chanceOf(2.5, [1, 2, 3, 4])).toBe(3 / 5);
    expect(chanceOf(0, [1, 2, 3, 4])).toBe(1);
  });
});

describe("a grade", () => {
  const of = (off: number, apart = off, atMost = 0): Check => ({
    ...check(0.8, [0.8, 0.8]),
    off,
    apart,
    atMost,
  });

  test("is that of the worst comparison", () => {
    expect(gradeOf([of(0), of(1)], 1).grade).toBe("A");
    // A headline that could not be compared proves nothing.
    expect(gradeOf([of(0), of(1)], 3).grade).toBe("B");
    expect(gradeOf([], 0).grade).toBe("B");
    expect(gradeOf([of(0), of(1, 1.1)], 1).grade).toBe("B");
    expect(gradeOf([of(1.1)], 1).grade).toBe("C");
    expect(gradeOf([of(3.1)], 1).grade).toBe("D");
    expect(gradeOf([of(1.5), of(3), of(0.5)], 1).faults.map(({ off }) => off)).toEqual([3, 1.5]);
  });

  test("is no A where the record lies surely outside and by more than one tolerance, whatever is sure of that", () => {
    expect(gradeOf([of(0.01, 1.6)], 1)).toMatchObject({ grade: "B", faults: [{ apart: 1.6 }] });
    expect(gradeOf([of(0.01, 2.1)], 1).grade).toBe("C");
    expect(gradeOf([{ ...of(0.01, 2.1), headline: false }], 1).grade).toBe("B");
    // What chance explains is no fault, and what a decision bears is none.
    expect(gradeOf([of(0, 1.6)], 1)).toMatchObject({ grade: "A", faults: [] });
    expect(gradeOf([of(0.9, 1)], 1)).toMatchObject({ grade: "A", faults: [] });
  });

  test("is no A where replies or backlog part from week to week, and no worse for that alone", () => {
    const course = { ...of(3), headline: false, scale: "path", stage: "backlog" } as const;
    expect(gradeOf([of(0), course], 1)).toMatchObject({ grade: "B", faults: [{ off: 3 }] });
    expect(gradeOf([of(0), { ...course, stage: "demand" }], 1).grade).toBe("C");
    expect(gradeOf([of(3.1), course], 1).grade).toBe("D");
  });

  test("is no A where the scenario was fitted to what it is judged by", () => {
    expect(gradeOf([of(0)], 1, true).grade).toBe("B");
    expect(gradeOf([of(3)], 1, true).grade).toBe("C");
  });

  test("is no A where a record tells too little", () => {
    expect(gradeOf([of(0, 0, 2)], 1).grade).toBe("A");
    expect(gradeOf([of(0, 0, 2.5)], 1)).toMatchObject({ grade: "B", faults: [], blurred: [{ atMost: 2.5 }] });
    expect(gradeOf([of(0, 0, 4.5)], 1).grade).toBe("C");
    expect(gradeOf([of(0), { ...of(0, 0, 5), headline: false }], 1).grade).toBe("A");
  });

  test("is an A in at most one of forty records of a model whose volume is off by what a decision bears", () => {
    const volume: Measure<number> = { ...SHARE, scale: "ratio", tolerance: Math.log(1.1) };
    const grades = (factor: number) => {
      const rounds = 400;
      const found = { A: 0, B: 0, C: 0, D: 0 };
      for (let seed = 1; seed <= rounds; seed += 1) {
        // A quarter of a clinic whose patients write unevenly: threads a week are known to about 5 %.
        const [own, ...values] = noise(seed, 25, 0.05, 0).map(Math.exp);
        const judged = checkMeasure(
          volume,
          own!,
          values.map((value) => value * factor),
          { risk: 0.05 / 8, most: 100 },
        ) as Check;
        found[gradeOf([judged], 1).grade] += 1;
      }
      return Object.fromEntries(Object.entries(found).map(([grade, count]) => [grade, count / rounds]));
    };
    // 2.5 % of 400 are 10, with a standard deviation of 3.1.
    expect(grades(1.1 ** 2).A).toBeLessThan(0.05);
    expect(grades(1).A! + grades(1).B!).toBeGreaterThan(0.97);
    expect(grades(1).A).toBeGreaterThan(0.75);
    const [more, many] = [grades(1.15), grades(1.3)];
    expect(more.A).toBeLessThan(0.3);
    expect(many.A).toBeLessThan(0.01);
    expect(many.C! + many.D!).toBeGreaterThan(0.85);
  });
});

describe("paths and changes", () => {
  test("nothing recorded is told of weeks of fewer than five first messages", () => {
    const path = {
      weeks: ["a", "b"],
      recorded: [3, 9],
      predicted: [5, 5],
      low: [1, 1],
      high: [9, 9],
      inside: 2,
      judged: 2,
    };
    const firstsByWeek = [new Int32Array(4), new Int32Array(5)];
    expect(toldWeeks({ firstsByWeek } as unknown as ReplayView, path)).toEqual({
      ...path,
      recorded: [Number.NaN, 9],
    });
  });

  test("a right model's path lies inside its pointwise band in about nine of ten weeks", () => {
    const paths = Array.from({ length: 101 }, (_, i) => noise(i + 1, 40, 0.05));
    const weeks = paths[0]!.map((_, week) => `w${week}`);
    let [inside, judged] = [0, 0];
    for (let own = 0; own < 40; own += 1) {
      const { path } = tracePath(weeks, 0, paths[own]!, paths.toSpliced(own, 1));
      inside += path.inside;
      judged += path.judged;
    }
    expect(inside / judged).toBeGreaterThan(0.87);
    expect(inside / judged).toBeLessThan(0.93);
  });

  test("a change is sure only where no replication has its like, and more than a decision bears", () => {
    const course = (seed: number, step = 0) =>
      noise(seed, 30, 0.03).map((share, week) => share - (week >= 18 ? step : 0));
    const others = Array.from({ length: 24 }, (_, i) => course(i + 1));
    const isSure = (own: readonly number[], worlds = others) => {
      const found = changeOf(own, worlds);
      return "check" in found && found.isSure;
    };
    expect(isSure(course(99, 0.3))).toBe(true);
    expect(isSure(course(99, 0.3), others.slice(0, 10))).toBe(false);
    expect(isSure(course(99, 0.07))).toBe(false);
    const right = Array.from({ length: 40 }, (_, i) => isSure(course(200 + i))).filter(Boolean);
    expect(right).toHaveLength(0);
  });

  test("a step is found where it is, and of its size", () => {
    const errors = noise(3, 30, 0.01, 0).map((error, week) => error + (week >= 18 ? 0.3 : 0));
    const change = findChange(errors)!;
    expect(change.week).toBe(18);
    expect(change.step).toBeCloseTo(0.3, 1);
    expect(findChange([Number.NaN, 1, 2, 3])).toBeUndefined();
  });
});
