import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClinicReply } from "./clinic-engine.ts";
import { Runner } from "./kernel.ts";
import { median } from "./median.ts";

const W3_CUSTOMERS = 20_000;
/** Touches of a message of W3: 1.1976 at triage, 0.6587 by physicians. */
const W3_TOUCHES = 1.1976 + 0.6587;
const WARM_UPS = 5;
const ROUNDS = 9;
const CLINICS = ["mental-health", "rheum", "dermatology", "surgery"];

/** A scenario in a process of its own. */
class ClinicRunner {
  private readonly runner: Runner;
  private readonly scenario: string;
  private replication = 0;

  constructor(enginePath: string, scenarios: string, name: string) {
    this.runner = new Runner(enginePath);
    this.scenario = readFileSync(join(scenarios, `${name}.json`), "utf8");
  }

  next(parts = false): Promise<ClinicReply> {
    this.replication += 1;
    return this.runner.ask<ClinicReply>({ scenario: this.scenario, replication: this.replication, parts });
  }

  end(): void {
    this.runner.end();
  }
}

/** Prints what a touch of a message costs in a clinic, against one in the kernel's own clinic network. */
export async function printTouches(enginePath: string, scenarios: string): Promise<void> {
  const kernel = new Runner(enginePath);
  const askKernel = () =>
    kernel.ask({ workload: "W3", engine: "full path", customers: W3_CUSTOMERS, seed: 1 });
  const perTouch = ({ nanoseconds }: { readonly nanoseconds: number }, touches: number) =>
    nanoseconds / touches;
  console.log(`\nA touch of a message by a person, in times of one on the kernel's full path (W3)`);
  console.log("scenario                  cold      warm   every touch   to reach");
  for (let i = 0; i < WARM_UPS; i++) await askKernel();
  for (const name of CLINICS) {
    const clinic = new ClinicRunner(enginePath, scenarios, name);
    const first = await clinic.next();
    const own = perTouch(await askKernel(), W3_CUSTOMERS * W3_TOUCHES);
    const cold = perTouch(first, first.touches) / own;
    for (let i = 0; i < WARM_UPS; i++) await clinic.next();
    const ratios: number[] = [];
    const all: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const reply = await clinic.next();
      const inKernel = perTouch(await askKernel(), W3_CUSTOMERS * W3_TOUCHES);
      ratios.push(perTouch(reply, reply.touches) / inKernel);
      all.push(perTouch(reply, reply.allTouches) / inKernel);
    }
    const warm = median(ratios);
    const verdict = warm <= 6 ? "reached" : "NOT REACHED";
    const cells = [cold, warm, median(all)].map((ratio, i) => ratio.toFixed(1).padStart(i === 2 ? 14 : 10));
    console.log(`${name.padEnd(20)}${cells.join("")}   6.0 ${verdict}`);
    if (warm > 6) await printParts(clinic);
    clinic.end();
  }
  kernel.end();
}

/** Where the time of a replication goes. */
async function printParts(clinic: ClinicRunner): Promise<void> {
  const replies: ClinicReply[] = [];
  for (let round = 0; round < ROUNDS; round++) replies.push(await clinic.next(true));
  const parts = Object.keys(replies[0]!.parts);
  const times = parts.map((part) => median(replies.map((reply) => reply.parts[part]!)));
  const sum = times.reduce((all, time) => all + time, 0);
  const shares = parts.map((part, i) => `${part} ${Math.round((100 * times[i]!) / sum)} %`);
  console.log(`  ${shares.join(", ")}`);
}

/** Prints a year of the hospital against its four clinics one by one. */
export async function printHospital(enginePath: string, scenarios: string): Promise<void> {
  const clinics = CLINICS.map((name) => new ClinicRunner(enginePath, scenarios, name));
  const hospital = new ClinicRunner(enginePath, scenarios, "hospital");
  const everybody = [hospital, ...clinics];
  for (const each of everybody) for (let i = 0; i < WARM_UPS; i++) await each.next();
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const whole = (await hospital.next()).nanoseconds;
    let parts = 0;
    for (const each of clinics) parts += (await each.next()).nanoseconds;
    ratios.push(whole / parts);
  }
  for (const each of everybody) each.end();
  const ratio = median(ratios);
  const verdict = ratio <= 1.5 ? "reached" : "NOT REACHED";
  console.log(
    `\nA year of the hospital, in times of its four clinics one by one: ${ratio.toFixed(2)}   1.50 ${verdict}`,
  );
}
