/** Prints the table of coverage of src/experiment/fit/README.md: `node --import tsx tests/battery/fit/measure.ts 20 rheum mental-health`. */
import { coverageOf, roundTrip, SHIPPED, shipped, type Told } from "./round-trip.ts";

const [seeds = "100", ...names] = process.argv.slice(2);
const told: Told[] = [];
const scenarios = (names.length > 0 ? names : SHIPPED).map(shipped);
for (let seed = 1; seed <= Number(seeds); seed += 1) {
  for (const scenario of scenarios) told.push(...roundTrip(scenario, seed));
  process.stderr.write(`seed ${seed}\n`);
  if (seed % 2 === 0 && seed < Number(seeds)) show();
}
show();

function show(): void {
  const rows = coverageOf(told).map(
    ({ kind, intervals, covered, error, ratio }) =>
      `| ${kind} | ${intervals} | ${(100 * covered).toFixed(0)} % | ${(100 * error).toFixed(1)} % | ${ratio.toFixed(2)} |`,
  );
  process.stdout.write(
    `${["| parameter | intervals | hold the truth | median error | estimate ∕ truth |", "|---|---|---|---|---|", ...rows].join("\n")}\n\n`,
  );
}
