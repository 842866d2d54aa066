import {
  type DistributionDefinition,
  type DistributionSpec,
  distributionDefinitions,
  type ParameterKind,
} from "../../random/index.ts";
import type { JsonObject, JsonValue } from "../json-value.ts";
import { readDuration } from "./duration.ts";
import { checked } from "./reading.ts";

/** The kinds that can describe a time: those with a parameter that carries a unit. Counts cannot. */
export const TIME_DISTRIBUTIONS: readonly DistributionDefinition[] = distributionDefinitions.filter(
  (definition) =>
    definition.params.some(({ kind }) => kind !== "number" && kind !== "count" && kind !== "weights"),
);

/** The specification, in minutes, of a distribution as the file writes it; the schema has let it through. */
export function distributionSpec(written: JsonObject): DistributionSpec {
  const [type, parameters] = Object.entries(written)[0] as [string, JsonObject];
  const entries = definitionOf(type)
    .params.filter(({ name }) => parameters[name] !== undefined)
    .map(({ name, kind }) => [name, inMinutes(kind, parameters[name]!)]);
  return Object.freeze({ type, ...Object.fromEntries(entries) }) as unknown as DistributionSpec;
}

function inMinutes(kind: ParameterKind, value: JsonValue): unknown {
  switch (kind) {
    case "quantity":
      return checked(readDuration(value as string));
    case "list":
      return (value as readonly string[]).map((text) => checked(readDuration(text)));
    case "distribution":
      return distributionSpec(value as JsonObject);
    case "parts":
      return (value as readonly JsonObject[]).map((part) => ({
        weight: part.weight,
        distribution: distributionSpec(part.distribution as JsonObject),
      }));
    default:
      return value;
  }
}

/** The inverse of `distributionSpec`, for defaults that definitions give in minutes. */
export function writtenDistribution({ type, ...parameters }: DistributionSpec): JsonObject {
  const entries = definitionOf(type)
    .params.map(
      ({ name, kind }) => [name, inUnits(kind, (parameters as Record<string, unknown>)[name])] as const,
    )
    .filter(([, value]) => value !== undefined);
  return { [type]: Object.fromEntries(entries) as JsonObject };
}

function inUnits(kind: ParameterKind, value: unknown): JsonValue | undefined {
  if (value === undefined) return undefined;
  if (kind === "quantity") return `${value as number} min`;
  if (kind === "list") return (value as readonly number[]).map((minutes) => `${minutes} min`);
  if (kind === "distribution") return writtenDistribution(value as DistributionSpec);
  if (kind !== "parts") return value as JsonValue;
  return (value as readonly { weight: number; distribution: DistributionSpec }[]).map((part) => ({
    weight: part.weight,
    distribution: writtenDistribution(part.distribution),
  }));
}

/** The distribution of `factor` times whatever the other gives: the same shape, `factor` times its mean. 0 < factor < ∞. */
export function scaledSpec({ type, ...parameters }: DistributionSpec, factor: number): DistributionSpec {
  const entries = definitionOf(type).params.map(
    ({ name, kind }) => [name, scaled(kind, (parameters as Record<string, unknown>)[name], factor)] as const,
  );
  const given = entries.filter(([, value]) => value !== undefined);
  return { type, ...Object.fromEntries(given) } as unknown as DistributionSpec;
}

function scaled(kind: ParameterKind, value: unknown, factor: number): unknown {
  if (value === undefined) return undefined;
  if (kind === "quantity") return (value as number) * factor;
  if (kind === "list") return (value as readonly number[]).map((each) => each * factor);
  if (kind === "distribution") return scaledSpec(value as DistributionSpec, factor);
  if (kind !== "parts") return value;
  return (value as readonly { weight: number; distribution: DistributionSpec }[]).map((part) => ({
    weight: part.weight,
    distribution: scaledSpec(part.distribution, factor),
  }));
}

function definitionOf(type: string): DistributionDefinition {
  return TIME_DISTRIBUTIONS.find((candidate) => candidate.type === type)!;
}
