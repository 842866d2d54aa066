import { FORMAT_VERSION } from "./format/scenario-schema.ts";
import { errorAt, type PlacedIssue } from "./issue-list.ts";
import { type JsonObject, quoted } from "./json-value.ts";

/** Rewrites a document of format version `from` as one of version `from` + 1, without writing into it. */
export interface Migration {
  readonly from: number;
  readonly migrate: (document: JsonObject) => JsonObject;
}

/**
 * One entry for each version that was ever published, oldest first. Version 1 is the first: nothing leads to
 * it.
 */
const MIGRATIONS: readonly Migration[] = [];

/**
 * A document in today's format. Without `formatVersion` it is taken to be today's; an older one goes through
 * each migration in turn; a later one is refused. What has no version that can be read is left for the schema
 * to refuse.
 */
export function migrate(
  document: JsonObject,
  migrations: readonly Migration[] = MIGRATIONS,
  current: number = FORMAT_VERSION,
): { readonly document: JsonObject; readonly issues: readonly PlacedIssue[] } {
  const written = document.formatVersion;
  if (typeof written !== "number" || !Number.isInteger(written) || written < 1)
    return { document, issues: [] };
  if (written > current) {
    const message = `format version ${quoted(written)} is later than ${current}, the latest that this version reads`;
    const issue = errorAt(["formatVersion"], {
      code: "later-version",
      message,
      hint: "install a later clinicsim",
    });
    return { document, issues: [issue] };
  }
  let result = document;
  for (let version = written; version < current; version++) {
    const step = migrations.find(({ from }) => from === version);
    if (step === undefined) {
      const message = `format version ${version} can no longer be read`;
      return { document, issues: [errorAt(["formatVersion"], { code: "older-version", message })] };
    }
    result = { ...step.migrate(result), formatVersion: version + 1 };
  }
  return { document: result, issues: [] };
}
