import { didYouMean } from "../../scenario/index.ts";
import { designFault } from "../designs/design-fault.ts";
import { type Expression, readExpression } from "../designs/expression.ts";
import { ExpressionFault } from "../designs/expression-fault.ts";
import { shown } from "../designs/flag-parts.ts";

/** Something that holds or not of the responses of a world. */
export interface Condition {
  /** As it was written, blanks aside. */
  readonly text: string;
  /** Names of the responses in it, each once. */
  readonly responses: readonly string[];
  /** Whether it holds where responses have these values; undefined where one that it takes is not defined (NaN). */
  holds(measured: (response: string) => number): boolean | undefined;
}

interface Comparison {
  readonly left: Expression;
  readonly right: Expression;
  readonly compare: (a: number, b: number) => boolean;
}

const OPERATORS: Readonly<Record<string, Comparison["compare"]>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  "≤": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "≥": (a, b) => a >= b,
};
const LONGEST = 1_000;
const HINT =
  'compare a response with a number in its own unit, as in "promise_reply_in_two_business_days_share < 0.9", several joined by "and" and "or"';

/**
 * The condition of a command line's `--fails`: comparisons of arithmetic over responses, joined by "and" and "or", of which "and" binds
 * more tightly. `known` are the responses that there are. Nothing else can be written in it. Throws InputError.
 */
export function parseCondition(written: string, known: readonly string[]): Condition {
  const text = written.trim().replaceAll(/\s+/g, " ");
  if (text.length > LONGEST) throw fault(text, `it has more than ${LONGEST} characters`);
  const responses = new Set<string>();
  const notice = (name: string) => {
    if (!known.includes(name)) throw unknown(name, known);
    responses.add(name);
    return { amount: 1, unit: "" };
  };
  const any = text
    .split(/ or /i)
    .map((part) => part.split(/ and /i).map((each) => comparisonOf(text, each, notice)));
  if (responses.size === 0) throw fault(text, "there is no response in it");
  return {
    text,
    responses: [...responses],
    holds: (measured) => {
      const lookUp = (name: string) => ({ amount: measured(name), unit: "" });
      return anyOf(any.map((all) => allOf(all.map((each) => compared(each, lookUp)))));
    },
  };
}

type LookUp = Parameters<Expression>[0];

function comparisonOf(whole: string, text: string, notice: LookUp): Comparison {
  const parts = text.split(/(<=|>=|<|>|≤|≥)/);
  if (parts.length !== 3) throw fault(whole, `${shown(text)} is no comparison`);
  try {
    const [left, right] = [readExpression(parts[0]!), readExpression(parts[2]!)];
    for (const side of [left, right]) {
      const { unit } = side(notice);
      if (unit !== "")
        throw new ExpressionFault(
          `"${unit}" cannot stand here: a response is a plain number in its own unit`,
        );
    }
    return { left, right, compare: OPERATORS[parts[1]!]! };
  } catch (error) {
    throw error instanceof ExpressionFault ? fault(whole, error.message) : error;
  }
}

function compared({ left, right, compare }: Comparison, lookUp: LookUp): boolean | undefined {
  const [a, b] = [left(lookUp).amount, right(lookUp).amount];
  return Number.isNaN(a) || Number.isNaN(b) ? undefined : compare(a, b);
}

function allOf(parts: readonly (boolean | undefined)[]): boolean | undefined {
  return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
}

function anyOf(parts: readonly (boolean | undefined)[]): boolean | undefined {
  return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
}

function fault(text: string, message: string) {
  return designFault("bad-condition", "--fails", `${shown(text)}: ${message}`, HINT);
}

function unknown(name: string, known: readonly string[]) {
  return designFault(
    "bad-condition",
    "--fails",
    `the sweep has no response ${shown(name)}`,
    didYouMean(name, known),
  );
}
