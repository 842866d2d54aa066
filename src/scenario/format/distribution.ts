import * as z from "zod";
import {
  createDistribution,
  type DistributionDefinition,
  type ParameterDefinition,
} from "../../random/index.ts";
import { isObject, type JsonObject, type JsonValue } from "../json-value.ts";
import { LIMITS } from "../limits.ts";
import { distributionSpec, TIME_DISTRIBUTIONS } from "../quantities/distribution.ts";
import { duration } from "./fields.ts";

/** Distributions within distributions: a mixture of truncated ones needs three. */
const DEPTH = 4;

/**
 * A distribution of times as the file writes it: an object with one key that says which kind, `{"lognormal": {"mean": "5 min", "sd": "4 min"}}`.
 * Its parameters are those that the definitions in `random/` declare.
 */
export const delayTime: z.ZodType<JsonObject> = schemaOf();

/** A distribution of times as long as somebody may work on one thing. */
export const handlingTime: z.ZodType<JsonObject> = delayTime
  .check((context) => {
    const mean = meanOf(context.value);
    if (!(mean > LIMITS.handling)) return;
    const message = `a mean of ${mean} minutes is more than ${LIMITS.handling}`;
    context.issues.push({ code: "custom", input: context.value, message, params: { code: "out-of-range" } });
  })
  .meta({
    id: "handlingTime",
    "x-is": "distribution",
    description: "A distribution of handling times, with a mean of a day at most.",
  });

function schemaOf(): z.ZodType<JsonObject> {
  const whole: z.ZodType<JsonObject> = z.lazy(() => delayTime);
  const kinds = TIME_DISTRIBUTIONS.map((definition) => [definition.type, kindOf(definition, whole)]);
  return z
    .strictObject(Object.fromEntries(kinds) as Record<string, z.ZodType>)
    .check((context) => {
      const message = faultOf(context.value as JsonObject);
      if (message === undefined) return;
      context.issues.push({
        code: "custom",
        input: context.value,
        message,
        params: { code: "bad-distribution" },
      });
    })
    .meta({
      id: "distribution",
      "x-is": "distribution",
      description: "A distribution of times: one kind, with its parameters in units of time.",
      minProperties: 1,
      maxProperties: 1,
    }) as unknown as z.ZodType<JsonObject>;
}

function kindOf(definition: DistributionDefinition, whole: z.ZodType<JsonObject>) {
  const shape = definition.params.map((parameter) => {
    const schema = parameterOf(parameter, whole);
    const said = schema.meta({ ...schema.meta(), description: `${parameter.doc} (${parameter.domain})` });
    return [parameter.name, parameter.optional === true ? said.optional() : said];
  });
  return z.strictObject(Object.fromEntries(shape)).optional().meta({ description: definition.doc });
}

function parameterOf({ kind, doc }: ParameterDefinition, whole: z.ZodType<JsonObject>): z.ZodType {
  const weight = z.number().min(0).max(1e9);
  switch (kind) {
    case "quantity":
      return duration(doc, "5 min");
    case "number":
      return z.number();
    case "count":
      return z.int().min(1).max(1_000);
    case "list":
      return z.array(duration(doc, "5 min")).min(1).max(LIMITS.list);
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

function faultOf(value: JsonObject): string | undefined {
  const found = Object.keys(value);
  if (found.length !== 1) {
    const known = TIME_DISTRIBUTIONS.map(({ type }) => type).join(", ");
    return `a distribution has one of ${known}; this has ${found.length === 0 ? "none" : found.join(" and ")}`;
  }
  if (depthOf(value) > DEPTH) return `distributions are nested more than ${DEPTH} deep`;
  try {
    const { mean } = createDistribution(distributionSpec(value));
    return mean <= LIMITS.delay ? undefined : `a mean of ${mean} minutes is more than ${LIMITS.delay}`;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** [min] Of a distribution without faults; NaN for one with. */
function meanOf(value: JsonObject): number {
  return faultOf(value) === undefined ? createDistribution(distributionSpec(value)).mean : Number.NaN;
}

function depthOf(value: JsonValue): number {
  if (Array.isArray(value)) return Math.max(0, ...(value as readonly JsonValue[]).map(depthOf));
  if (!isObject(value)) return 0;
  const inside = Math.max(0, ...Object.values(value).map(depthOf));
  return TIME_DISTRIBUTIONS.some(({ type }) => Object.hasOwn(value, type)) ? inside + 1 : inside;
}
