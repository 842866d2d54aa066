import { describe, expect, test } from "vitest";
import { type Judged, judgedModels, MODELS, SHIPPED } from "./replay/rates.ts";

const WORLDS = Array.from({ length: 10 }, (_, i) => i + 1);

/** Grades of right and wrong models of every shipped scenario; the README of the replay has the rates. */
describe("replays of shipped scenarios", () => {
  test("grade right models A or B, and wrong ones down", async () => {
    const all: Judged[] = [];
    for (const name of SHIPPED) for await (const judged of judgedModels(name, WORLDS, 60)) all.push(judged);
    const share = (model: string, grades: string) => {
      const own = all.filter((judged) => judged.model === model);
      return own.filter(({ report }) => grades.includes(report.grade)).length / own.length;
    };
    for (const model of MODELS) {
      console.log(
        model,
        ["A", "B", "C", "D"]
          .map((grade) => `${grade} ${(100 * share(model, grade)).toFixed(0)} %`)
          .join(", "),
      );
    }
    expect(share("right", "AB")).toBeGreaterThanOrEqual(0.9);
    expect(share("no weekday effect", "CD")).toBeGreaterThanOrEqual(0.9);
    expect(share("policy changed half-way", "CD")).toBeGreaterThanOrEqual(0.9);
    expect(share("20 weeks of vacation", "CD")).toBeGreaterThanOrEqual(0.9);
    expect(share("lost evenings", "CD")).toBeGreaterThanOrEqual(0.7);
    for (const model of [
      "30 % more threads",
      "half as many physicians again",
      "any physician",
      "half of physicians' replies by who reads first",
      "hardly a follow-up in the largest topic",
      "no inbox blocks at 16:00",
    ]) {
      expect(share(model, "BCD"), model).toBeGreaterThanOrEqual(0.8);
    }
    // Which records of a quarter or two tell 15 % from none is a matter of chance.
    expect(share("15 % more threads", "BCD")).toBeGreaterThanOrEqual(0.6);
  });
});
