import { InputError } from "../../errors.ts";
import {
  ComparedFolder,
  checkFiles,
  createLocalExecutor,
  engineId,
  type ReadManifest,
  readManifest,
  strangersIn,
  version,
} from "../../node/index.ts";
import { isVerified, type Verification, verificationDocument, verificationJson } from "../../report/index.ts";
import { createBar } from "../bar.ts";
import { EXIT } from "../exit-code.ts";
import type { Verb } from "../program.ts";
import { redoOf } from "../redo/kinds.ts";
import type { Redo, Surroundings } from "../redo/redo.ts";
import { sampleOf } from "../redo/sample-of.ts";
import { showDocument } from "../show-document.ts";
import { type VerifyFlags, verifyFlags } from "../verify-flags.ts";

/** Checks a result folder against its manifest, and makes a sample of it again, or all. */
export const verify: Verb = async ([folder = ""], flags, surroundings) => {
  const asked = verifyFlags(flags);
  const { streams, outfit } = surroundings;
  const manifest = await readManifest(folder);
  const files = await checkFiles(folder, manifest.files);
  const isWhole = files.every(({ state }) => state === "as listed");
  const engine = engineId();
  const sameEngine = manifest.engine === engine;
  if (!sameEngine && !asked.anyway && isWhole) throw anotherEngine(folder, manifest, engine);
  const known = {
    folder,
    version: manifest.version,
    engine: manifest.engine,
    sameEngine,
    files,
    strangers: await strangersIn(folder, manifest.files),
  };
  let verification: Verification;
  if (!sameEngine && !asked.anyway) {
    const why = "it was made by another engine than this one: nothing was made again";
    verification = { ...known, title: manifest.format, why, count: 0, differences: [] };
  } else {
    const redo = await redoOf({ folder, manifest, engine });
    if ("why" in redo)
      return tell({ ...known, ...redo, count: 0, differences: [] }, asked, flags, surroundings);
    const executor = await (outfit.createExecutor ?? createLocalExecutor)({ jobs: asked.jobs });
    const sink = asked.quiet ? { write() {} } : streams.stderr;
    const bar = await createBar(sink, 2);
    let [done, total] = [0, () => 2];
    const remade = await remake(folder, manifest, redo, asked, {
      executor,
      signal: streams.signal,
      expecting: (count) => {
        total = count;
      },
      arrived: () => {
        done += 1;
        bar.update(done, Math.max(total(), done), () => "replications made again");
      },
    }).finally(() => bar.stop());
    verification = { ...known, title: redo.title, ...remade };
  }
  return tell(verification, asked, flags, surroundings);
};

function tell(
  verification: Verification,
  { json, quiet }: VerifyFlags,
  flags: Parameters<Verb>[1],
  { streams }: Parameters<Verb>[2],
): number {
  if (json) streams.stdout.write(verificationJson(verification));
  else if (!quiet) showDocument(verificationDocument(verification), flags, streams);
  return isVerified(verification) ? EXIT.done : EXIT.checkFailed;
}

async function remake(
  folder: string,
  manifest: ReadManifest,
  redo: Redo,
  { all: asksAll, sample: size, seed }: VerifyFlags,
  surroundings: Omit<Surroundings, "sink">,
): Promise<Pick<Verification, "redone" | "count" | "differences">> {
  const { fromWithin, note } = redo;
  const all = asksAll || redo.some === undefined;
  const within = new ComparedFolder(folder, manifest.files);
  const again = new ComparedFolder(folder, manifest.files);
  const sample = all ? [] : sampleOf(redo.units, size, `${manifest.id}/${seed}`);
  try {
    await fromWithin?.into(within);
    if (all) await redo.all({ ...surroundings, sink: again });
    else await redo.some?.(sample, { ...surroundings, sink: again });
  } finally {
    await fromWithin?.close();
    await within.finish(fromWithin !== undefined);
    await again.finish(all);
  }
  const own =
    fromWithin === undefined
      ? []
      : within.differences.kept.map((each) => ({ ...each, by: fromWithin.source }));
  return {
    redone: {
      all,
      unit: redo.unit,
      units: redo.units,
      sample,
      ...(note === undefined ? {} : { note }),
      ...(fromWithin === undefined ? {} : { within: fromWithin.source }),
    },
    count: within.differences.count + again.differences.count,
    differences: [...again.differences.kept, ...own],
  };
}

function anotherEngine(
  folder: string,
  { version: theirs, engine: own }: ReadManifest,
  engine: string,
): InputError {
  const short = (id: string) => id.replace("source-", "").slice(0, 12);
  const install =
    theirs === version
      ? "it is of the same version, built from other sources: check those out"
      : `install that version (npm install clinicsim@${theirs})`;
  return new InputError([
    {
      code: "another-engine",
      path: "",
      message: `${folder} was made by clinicsim ${theirs} with the engine ${short(own)}, and this is ${version} with ${short(engine)}: what is made again may differ for that`,
      hint: `${install}, or see with --anyway what this engine makes of it; its files have the bytes that its manifest lists`,
      severity: "error",
    },
  ]);
}
