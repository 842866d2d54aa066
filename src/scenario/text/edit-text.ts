import { applyEdits, modify } from "jsonc-parser";
import type { Issue } from "../../errors.ts";
import { isObject } from "../json-value.ts";
import { type Patch, patchDocument } from "../patch.ts";
import { patchBetween } from "../patch-between.ts";
import { parsePath } from "../path.ts";
import { readJsonText } from "./json-text.ts";

const FORMATTING = { insertSpaces: true, tabSize: 2, eol: "\n" };

/**
 * The text of a scenario with a patch's changes written into it, as `patchDocument` would make them; comments and layout elsewhere
 * stay as they are. Changes that cannot be made are issues, and leave the text as it was; so does a text that is no scenario.
 */
export function editText(
  text: string,
  patch: Patch,
): { readonly text: string; readonly issues: readonly Issue[] } {
  const { value, issues: faults } = readJsonText(text);
  if (faults.length > 0 || !isObject(value)) return { text, issues: [] };
  const { document, issues } = patchDocument(value, patch);
  let edited = text;
  for (const [path, next] of Object.entries(patchBetween(value, document))) {
    const edits = modify(edited, [...parsePath(path)!], next === null ? undefined : next, {
      formattingOptions: FORMATTING,
    });
    edited = applyEdits(edited, edits);
  }
  return { text: edited, issues };
}
