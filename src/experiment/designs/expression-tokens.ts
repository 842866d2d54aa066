import { ExpressionFault } from "./expression-fault.ts";
import { NUMBER } from "./quantity.ts";

/** A word of an expression: a path or a function's name, a number or a quantity, a sign. */
export interface Token {
  readonly type: "name" | "quantity" | "symbol";
  readonly text: string;
}

const MOST_CHARACTERS = 1_000;
const LETTER = String.raw`A-Za-z_$\u00c0-\u024f`;
const SEGMENT = String.raw`(?:[${LETTER}0-9]+(?:-+[${LETTER}0-9]+)*|"(?:[^"\\]|\\.)*")`;
const UNSIGNED = NUMBER.slice("[+-]?".length);

/** One word after another. A hyphen within a name belongs to it; a text in quotes that no dot follows is a quantity. */
const WORDS: readonly (readonly [Token["type"], RegExp])[] = [
  ["quantity", new RegExp(`${UNSIGNED}(?![${LETTER}0-9.])`, "y")],
  ["quantity", /"([^"\\]*)"(?!\.)/y],
  ["name", new RegExp(String.raw`(?=[${LETTER}"])${SEGMENT}(?:\.${SEGMENT})*`, "y")],
  ["symbol", /[-+*/^(),]/y],
];

/** The words of an expression. Throws ExpressionFault. O(length). */
export function tokensOf(text: string): readonly Token[] {
  if (text.length > MOST_CHARACTERS)
    throw new ExpressionFault(`it has more than ${MOST_CHARACTERS} characters`);
  const tokens: Token[] = [];
  const blanks = /\s*/y;
  let at = 0;
  for (;;) {
    blanks.lastIndex = at;
    at += blanks.exec(text)![0].length;
    if (at >= text.length) return tokens;
    const found = wordAt(text, at);
    if (found === undefined)
      throw new ExpressionFault(`${JSON.stringify(text.slice(at, at + 20))} cannot be read`);
    tokens.push(found.token);
    at = found.end;
  }
}

function wordAt(text: string, at: number): { readonly token: Token; readonly end: number } | undefined {
  for (const [type, pattern] of WORDS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { token: { type, text: match[1] ?? match[0] }, end: at + match[0].length };
  }
  return undefined;
}
