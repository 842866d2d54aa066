import { InputError } from "../../errors.ts";
import {
  formatPath,
  type JsonObject,
  type JsonValue,
  type Patch,
  parsePath,
  type WrittenDecision,
} from "../../scenario/index.ts";
import { decimalRange } from "../designs/decimal-range.ts";
import { valueAt } from "../designs/derived.ts";
import { levelValue } from "../designs/factor.ts";
import { parseVary } from "../designs/vary.ts";

/** Something to decide, with all that it may be. */
export interface Decision {
  readonly name: string;
  readonly levels: readonly DecisionLevel[];
  /** Whether the levels go from least to most, so that one before another is one fewer. */
  readonly inOrder: boolean;
}

interface DecisionLevel {
  readonly text: string;
  readonly patch: Patch;
}

/** Most levels of a decision. */
const MOST_LEVELS = 200;

/** Decisions as they were written, over the document that they change. Throws InputError with what is wrong with one. */
export function decisionOf(written: WrittenDecision, document: JsonObject): Decision {
  switch (written.kind) {
    case "choices": {
      const levels = written.choices.map(({ name, set }) => ({ text: name, patch: set }));
      return { name: written.name, levels, inOrder: written.inOrder };
    }
    case "values":
      return ofValues(written.name, written.values, document);
    case "posts":
      return ofPosts(written, document);
  }
}

function ofValues(name: string, values: string | readonly JsonValue[], document: JsonObject): Decision {
  const text = typeof values === "string" ? values : JSON.stringify(values);
  const factor = parseVary(`${name}=${text}`, (path) => valueAt(document, parsePath(path) ?? [path]));
  if (!("levels" in factor)) {
    throw fault(name, `${factor.written} has no step`, `write ${factor.written}:1, or the values themselves`);
  }
  if (factor.levels.length > MOST_LEVELS) {
    throw fault(name, `${factor.levels.length} values are more than ${MOST_LEVELS}`, "list fewer");
  }
  const inOrder = factor.levels.every((level) => typeof level === "number");
  const levels = inOrder ? factor.levels.toSorted((a, b) => Number(a) - Number(b)) : factor.levels;
  return {
    name: factor.path,
    inOrder,
    levels: levels.map((level) => {
      const value = levelValue(factor, level);
      return {
        text: typeof value === "string" ? value : JSON.stringify(value),
        patch: { [factor.path]: value },
      };
    }),
  };
}

type Posts = Extract<WrittenDecision, { kind: "posts" }>;

/** Whole posts have the team's hours; the part of one beside them is somebody with a roster of its own. */
function ofPosts({ name, team, steps, rosters }: Posts, document: JsonObject): Decision {
  const [from = "", to = from, by = "1"] = steps.split(":").map((part) => part.trim());
  const sizes = decimalRange(from, to, by);
  if (sizes === undefined || sizes.some((size) => size < 0) || sizes.length > MOST_LEVELS) {
    throw fault(name, `"${steps}" are no steps`, "write from:to:by, as in 0.5:2:0.25");
  }
  const path = (key: string) => formatPath(["staff", team, key]);
  const hadPeople = Object.keys(valueAt(document, ["staff", team, "people"]) ?? {}).length > 0;
  const levels = sizes.map((size): DecisionLevel => {
    const whole = Math.floor(size);
    const part = Number((size - whole).toFixed(6));
    const text = `${size} FTE`;
    if (part === 0) {
      return { text, patch: { [path("count")]: whole, ...(hadPeople ? { [path("people")]: null } : {}) } };
    }
    const roster = rosters[`${part}`];
    if (roster === undefined) {
      throw fault(name, `there is no roster for ${part} of a post`, `add "${part}" to its rosters`);
    }
    return { text, patch: { [path("count")]: whole + 1, [path("people")]: { "part-time": roster } } };
  });
  return { name, levels, inOrder: true };
}

function fault(name: string, message: string, hint: string): InputError {
  const path = `staffing.vary.${formatPath([name])}`;
  return new InputError([{ code: "bad-decision", path, message, hint, severity: "error" }]);
}
