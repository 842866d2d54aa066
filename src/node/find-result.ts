import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type {
  DiscoveryTerms,
  ReplayPlan,
  StaffingPlan,
  SweepTerms,
  UncertaintyPlan,
} from "../experiment/index.ts";
import { filesOfDiscoveryManifest } from "./discovery-manifest.ts";
import { filesOfManifest, MANIFEST, type ResultPlan } from "./manifest.ts";
import { filesOfReplayManifest } from "./replay-manifest.ts";
import type { ResultFile } from "./result-folder.ts";
import { filesOfStaffingManifest } from "./staffing-manifest.ts";
import { filesOfSweepManifest } from "./sweep-manifest.ts";
import { filesOfUncertaintyManifest } from "./uncertainty-manifest.ts";

export type FoundResult =
  | { readonly state: "absent" }
  /** The very result, every byte as it was written. */
  | { readonly state: "same" }
  | { readonly state: "different"; readonly why: string };

/** What stands at `path`, where the result of `plan` belongs. */
export async function findResult(path: string, plan: ResultPlan): Promise<FoundResult> {
  return findFiles(path, (manifest) => filesOfManifest(manifest, plan));
}

/** What stands at `path`, where the result of a plan with uncertain inputs belongs. */
export async function findUncertainty(path: string, plan: UncertaintyPlan): Promise<FoundResult> {
  return findFiles(path, (text) => filesOfUncertaintyManifest(text, plan));
}

/** What stands at `path`, where the discovery with these terms belongs. */
export async function findDiscovery(path: string, terms: DiscoveryTerms): Promise<FoundResult> {
  return findFiles(path, (text) => filesOfDiscoveryManifest(text, terms));
}

/** What stands at `path`, where the result of a sweep with these terms belongs; a folder without a manifest is no result yet. */
export async function findSweep(path: string, terms: SweepTerms): Promise<FoundResult> {
  const manifest = await stat(join(path, MANIFEST)).catch(() => undefined);
  return manifest === undefined
    ? { state: "absent" }
    : findFiles(path, (text) => filesOfSweepManifest(text, terms));
}

/** What stands at `path`, where the answer to this plan belongs. */
export async function findStaffing(path: string, plan: StaffingPlan): Promise<FoundResult> {
  return findFiles(path, (manifest) => filesOfStaffingManifest(manifest, plan));
}

/** What stands at `path`, where this replay belongs. */
export async function findReplay(path: string, plan: ReplayPlan): Promise<FoundResult> {
  return findFiles(path, (manifest) => filesOfReplayManifest(manifest, plan));
}

type FilesOf = (manifest: string) => readonly ResultFile[] | undefined;

async function findFiles(path: string, filesOf: FilesOf): Promise<FoundResult> {
  const place = await stat(path).catch(() => undefined);
  if (place === undefined) return { state: "absent" };
  if (!place.isDirectory()) return { state: "different", why: "it is not a folder" };
  const manifest = await readFile(join(path, MANIFEST), "utf8").catch(() => undefined);
  if (manifest === undefined) return { state: "different", why: `it has no ${MANIFEST}` };
  const files = filesOf(manifest);
  if (files === undefined) return { state: "different", why: `its ${MANIFEST} is that of something else` };
  for (const file of files) {
    if (!(await isUnchanged(path, file))) {
      return { state: "different", why: `${file.file} is not as it was written` };
    }
  }
  return { state: "same" };
}

async function isUnchanged(folder: string, { file, bytes, sha256 }: ResultFile): Promise<boolean> {
  const path = join(folder, file);
  const found = await stat(path).catch(() => undefined);
  if (found?.size !== bytes) return false;
  return (await digestOf(path)) === sha256;
}

/** SHA-256 of a file, hexadecimal. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
