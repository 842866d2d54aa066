import { flagFaults } from "./flag-faults.ts";
import type { Flags } from "./program.ts";

/** What `fit` was asked, beside how the log is read. */
export interface FitFlags {
  readonly out: string;
  readonly name?: string;
  /** The scenario from which comes what a log cannot tell. */
  readonly like?: string;
  /** Patients with an account, by specialty; `all`: where there is one specialty. */
  readonly patients: Readonly<Record<string, number>>;
  readonly all?: number;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly force: boolean;
}

const MOST_PATIENTS = 1_000_000;
const LONGEST_NAME = 80;

/** The flags of `fit`, checked. Throws InputError with every fault. */
export function fitFlags(flags: Flags): FitFlags {
  const { refuse, text, list, finish } = flagFaults(flags);
  const out = text("--out") ?? "";
  if (out === "") refuse("--out", "needs a file", "for example --out scenarios/my-clinic.json");
  const name = text("--name");
  if (name !== undefined && (name.trim() === "" || name.length > LONGEST_NAME)) {
    refuse("--name", `must have 1 to ${LONGEST_NAME} characters`, 'for example --name "Rheumatology: today"');
  }
  const like = text("--like");
  const patients: Record<string, number> = Object.create(null);
  let all: number | undefined;
  for (const each of list("--patients")) {
    const [, specialty, digits] = /^(?:(.+)=)?(\d{1,7})$/s.exec(each) ?? [];
    const count = Number(digits);
    if (digits === undefined || count < 1 || count > MOST_PATIENTS) {
      refuse(
        "--patients",
        `"${each}" is no number of patients`,
        "write 2256, or rheumatology=2256 for one of several specialties",
      );
    } else if (specialty === undefined) all = count;
    else patients[specialty] = count;
  }
  finish();
  return {
    out,
    ...(name === undefined ? {} : { name }),
    ...(like === undefined ? {} : { like }),
    patients,
    ...(all === undefined ? {} : { all }),
    json: flags.json === true,
    quiet: flags.quiet === true,
    force: flags.force === true,
  };
}
