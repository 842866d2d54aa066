import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { JsonObject } from "../../scenario/index.ts";
import type { Design } from "../designs/design.ts";
import type { DesignColumn } from "../designs/factor.ts";
import { contentHash, type Offsets, offsetsKey } from "../job.ts";
import { PointFaults } from "./point-faults.ts";

/** A column of a design, and whether all of its levels are numbers. */
export interface TermsColumn extends DesignColumn {
  readonly type: "number" | "text";
}

/** What a sweep is: equal terms have results of the same bytes. Plain data. */
export interface SweepTerms {
  readonly engine: string;
  /** Canonical text of the scenario that the points change. */
  readonly scenario: string;
  /** Its local clock. A point whose zone or dates are others has its own. */
  readonly offsets: Offsets;
  readonly method: JsonObject;
  /** What the design was made of, see `Design`. */
  readonly made: JsonObject;
  readonly columns: readonly TermsColumn[];
  readonly points: number;
  /** SHA-256 of the levels of all points, in order. */
  readonly levels: string;
}

/** The terms of a design over a scenario. Throws InputError with the points that cannot be derived. */
export function sweepTerms(
  { engine, scenario, offsets }: Pick<SweepTerms, "engine" | "scenario" | "offsets">,
  design: Design,
): SweepTerms {
  const { method, made, columns, size } = design;
  const hash = sha256.create();
  const numeric = columns.map(() => true);
  const faults = new PointFaults(design);
  for (let point = 1; point <= size; point++) {
    const levels = faults.catching(point, () => design.levels(point));
    hash.update(utf8ToBytes(`${JSON.stringify(levels)}\n`));
    levels?.forEach((level, i) => {
      if (typeof level !== "number") numeric[i] = false;
    });
  }
  faults.throwAny();
  return {
    engine,
    scenario,
    offsets,
    method,
    made,
    columns: columns.map((column, i) => ({ ...column, type: numeric[i] === true ? "number" : "text" })),
    points: size,
    levels: bytesToHex(hash.digest()),
  };
}

/** SHA-256 of the terms, hexadecimal. */
export function sweepId(terms: SweepTerms): string {
  const { engine, scenario, offsets, method, made, columns, points, levels } = terms;
  const names = columns.map(({ path, unit }) => [path, unit ?? ""]);
  const design = [JSON.stringify([method, made]), names, points, levels];
  return contentHash("clinicsim/sweep/1", engine, scenario, offsetsKey(offsets), design);
}

/** In what two sweeps differ, in a word or two; undefined if they are the same. */
export function differenceOf(a: SweepTerms, b: SweepTerms): string | undefined {
  if (a.engine !== b.engine) return "another engine";
  if (a.scenario !== b.scenario) return "another scenario, seed or number of replications";
  if (JSON.stringify(offsetsKey(a.offsets)) !== JSON.stringify(offsetsKey(b.offsets)))
    return "other time zone data";
  return sweepId(a) === sweepId(b) ? undefined : "other points";
}
