import { InputError } from "../../errors.ts";
import type { JsonObject, Patch } from "../../scenario/index.ts";
import type { Observation } from "./observation.ts";
import type { MakeVariant, Variant } from "./variant.ts";

/** What every part of an explanation needs. */
export interface ExplainOptions {
  readonly base: Variant;
  readonly bare: JsonObject;
  readonly make: MakeVariant;
  /** Simulates a variant in so many fresh worlds, from the first. */
  readonly observe: (variant: Variant, count: number) => Promise<readonly Observation[]>;
  /** Worlds for each comparison; for volumes and for Erlang, half as many. */
  readonly worlds: number;
  readonly explaining?: (what: string) => void;
}

/** A variant, or undefined where the change does not go with the rest. */
export async function soundVariant(make: MakeVariant, patch: Patch): Promise<Variant | undefined> {
  try {
    return await make(patch);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
