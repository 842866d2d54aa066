import * as z from "zod/mini";
import {
  createDistribution,
  type DistributionDefinition,
  type ParameterDefinition,
} from "../../random/index.ts";
import { isObject, type JsonObject, type JsonValue } from "../json-value.ts";
import { LIMITS } from "../limits.ts";
import { distributionSpec, TIME_DISTRIBUTIONS } from "../quantities/distribution.ts";
import { described } from "./described.ts";
import { count, duration, number } from "./fields.ts";

/** Distributions within distributions: a mixture of truncated ones needs three. */
const DEPTH = 4;

type Distribution = z.ZodMiniType<JsonObject>;
type Shape = Readonly<Record<string, z.ZodMiniType>>;

/**
 * A distribution of times as the file writes it: an object with one key that says which kind, `{"lognormal":
 * {"mean": "5 min", "sd": "4 min"}}`. Its parameters are those that the definitions in `random/` declare.
 */
export const timeDistribution: Distribution = schemaOf();

function schemaOf(): Distribution {
  const kinds = TIME_DISTRIBUTIONS.map((definition) => [definition.type, kindOf(definition)]);
  const schema = z.strictObject(Object.fromEntries(kinds) as Shape).check((context) => {
    const message = faultOf(context.value as JsonObject);
    if (message === undefined) return;
    context.issues.push({
      code: "custom",
      input: context.value,
      message,
      params: { code: "bad-distribution" },
    });
  });
  const doc = "A distribution of times: one kind, with its parameters in units of time.";
  const more = { id: "distribution", "x-is": "distribution", minProperties: 1, maxProperties: 1 };
  return described(schema, doc, more) as unknown as Distribution;
}

function kindOf({ type, doc, params }: DistributionDefinition): z.ZodMiniType {
  const shape = {} as Record<string, z.ZodMiniType>;
  for (const parameter of params) {
    // A distribution within a distribution is asked for later: this one is not complete yet.
    if (parameter.kind === "distribution") {
      Object.defineProperty(shape, parameter.name, { enumerable: true, get: () => timeDistribution });
      continue;
    }
    const schema = parameterOf(parameter);
    shape[parameter.name] = parameter.optional === true ? z.optional(schema) : schema;
  }
  return described(z.optional(z.strictObject(shape)), doc, { id: type });
}

function parameterOf({ kind, doc, domain }: ParameterDefinition): z.ZodMiniType {
  const says = `${doc} (${domain})`;
  const weight = number("Weight; only ratios matter.", 0, 1e9);
  const several = <T extends z.ZodMiniType>(item: T, most: number) =>
    described(z.array(item).check(z.minLength(1), z.maxLength(most)), says);
  switch (kind) {
    case "quantity":
      return duration(says, "5 min");
    case "number":
      return described(z.number(), says);
    case "count":
      return count(says, 1, 1_000);
    case "list":
      return several(duration(doc, "5 min"), LIMITS.list);
    case "weights":
      return several(weight, LIMITS.list);
    case "distribution":
      return timeDistribution;
    case "parts": {
      const part = {
        weight,
        get distribution() {
          return timeDistribution;
        },
      };
      return several(z.strictObject(part), 20);
    }
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

function depthOf(value: JsonValue): number {
  if (Array.isArray(value)) return Math.max(0, ...(value as readonly JsonValue[]).map(depthOf));
  if (!isObject(value)) return 0;
  const inside = Math.max(0, ...Object.values(value).map(depthOf));
  return TIME_DISTRIBUTIONS.some(({ type }) => Object.hasOwn(value, type)) ? inside + 1 : inside;
}
