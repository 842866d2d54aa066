import type { Extract } from "../experiment/index.ts";
import { type ReadExtractOptions, readExtract } from "../node/index.ts";
import { createBar } from "./bar.ts";
import type { ExtractFlags } from "./extract-flags.ts";
import type { Streams } from "./streams.ts";

const MEGABYTE = 1_000_000;

/** Reads the files of a message log, with a bar and the time left on a terminal; `more` goes before what the flags say. Throws as `readExtract`. */
export async function loadExtract(
  paths: readonly string[],
  { mapping, options }: ExtractFlags,
  { stderr, signal }: Streams,
  more: ReadExtractOptions = {},
): Promise<Extract> {
  let bar: Awaited<ReturnType<typeof createBar>> | undefined;
  let begun: Promise<void> | undefined;
  const progress = (done: number, total: number) => {
    begun ??= createBar(stderr, Math.ceil(total / MEGABYTE)).then((made) => {
      bar = made;
    });
    bar?.update(done / MEGABYTE, total / MEGABYTE, () => "megabytes read");
  };
  try {
    return await readExtract(paths, mapping, { ...options, ...more, progress, signal });
  } finally {
    await begun;
    bar?.stop();
  }
}
