import { exp, log, pow } from "../../random/index.ts";
import { ExpressionFault } from "./expression-fault.ts";
import { type Token, tokensOf } from "./expression-tokens.ts";
import { type Quantity, quantityOf } from "./quantity.ts";

/** Computes an expression; `lookUp` says what stands at a path. Throws ExpressionFault. */
export type Expression = (lookUp: (path: string) => Quantity) => Quantity;

const DEEPEST = 40;

/**
 * Reads arithmetic over paths: numbers, quantities in double quotes, paths, + − * / ^, parentheses, and the functions min, max, abs,
 * round, floor, ceil, sqrt, exp, log. Nothing in it can loop, allocate or reach anything else, and its size is bounded; the same bits on
 * every engine. A minus between names has blanks around it, because names have hyphens. Throws ExpressionFault.
 */
export function readExpression(text: string): Expression {
  const tokens = tokensOf(text);
  let at = 0;
  const next = (): Token | undefined => tokens[at];
  const takes = (...symbols: readonly string[]): string | undefined => {
    const token = next();
    if (token?.type !== "symbol" || !symbols.includes(token.text)) return undefined;
    at += 1;
    return token.text;
  };
  const expect = (symbol: string) => {
    if (takes(symbol) === undefined) throw new ExpressionFault(`${symbol} is missing ${placeOf(next())}`);
  };

  const sum = (depth: number): Expression => {
    let left = product(depth);
    for (let sign = takes("+", "-"); sign !== undefined; sign = takes("+", "-")) {
      left = both(left, product(depth), sign === "+" ? add : subtract);
    }
    return left;
  };
  const product = (depth: number): Expression => {
    let left = signed(depth);
    for (let sign = takes("*", "/"); sign !== undefined; sign = takes("*", "/")) {
      left = both(left, signed(depth), sign === "*" ? multiply : divide);
    }
    return left;
  };
  const signed = (depth: number): Expression => {
    if (depth > DEEPEST) throw new ExpressionFault(`it is nested more than ${DEEPEST} deep`);
    const sign = takes("-", "+");
    if (sign === undefined) return power(depth);
    const value = signed(depth + 1);
    return sign === "+" ? value : (lookUp) => scaled(value(lookUp), -1);
  };
  const power = (depth: number): Expression => {
    const base = primary(depth);
    return takes("^") === undefined ? base : both(base, signed(depth + 1), raise);
  };
  const primary = (depth: number): Expression => {
    if (takes("(") !== undefined) {
      const inner = sum(depth + 1);
      expect(")");
      return inner;
    }
    const token = next();
    if (token === undefined || token.type === "symbol")
      throw new ExpressionFault(`a value is missing ${placeOf(token)}`);
    at += 1;
    if (token.type === "quantity") return literal(token.text);
    if (takes("(") === undefined) return (lookUp) => lookUp(token.text);
    const inputs = [sum(depth + 1)];
    while (takes(",") !== undefined) inputs.push(sum(depth + 1));
    expect(")");
    return call(token.text, inputs);
  };

  const whole = sum(0);
  if (next() !== undefined) throw new ExpressionFault(`an operator is missing ${placeOf(next())}`);
  return whole;
}

function placeOf(token: Token | undefined): string {
  return token === undefined ? "at the end" : `before ${JSON.stringify(token.text)}`;
}

function literal(text: string): Expression {
  const quantity = quantityOf(text);
  if (quantity === undefined)
    throw new ExpressionFault(`${JSON.stringify(text)} does not begin with a number`);
  return () => quantity;
}

type Operation = (a: Quantity, b: Quantity) => Quantity;

function both(a: Expression, b: Expression, operation: Operation): Expression {
  return (lookUp) => operation(a(lookUp), b(lookUp));
}

const add: Operation = (a, b) => ({ amount: a.amount + b.amount, unit: sameUnit(a, b) });
const subtract: Operation = (a, b) => ({ amount: a.amount - b.amount, unit: sameUnit(a, b) });
const multiply: Operation = (a, b) => (b.unit === "" ? scaled(a, b.amount) : scaled(b, plain(a)));
const divide: Operation = (a, b) => {
  const amount = a.amount / b.amount;
  if (b.unit === "") return { amount, unit: a.unit };
  sameUnit(a, b);
  return { amount, unit: "" };
};
const raise: Operation = (a, b) => ({ amount: pow(plain(a), plain(b)), unit: "" });

function scaled({ amount, unit }: Quantity, by: number): Quantity {
  return { amount: amount * by, unit };
}

function sameUnit(a: Quantity, b: Quantity): string {
  if (a.unit === b.unit) return a.unit;
  const name = ({ unit }: Quantity) => (unit === "" ? "a plain number" : JSON.stringify(unit));
  throw new ExpressionFault(`${name(a)} and ${name(b)} do not go together`);
}

function plain({ amount, unit }: Quantity): number {
  if (unit !== "")
    throw new ExpressionFault(`${JSON.stringify(unit)} cannot stand here: only a plain number can`);
  return amount;
}

/** Functions that keep a unit, and those of plain numbers. */
const OF_QUANTITIES = new Map<string, (x: number) => number>([
  ["abs", Math.abs],
  ["round", Math.round],
  ["floor", Math.floor],
  ["ceil", Math.ceil],
]);
const OF_NUMBERS = new Map<string, (x: number) => number>([
  ["sqrt", Math.sqrt],
  ["exp", exp],
  ["log", log],
]);
const OF_SEVERAL = new Map<string, (a: number, b: number) => number>([
  ["min", Math.min],
  ["max", Math.max],
]);

function call(name: string, inputs: readonly Expression[]): Expression {
  const [first, ...others] = inputs as [Expression, ...Expression[]];
  const choice = OF_SEVERAL.get(name);
  if (choice !== undefined) {
    return others.reduce(
      (left, right) =>
        both(left, right, (a, b) => ({ amount: choice(a.amount, b.amount), unit: sameUnit(a, b) })),
      first,
    );
  }
  const ofQuantity = OF_QUANTITIES.get(name);
  const ofNumber = OF_NUMBERS.get(name);
  if (ofQuantity === undefined && ofNumber === undefined) {
    const known = [...OF_SEVERAL.keys(), ...OF_QUANTITIES.keys(), ...OF_NUMBERS.keys()].join(", ");
    throw new ExpressionFault(`${JSON.stringify(name)} is not a function; there are ${known}`);
  }
  if (others.length > 0) throw new ExpressionFault(`${name} takes one value, not ${inputs.length}`);
  return (lookUp) => {
    const value = first(lookUp);
    if (ofQuantity !== undefined) return { amount: ofQuantity(value.amount), unit: value.unit };
    return { amount: ofNumber!(plain(value)), unit: "" };
  };
}
