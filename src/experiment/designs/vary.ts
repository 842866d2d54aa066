import type { InputError } from "../../errors.ts";
import type { JsonValue } from "../../scenario/index.ts";
import { decimalRange } from "./decimal-range.ts";
import { DESIGN_LIMITS } from "./design.ts";
import { designFault } from "./design-fault.ts";
import type { Factor } from "./factor.ts";
import { flagParts, shown } from "./flag-parts.ts";
import { NUMBER, quantityValue } from "./quantity.ts";
import { type VaryItem, varyItems } from "./vary-items.ts";

const WORDS = String.raw`(?: (?=[A-Za-zµ%])| ?(?=%))(\S.*)`;
const AMOUNT = new RegExp(`^(${NUMBER})(?:${WORDS})?$`);
const WHOLE = new RegExp(String.raw`^([+-]?\d+)\.\.([+-]?\d+)(?:${WORDS})?$`);
const STEPS = new RegExp(`^(${NUMBER}):(${NUMBER})(?::(${NUMBER}))?(?:${WORDS})?$`);
const TIME_OF_DAY = /^\d\d:\d\d$/;

type Part =
  | { readonly numbers: readonly number[]; readonly unit: string | undefined }
  | { readonly span: readonly [number, number]; readonly unit: string | undefined; readonly written: string }
  | { readonly value: JsonValue };

/** The error with these words. */
type Fault = (message: string, hint?: string) => InputError;

/**
 * The factor of a command line's `--vary path=values`. Values are listed with commas; `1..5` are whole numbers, `0.8:2:0.2` numbers from,
 * to and by, `0.8:2` any number between. A unit stands once, behind the last number it belongs to: `10,20 per 100 portal patients per
 * month`. Texts with commas stand in double quotes, other JSON as it is; a JSON list is the list of values. `valueAt` tells what the
 * scenario has at a path: where that is a time of day, `12:30` is one too; `flag` is the flag's name. Throws InputError.
 */
export function parseVary(
  written: string,
  valueAt: (path: string) => JsonValue | undefined,
  flag = "--vary",
): Factor {
  const [path, text] = flagParts(flag, written, "path=1..5, path=0.8:2:0.2 or path=a,b,c");
  const fault: Fault = (message, hint) => designFault("bad-vary", `${flag} ${path}`, message, hint);
  const items = varyItems(text);
  if (typeof items === "string")
    throw fault(items, "write values with commas between them, as in path=1,2,5");
  const current = valueAt(path);
  const asTimes = typeof current === "string" && TIME_OF_DAY.test(current);
  const parts = items.map((item) => partOf(item, asTimes, fault));
  const [first] = parts;
  if (parts.length > 1 || first === undefined || !("span" in first)) return { path, ...listed(parts, fault) };
  const { unit, ...span } = first;
  return unit === undefined ? { path, ...span } : { path, unit, ...span };
}

function partOf(item: VaryItem, asTimes: boolean, fault: Fault): Part {
  if ("json" in item) {
    return typeof item.json === "number" ? { numbers: [item.json], unit: undefined } : { value: item.json };
  }
  const { text } = item;
  if (text.length > DESIGN_LIMITS.text) throw fault(`a value of ${text.length} characters is too long`);
  if (asTimes && TIME_OF_DAY.test(text)) return { value: text };
  const amount = AMOUNT.exec(text);
  if (amount !== null) {
    const number = Number(amount[1]);
    if (!Number.isFinite(number)) throw fault(`${shown(text)} is too large to be a number`);
    return { numbers: [number], unit: amount[2] };
  }
  const whole = WHOLE.exec(text);
  if (whole !== null) return range(text, [whole[1]!, whole[2]!, "1"], whole[3], fault);
  const steps = STEPS.exec(text);
  if (steps === null) return { value: WORDS_OF_JSON.has(text) ? WORDS_OF_JSON.get(text)! : text };
  const [, from, to, step, unit] = steps;
  if (step !== undefined) return range(text, [from!, to!, step], unit, fault);
  const span = [Number(from), Number(to)] as const;
  if (span[0] < span[1] && span.every(Number.isFinite)) return { span, unit, written: text };
  throw fault(`${shown(text)} does not go upwards`, `write the smaller number first; ${TIMES}`);
}

const TIMES = "a time of day stands in double quotes";
const WORDS_OF_JSON = new Map<string, JsonValue>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

function range(
  text: string,
  [from, to, step]: [string, string, string],
  unit: string | undefined,
  fault: Fault,
): Part {
  const numbers = decimalRange(from, to, step);
  if (numbers !== undefined) return { numbers, unit };
  const message = `${shown(text)} is no range of 1 to ${DESIGN_LIMITS.points} numbers`;
  throw fault(message, "write from..to, or from:to:step with a step above 0");
}

/** The levels of a list: numbers take the unit that comes next; where all have the same one, it is the factor's. */
function listed(parts: readonly Part[], fault: Fault): { unit?: string; levels: readonly JsonValue[] } {
  let next: string | undefined;
  const backwards = parts.toReversed().map((part) => {
    if ("span" in part) {
      const hint = `give it a step, as in ${part.written}:1; ${TIMES}`;
      throw fault(`${shown(part.written)} is a span, and cannot stand in a list`, hint);
    }
    if ("value" in part) return [{ value: part.value, unit: undefined }];
    next = part.unit ?? next;
    return part.numbers.map((value) => ({ value, unit: next }));
  });
  const all = backwards.toReversed().flat();
  if (all.length > DESIGN_LIMITS.points)
    throw fault(`${all.length} values are more than ${DESIGN_LIMITS.points}`);
  const unit = all[0]?.unit;
  const isCommon = all.every((each) => typeof each.value === "number" && each.unit === unit);
  const levels = all.map(({ value, unit: own }) =>
    isCommon || own === undefined || typeof value !== "number"
      ? value
      : quantityValue({ amount: value, unit: own }),
  );
  const seen = new Set<string>();
  for (const text of levels.map((level) => JSON.stringify(level))) {
    if (seen.has(text)) throw fault(`${shown(text)} appears twice`, "keep one of them");
    seen.add(text);
  }
  return isCommon && unit !== undefined ? { unit, levels } : { levels };
}
