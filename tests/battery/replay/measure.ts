/** Prints the table of grades of src/experiment/replay/README.md: `node --import tsx tests/battery/replay/measure.ts 10 24 rheum mental-health`. */
import { type Judged, judgedModels, MODELS, SHIPPED } from "./rates.ts";

const [records = "10", worlds = "24", ...names] = process.argv.slice(2);
const seeds = Array.from({ length: Number(records) }, (_, i) => i + 1);
const scenarios = names.length > 0 ? names : SHIPPED;
const all: Judged[] = [];
for (const name of scenarios) {
  for await (const judged of judgedModels(name, seeds, Number(worlds))) {
    all.push(judged);
    const { scenario, model, world, report } = judged;
    const faults = report.faults.slice(0, 3).map(({ label, apart }) => `${label} ${apart.toFixed(1)} ×`);
    process.stderr.write(`${JSON.stringify({ scenario, model, world, grade: report.grade, faults })}\n`);
  }
}
const rows = scenarios.flatMap((scenario) =>
  MODELS.map((model) => {
    const own = all.filter((judged) => judged.scenario === scenario && judged.model === model);
    const grades = ["A", "B", "C", "D"].map(
      (grade) => own.filter(({ report }) => report.grade === grade).length,
    );
    return `| ${[scenario, model, ...grades, usualFault(own)].join(" | ")} |`;
  }),
);
const head = ["| scenario | model | A | B | C | D | most often the worst |", "|---|---|---|---|---|---|---|"];
process.stdout.write(`${[...head, ...rows].join("\n")}\n`);

/** The comparison that is most often the worst, and how often. */
function usualFault(judged: readonly Judged[]): string {
  const counts = new Map<string, number>();
  for (const { report } of judged) {
    const [worst] = report.faults;
    if (worst !== undefined) counts.set(worst.label, (counts.get(worst.label) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first === undefined ? "–" : `${first[0]} (${first[1]} of ${judged.length})`;
}
