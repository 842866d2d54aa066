import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Issue } from "../../errors.ts";
import { FORBIDDEN_KEYS, type JsonValue, type Segment } from "../json-value.ts";
import { LIMITS } from "../limits.ts";
import { formatPath } from "../path.ts";
import { nesting } from "./nesting.ts";
import { positions } from "./position.ts";

interface Position {
  readonly line: number;
  readonly column: number;
}

/** A JSON text, read. */
export interface JsonText {
  readonly value: JsonValue | undefined;
  readonly issues: readonly Issue[];
  /**
   * Where the value at a path stands (or its key); of the nearest value around it where there is none;
   * undefined if that is all of it.
   */
  locate(path: readonly Segment[], atKey?: boolean): Position | undefined;
}

/**
 * Reads JSON with comments and trailing commas. Never throws: size, depth, number of values, syntax,
 * duplicate keys and keys that reach into JavaScript's own machinery all end in issues. O(length).
 */
export function readJsonText(source: string): JsonText {
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  const refuse = (issue: Omit<Issue, "severity" | "path">): JsonText => ({
    value: undefined,
    issues: [{ path: "", severity: "error", ...issue }],
    locate: () => undefined,
  });
  if (text.length > LIMITS.text) {
    const message = `the text has ${text.length} characters, more than ${LIMITS.text}`;
    return refuse({
      code: "too-large",
      message,
      hint: "a scenario is a few hundred lines; is this the right file?",
    });
  }
  if (text.trim() === "") {
    return refuse({
      code: "syntax",
      message: "the text is empty",
      hint: "`clinicsim init` writes a starter",
    });
  }
  const position = positions(text);
  const shape = nesting(text, LIMITS.depth);
  if (shape.depth > LIMITS.depth) {
    const message = `brackets are nested more than ${LIMITS.depth} deep`;
    return refuse({ code: "too-deep", message, hint: "a scenario needs ten", ...position(shape.offset) });
  }
  if (shape.values > LIMITS.values) {
    const message = `the text has more than ${LIMITS.values} values`;
    return refuse({
      code: "too-large",
      message,
      hint: "a scenario has some hundreds; is this the right file?",
    });
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || tree === undefined) {
    const issues = errors.map(({ error, offset }): Issue => {
      const message = SYNTAX[printParseErrorCode(error)] ?? "this is not JSON";
      return { code: "syntax", path: "", message, severity: "error", ...position(offset) };
    });
    return { value: undefined, issues: firstOfEach(issues), locate: () => undefined };
  }
  const issues: Issue[] = [];
  const value = toValue(tree, [], (code, path, message, hint, offset) =>
    issues.push({ code, path: formatPath(path), message, hint, severity: "error", ...position(offset) }),
  );
  const locate = (path: readonly Segment[], atKey?: boolean) => {
    const offset = offsetOf(tree, path, atKey === true);
    return offset === undefined ? undefined : position(offset);
  };
  return { value, issues, locate };
}

/** At most ten issues, none twice at one place. */
function firstOfEach(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Map(issues.map((issue) => [`${issue.line}:${issue.column} ${issue.message}`, issue]));
  return [...seen.values()].slice(0, 10);
}

type Report = (code: string, path: readonly Segment[], message: string, hint: string, offset: number) => void;

function toValue(node: Node, path: Segment[], report: Report): JsonValue {
  if (node.type === "array") {
    return (node.children ?? []).map((child, index) => toValue(child, [...path, index], report));
  }
  if (node.type !== "object") return node.value as JsonValue;
  const result: Record<string, JsonValue> = {};
  for (const property of node.children ?? []) {
    const [key, child] = property.children ?? [];
    if (key === undefined || child === undefined) continue;
    const name = key.value as string;
    const here = [...path, name];
    if (FORBIDDEN_KEYS.has(name)) {
      report(
        "forbidden-key",
        here,
        `the key ${JSON.stringify(name)} is not allowed`,
        "choose another name",
        key.offset,
      );
    } else if (Object.hasOwn(result, name)) {
      report("duplicate-key", here, `${JSON.stringify(name)} appears twice`, "keep one of them", key.offset);
    } else {
      result[name] = toValue(child, here, report);
    }
  }
  return result;
}

/**
 * Of the last value on `path` that the text has; undefined if it has none. Takes, as `toValue` does, the
 * first of several equal keys.
 */
function offsetOf(root: Node, path: readonly Segment[], atKey: boolean): number | undefined {
  let node = root;
  for (const [depth, segment] of path.entries()) {
    const last = depth === path.length - 1;
    if (node.type === "array") {
      const child = node.children?.[Number(segment)];
      if (child === undefined) break;
      node = child;
    } else {
      const property = node.children?.find((candidate) => candidate.children?.[0]?.value === String(segment));
      const [key, child] = property?.children ?? [];
      if (key === undefined || child === undefined) break;
      if (last && atKey) return key.offset;
      node = child;
    }
  }
  return node === root && path.length > 0 ? undefined : node.offset;
}

const SYNTAX: Readonly<Record<string, string>> = {
  InvalidSymbol: "this word is not JSON; text stands in double quotes",
  InvalidNumberFormat: "this is not a number as JSON writes it",
  PropertyNameExpected: "a key in double quotes is missing",
  ValueExpected: "a value is missing",
  ColonExpected: "a colon is missing",
  CommaExpected: "a comma is missing",
  CloseBraceExpected: "a closing } is missing",
  CloseBracketExpected: "a closing ] is missing",
  EndOfFileExpected: "there is text after the end",
  InvalidCommentToken: "a comment is not allowed here",
  UnexpectedEndOfComment: "a comment is not closed",
  UnexpectedEndOfString: "a text is not closed; it ends on the line on which it begins",
  UnexpectedEndOfNumber: "a number breaks off",
  InvalidUnicode: "a \\u escape needs four hexadecimal digits",
  InvalidEscapeCharacter: "this escape is unknown; a backslash is written twice",
  InvalidCharacter: "this character is not allowed in a text; write it as an escape",
};
