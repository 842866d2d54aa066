import * as z from "zod";
import {
  createDistribution,
  type DistributionDefinition,
  type DistributionSpec,
  distributionDefinitions,
  type ParameterDefinition,
} from "../../random/index.ts";
import { isObject, type JsonObject, type JsonValue } from "../json-value.ts";
import { LIMITS } from "../limits.ts";
import { readDuration } from "../quantities/duration.ts";
import { checked } from "../quantities/reading.ts";
import { duration } from "./fields.ts";

/** The kinds that can describe a time: those with a parameter that carries a unit. Counts cannot. */
const OF_TIMES = distributionDefinitions.filter((definition) =>
  definition.params.some(({ kind }) => kind !== "number" && kind !== "count" && kind !== "weights"),
);

/** Distributions within distributions: a mixture of truncated ones needs two. */
const DEPTH = 4;

/**
 * A distribution of times as the file writes it, an object with one key that says which: `{"lognormal": {"mean": "5 min", "sd": "4 min"}}`. Its parameters
 * are those that the definitions in `random/` declare; `most` [min] bounds every one of them.
 */
export function timeDistribution(id: string, doc: string, most: number) {
  const whole: z.ZodType<JsonObject> = z.lazy(() => schema);
  const options = Object.fromEntries(
    OF_TIMES.map((definition) => [definition.type, kindOf(definition, whole, most)]),
  );
  const schema: z.ZodType<JsonObject> = z
    .strictObject(options)
    .check((context) => {
      const found = Object.keys(context.value);
      const message = faultOf(context.value as JsonObject, found, most);
      if (message === undefined) return;
      context.issues.push({
        code: "custom",
        input: context.value,
        message,
        params: { code: "bad-distribution" },
      });
    })
    .meta({ id, description: doc, minProperties: 1, maxProperties: 1 }) as unknown as z.ZodType<JsonObject>;
  return schema;
}

function kindOf(definition: DistributionDefinition, whole: z.ZodType<JsonObject>, most: number) {
  const shape = Object.fromEntries(
    definition.params.map((parameter) => {
      const schema = parameterOf(parameter, whole, most).meta({
        description: `${parameter.doc} (${parameter.domain})`,
      });
      return [parameter.name, parameter.optional === true ? schema.optional() : schema];
    }),
  );
  return z.strictObject(shape).optional().meta({ description: definition.doc });
}

function parameterOf(
  { kind, doc }: ParameterDefinition,
  whole: z.ZodType<JsonObject>,
  most: number,
): z.ZodType {
  const weight = z.number().min(0).max(1e9);
  switch (kind) {
    case "quantity":
      return duration(doc, "5 min", { most });
    case "number":
      return z.number();
    case "count":
      return z.int().min(1).max(1_000);
    case "list":
      return z
        .array(duration(doc, "5 min", { most }))
        .min(1)
        .max(LIMITS.list);
    case "weights":
      return z.array(weight).min(1).max(LIMITS.list);
    case "distribution":
      return whole;
    case "parts":
      return z
        .array(z.strictObject({ weight, distribution: whole }))
        .min(1)
        .max(20);
  }
}

function faultOf(value: JsonObject, found: readonly string[], most: number): string | undefined {
  if (found.length !== 1) {
    const known = OF_TIMES.map(({ type }) => type).join(", ");
    return `a distribution has exactly one of ${known}; this has ${found.length === 0 ? "none" : found.join(", ")}`;
  }
  if (depthOf(value) > DEPTH) return `distributions are nested more than ${DEPTH} deep`;
  try {
    const { mean } = createDistribution(distributionSpec(value));
    return mean <= most ? undefined : `its mean of ${mean} minutes is more than ${most}`;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

function depthOf(value: JsonValue): number {
  if (Array.isArray(value)) return Math.max(0, ...(value as readonly JsonValue[]).map(depthOf));
  if (!isObject(value)) return 0;
  const inside = Math.max(0, ...Object.values(value).map(depthOf));
  return OF_TIMES.some(({ type }) => Object.hasOwn(value, type)) ? inside + 1 : inside;
}

/** The specification, in minutes, of a distribution that the schema has let through. */
export function distributionSpec(written: JsonObject): DistributionSpec {
  const [type, parameters] = Object.entries(written)[0] as [string, JsonObject];
  const definition = OF_TIMES.find((candidate) => candidate.type === type)!;
  const entries = definition.params
    .filter(({ name }) => parameters[name] !== undefined)
    .map(({ name, kind }) => [name, inMinutes(kind, parameters[name]!)]);
  return Object.freeze({ type, ...Object.fromEntries(entries) }) as unknown as DistributionSpec;
}

function inMinutes(kind: ParameterDefinition["kind"], value: JsonValue): unknown {
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

/** Handling times. */
export const handlingTime = timeDistribution(
  "handlingTime",
  "A distribution of handling times: one kind, with its parameters in units of time.",
  LIMITS.handling,
);

/** Delays. */
export const delayTime = timeDistribution(
  "delay",
  "A distribution of delays: one kind, with its parameters in units of time.",
  LIMITS.delay,
);

/** The inverse of `distributionSpec`, for defaults that the definitions give in minutes. */
export function writtenDistribution({ type, ...parameters }: DistributionSpec): JsonObject {
  const { params } = OF_TIMES.find((candidate) => candidate.type === type)!;
  const entries = params
    .map(({ name, kind }) => [name, inUnits(kind, (parameters as Record<string, unknown>)[name])] as const)
    .filter(([, value]) => value !== undefined);
  return { [type]: Object.fromEntries(entries) as JsonObject };
}

function inUnits(kind: ParameterDefinition["kind"], value: unknown): JsonValue | undefined {
  if (value === undefined) return undefined;
  if (kind === "quantity") return `${value as number} min`;
  if (kind === "list") return (value as readonly number[]).map((minutes) => `${minutes} min`);
  if (kind === "distribution") return writtenDistribution(value as DistributionSpec);
  if (kind !== "parts") return value as JsonValue;
  return (value as readonly { weight: number; distribution: DistributionSpec }[]).map(
    ({ weight, distribution }) => ({
      weight,
      distribution: writtenDistribution(distribution),
    }),
  );
}
