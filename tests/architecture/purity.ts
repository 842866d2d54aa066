/**
 * What the pure floors may not say, and what to say instead. The compiler (tests/config/tsconfig.pure.json) keeps Node and the DOM
 * out; these rules keep out what every JavaScript engine has but not every engine agrees on, and what differs from run to run.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import ts from "typescript";
import { PURE_FLOORS } from "../config/floors.mjs";

/** Below experiment/ everything is synchronous: an event costs nanoseconds, a promise ten times that. */
const SYNCHRONOUS_FLOORS = ["random", "stats", "results", "kernel", "model", "scenario"];

export interface Offence {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** What to write instead. */
  readonly advice: string;
}

/** Exact on every engine: IEEE 754 defines the operations, the language the constants. */
const EXACT_MATH = new Set(
  "sqrt floor ceil round abs min max trunc imul sign clz32 fround PI E LN2 LN10 LOG2E LOG10E SQRT1_2 SQRT2".split(
    " ",
  ),
);
const AMBIENT: Readonly<Record<string, string>> = {
  Date: "time comes in as minutes since the start; dates belong to calendars built at the edge",
  Intl: "locale and zone data differ between machines; write our own text",
  globalThis: "take what you need as an argument",
  eval: "write the code",
  Function: "write the code",
  WeakRef: "when memory is freed differs from run to run; keep a plain reference",
  FinalizationRegistry: "when memory is freed differs from run to run; release by hand",
  SharedArrayBuffer: "threads belong to node/ and web/",
  Atomics: "threads belong to node/ and web/",
  process: "arguments, environment and exit codes belong to cli/",
  console: "return what is to be said; cli/ prints it",
  performance: "time comes in as an argument",
  crypto: "draw from a named stream of random/",
  setTimeout: "schedule an event on the simulation clock",
  setInterval: "schedule an event on the simulation clock",
  setImmediate: "schedule an event on the simulation clock",
  queueMicrotask: "schedule an event on the simulation clock",
  fetch: "files and network belong to node/ and web/",
};
const LOCALE_METHODS = /^(toLocale\w+|localeCompare)$/;
const CROSS_ENGINE =
  "engines disagree in the last bit: take it from random/index.ts (log, exp, log1p, expm1, pow), or multiply";
const ASYNC =
  "everything below experiment/ is synchronous: return the value, or lift the waiting to experiment/ or node/";

/** The offences in one file of a pure floor; `synchronous` also refuses async code. */
export function offencesIn(file: string, text: string, synchronous: boolean): readonly Offence[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const found: Offence[] = [];
  const refuse = (node: ts.Node, advice: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push({ file, line: line + 1, text: node.getText(source).split("\n")[0] ?? "", advice });
  };
  const visit = (node: ts.Node): void => {
    const advice = adviceOn(node, synchronous);
    if (advice !== undefined) refuse(node, advice);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every offence under `root`/src. */
export function offencesUnder(root: string): readonly Offence[] {
  return PURE_FLOORS.flatMap((floor) =>
    sourcesUnder(join(root, "src", floor)).flatMap((path) =>
      offencesIn(
        relative(root, path).split(sep).join("/"),
        readFileSync(path, "utf8"),
        SYNCHRONOUS_FLOORS.includes(floor),
      ),
    ),
  );
}

export function describeOffence({ file, line, text, advice }: Offence): string {
  return `${file}:${line} ${text} — ${advice}`;
}

function adviceOn(node: ts.Node, synchronous: boolean): string | undefined {
  if (ts.isIdentifier(node)) return adviceOnName(node);
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    const power =
      operator === ts.SyntaxKind.AsteriskAsteriskToken ||
      operator === ts.SyntaxKind.AsteriskAsteriskEqualsToken;
    return power ? CROSS_ENGINE : undefined;
  }
  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
    return "where this file lies is known to node/ only";
  if (ts.isVariableStatement(node) || ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) {
    const ambient = node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DeclareKeyword);
    if (ambient && !node.getSourceFile().fileName.endsWith(".d.ts"))
      return "a declared global is Node or the DOM by another name: take it as an argument";
  }
  if (!synchronous) return undefined;
  if (ts.isAwaitExpression(node) || node.kind === ts.SyntaxKind.AsyncKeyword) return ASYNC;
  if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) return ASYNC;
  return undefined;
}

function adviceOnName(node: ts.Identifier): string | undefined {
  const { parent, text } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return LOCALE_METHODS.test(text)
      ? "the answer depends on the machine's locale: compare with < and >, write numbers with toFixed"
      : undefined;
  }
  if (!isUse(node)) return undefined;
  if (text === "Math") {
    const member = ts.isPropertyAccessExpression(parent) ? parent.name.text : undefined;
    if (member === "random") return "draw from a named stream of random/";
    return member !== undefined && EXACT_MATH.has(member) ? undefined : CROSS_ENGINE;
  }
  return Object.hasOwn(AMBIENT, text) && !declaredHere(node) ? AMBIENT[text] : undefined;
}

/** False where the name is only a key or the name of something being declared. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false;
  if (ts.isQualifiedName(parent) && parent.right === node) return false;
  if (ts.isBindingElement(parent) && (parent.propertyName === node || parent.name === node)) return false;
  return !("name" in parent && parent.name === node && !ts.isShorthandPropertyAssignment(parent));
}

/** Whether the file itself declares something of this name, e.g. a parameter `process`. */
function declaredHere(use: ts.Identifier): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (found) return;
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node) ||
      ts.isBindingElement(node);
    if (declares && node.name !== undefined && ts.isIdentifier(node.name) && node.name.text === use.text)
      found = true;
    else ts.forEachChild(node, visit);
  };
  visit(use.getSourceFile());
  return found;
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
