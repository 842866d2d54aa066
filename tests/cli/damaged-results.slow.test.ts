import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { builtDist } from "../config/built.ts";
import { clinicsim, file, newOut, tiny } from "./clinicsim.ts";
import { tinyScenario } from "./tiny-scenario.ts";

const more = file(
  "more.json",
  tinyScenario.replace('"promises"', '"alternatives": { "two": { "staff.nurse.count": 2 } },\n  "promises"'),
);

/** Wide tolerances, so that few replications decide. */
const slack = [
  ...["--set", "promises.two days.risk=0.4", "--confidence", "80%", "--worlds", "4"],
  ...["--tolerance", "promise_two_days_share=9pp", "--tolerance", "promise_two_days_month_risk=35pp"],
];

const resultOf = async (...argv: readonly string[]) => {
  const out = newOut();
  const { code, err } = await clinicsim([...argv, "--quiet", "--jobs", "1", "--out", out]);
  if (code !== 0) throw new Error(err);
  return join(out, readdirSync(out).find((name) => !name.startsWith("."))!);
};

/** Of every kind that has a JSON file of its own: the folder, and that file. */
const kinds: Record<string, { folder: string; file: string }> = {};
beforeAll(async () => {
  builtDist();
  const base = ["--replications", "2"];
  const varied = ["--factor", "staff.nurse.speed=0.5:2"];
  const run = await resultOf("run", tiny, "--report");
  kinds.run = { folder: run, file: "summary.json" };
  kinds.headroom = { folder: run, file: "headroom.json" };
  kinds.sweep = {
    folder: await resultOf("sweep", tiny, "--vary", "staff.nurse.count=1..3", "--replications", "1"),
    file: "summary.json",
  };
  kinds.staff = {
    folder: await resultOf(
      "staff",
      tiny,
      "--vary",
      "staff.nurse.count=1..2",
      "--minimise",
      "first_reply_mean_wall_h",
      ...slack,
    ),
    file: "staffing.json",
  };
  kinds.comparison = {
    folder: await resultOf("compare", more, ...base),
    file: "comparison.json",
  };
  kinds.stress = {
    folder: await resultOf("stress", tiny, "--only", "sick call: nurse", ...base),
    file: "stress.json",
  };
  kinds.sensitivity = {
    folder: await resultOf("sensitivity", tiny, ...varied, ...base),
    file: "summary.json",
  };
});
/** Every place in a value, as keys from its root; of a list only the first and the last member. */
const placesIn = (value: unknown): readonly (readonly string[])[] => {
  if (typeof value !== "object" || value === null) return [];
  const keys = Object.keys(value);
  const shown = Array.isArray(value) ? [...new Set([keys.at(0), keys.at(-1)])] : keys;
  return shown.flatMap((key) => {
    if (key === undefined) return [];
    const inner = placesIn((value as Record<string, unknown>)[key]).map((place) => [key, ...place]);
    return [[key], ...inner];
  });
};
const changedAt = (text: string, place: readonly string[], by: unknown): string => {
  const root = JSON.parse(text) as Record<string, unknown>;
  const holder = place.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, root);
  const last = place.at(-1)!;
  if (by === undefined) delete holder[last];
  else holder[last] = by;
  return JSON.stringify(root);
};

test.each(["run", "headroom", "sweep", "comparison", "stress", "sensitivity", "staff"])(
  "of a %s: whatever is gone, none or of another type, it is a page or a refusal in words, never a fault of ours",
  async (kind) => {
    const { folder, file } = kinds[kind]!;
    const path = join(folder, file);
    const whole = readFileSync(path, "utf8");
    const places = placesIn(JSON.parse(whole));
    expect(places.length).toBeGreaterThan(10);
    let refused = 0;
    try {
      for (const [i, place] of places.entries()) {
        // Each place in one of the ways, and all ways at its neighbours.
        const by = [undefined, null, "x", 7, {}, []][i % 6];
        writeFileSync(path, changedAt(whole, place, by));
        const { code, err } = await clinicsim(["report", folder, "--format", "text", "--no-headroom"]);
        const said = `${place.join(".")} ${JSON.stringify(by)}: ${err}`;
        expect([0, 2], said).toContain(code);
        if (code === 0) continue;
        expect(err, said).toMatch(/holds no result that could be reported: its .+\.(?:json|csv)/);
        refused += 1;
      }
    } finally {
      writeFileSync(path, whole);
    }
    expect(refused).toBeGreaterThan(places.length / 3);
  },
);
