import { errorAt } from "../issue-list.ts";
import { quoted } from "../json-value.ts";
import { type Check, entriesOf } from "./check.ts";

/** Names that become parts of column names, of teams and of promises, stay apart there. */
export const checkNames: Check = ({ staff, promises }) =>
  Object.entries({ staff, promises }).flatMap(([where, things]) => {
    const seen = new Map<string, string>();
    return entriesOf<unknown>(things).flatMap(([name]) => {
      const slug = name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "_")
        .replace(/^_|_$/g, "");
      const before = seen.get(slug);
      seen.set(slug, name);
      if (before === undefined || slug === "") return [];
      const message = `${quoted(name)} and ${quoted(before)} would be the same column`;
      const hint = "let the names differ in a letter or digit";
      return [errorAt([where, name], { code: "same-name", message, hint }, true)];
    });
  });
