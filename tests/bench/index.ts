import { type CalendarRow, candidates, patterns, pendingCounts } from "./calendar.ts";
import { printHospital, printTouches } from "./clinic.ts";
import { measureMemory, measureWorkload, plans, Runner } from "./kernel.ts";

/** Prints the benchmarks of kernel and clinic; `tests/bench/index.mjs` builds and starts this. */
async function main(enginePath: string, scenarios: string, chosen: readonly string[]): Promise<void> {
  const wanted = (name: string) => chosen.length === 0 || chosen.includes(name);
  for (const plan of plans) {
    if (!wanted(plan.name)) continue;
    const results = await measureWorkload(enginePath, plan);
    const waits = Object.entries(results[0]!.waits).map(([name, wait]) => `${name} ${wait.toFixed(4)}`);
    console.log(
      `\n${plan.name}: ${plan.customers} customers, the same in every engine (mean min: ${waits.join(", ")})`,
    );
    console.log("engine                   cold M/s  warm M/s   share of bound   to reach");
    for (const { engine, cold, warm, share, target } of results) {
      const verdict =
        target === undefined ? "" : `${target.toFixed(2)} ${share >= target ? "reached" : "NOT REACHED"}`;
      console.log(
        `${engine.padEnd(22)} ${cold.toFixed(2).padStart(10)}${warm.toFixed(2).padStart(10)}${share.toFixed(2).padStart(17)}   ${verdict}`,
      );
    }
  }
  if (wanted("memory")) {
    const lengths = [50_000, 400_000];
    console.log(`\nMemory in use at the end of W3 with ${lengths.join(" and ")} customers`);
    for (const engine of ["callbacks", "generators", "full path"]) {
      const megabytes = await measureMemory(enginePath, engine, lengths);
      console.log(`${engine.padEnd(22)} ${megabytes.map((mb) => `${mb.toFixed(1)} MB`).join("   ")}`);
    }
  }
  if (wanted("calendar")) await printCalendar(enginePath);
  if (wanted("touches")) await printTouches(enginePath, scenarios);
  if (wanted("hospital")) await printHospital(enginePath, scenarios);
}

async function printCalendar(enginePath: string): Promise<void> {
  const names = Object.keys(patterns);
  const line = (name: string, cells: readonly string[]) =>
    console.log(`${name.padEnd(14)}${cells.map((cell) => cell.padStart(21)).join("")}`);
  console.log(`\nEvent calendar: one take and one add [ns], by pending events; times: ${names.join(" / ")}`);
  line("", pendingCounts.map(String));
  for (const candidate of Object.keys(candidates)) {
    const runner = new Runner(enginePath);
    const rows = await runner.ask<CalendarRow[]>({ calendar: candidate });
    runner.end();
    line(
      candidate,
      rows.map(({ nanoseconds }) => names.map((name) => nanoseconds[name]!.toFixed(0)).join(" / ")),
    );
    if (candidate !== "kernel") continue;
    const ties = rows.map(({ shares }) => Math.min(...Object.values(shares)));
    line(
      "  with ties",
      ties.map((share) => `${share.toFixed(2)} of the rate`),
    );
    console.log(`  to reach 0.80: ${ties.every((share) => share >= 0.8) ? "reached" : "NOT REACHED"}`);
  }
}

const [enginePath, scenarios, ...chosen] = process.argv.slice(2);
await main(enginePath!, scenarios!, chosen);
