import type { JsonValue, Patch } from "../../scenario/index.ts";
import { squeeze, unsqueeze } from "./squeeze.ts";

/** The scenario that changes are made to: one that ships with the page, or somebody's file. */
export type Origin =
  | { readonly kind: "shipped"; readonly id: string }
  | { readonly kind: "file"; readonly name: string; readonly text: string };

/** What a link holds: all that it takes to see the same. */
export interface Shared {
  readonly origin: Origin;
  readonly changes: Patch;
  /** Changes of what the result is compared with; absent: it is compared with nothing. */
  readonly pinned?: Patch;
}

/** Longest fragment that is made or read [characters]: what mail programs and chats still pass on whole. */
export const LINK_LIMIT = 32_000;
/** A link that grows larger than this when it is unpacked is refused [bytes]. */
const UNPACKED_LIMIT = 2_000_000;
const CHANGES_LIMIT = 200;
/** Names the format; a later one is told from this. */
const VERSION = "1.";
const ID = /^[a-z0-9-]{1,60}$/;

/** The fragment of a link, without `#`; undefined if it would be too long to be passed on, or hold more changes than are read. */
export async function linkOf({ origin, changes, pinned }: Shared): Promise<string | undefined> {
  if (![changes, pinned ?? {}].every(isPatch)) return undefined; // nobody could open it
  const scenario = origin.kind === "shipped" ? { s: origin.id } : { n: origin.name, t: origin.text };
  const content = { ...scenario, c: changes, ...(pinned === undefined ? {} : { p: pinned }) };
  const fragment = VERSION + (await squeeze(JSON.stringify(content)));
  return fragment.length <= LINK_LIMIT ? fragment : undefined;
}

/** What a fragment holds, whoever may have written it; undefined if that cannot be read. The scenario itself is checked when it is opened. */
export async function readLink(fragment: string): Promise<Shared | undefined> {
  if (!fragment.startsWith(VERSION) || fragment.length > LINK_LIMIT) return undefined;
  try {
    return sharedOf(JSON.parse(await unsqueeze(fragment.slice(VERSION.length), UNPACKED_LIMIT)));
  } catch {
    return undefined;
  }
}

function sharedOf(content: unknown): Shared | undefined {
  if (!isRecord(content)) return undefined;
  const { s: id, n: name, t: text, c: changes, p: pinned } = content;
  const origin = originOf(id, name, text);
  if (origin === undefined || !isPatch(changes)) return undefined;
  if (pinned === undefined) return { origin, changes };
  return isPatch(pinned) ? { origin, changes, pinned } : undefined;
}

function originOf(id: unknown, name: unknown, text: unknown): Origin | undefined {
  if (typeof id === "string") return ID.test(id) ? { kind: "shipped", id } : undefined;
  if (typeof name !== "string" || typeof text !== "string") return undefined;
  return { kind: "file", name: name.slice(0, 120), text };
}

function isPatch(value: unknown): value is Patch {
  return isRecord(value) && Object.keys(value).length <= CHANGES_LIMIT;
}

function isRecord(value: unknown): value is Record<string, JsonValue> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
