import { type SweepSummary, sweepDocument, sweepSummaryJson } from "../report/index.ts";
import type { Flags } from "./program.ts";
import { showDocument } from "./show-document.ts";
import type { Streams } from "./streams.ts";

/** Shows a sweep as the flags say, and behind it where its result is. */
export function showSweep(
  summary: SweepSummary,
  where: string,
  flags: Flags,
  { stdout, env }: Pick<Streams, "stdout" | "env">,
): void {
  if (flags.json === true) stdout.write(sweepSummaryJson(summary));
  else if (flags.quiet !== true) {
    showDocument(sweepDocument(summary), flags, { stdout, env });
    stdout.write(`\n${where}\n`);
  }
}

/** Shows that a shard is done, and what to do when all are. */
export function showShard(
  { path, shard: [part, of], points, countText }: ShardDone,
  flags: Flags,
  { stdout }: Pick<Streams, "stdout">,
): void {
  if (flags.json === true) {
    stdout.write(
      `${JSON.stringify({ format: "clinicsim/shard/1", folder: path, shard: [part, of], points }, null, 2)}\n`,
    );
  } else if (flags.quiet !== true) {
    const all = path.replace(/-\d+-of-\d+$/, `-*-of-${of}`);
    const lines = [
      `shard ${part} of ${of}: ${countText}`,
      `kept in ${path}`,
      `when all are there:  clinicsim merge ${all}`,
    ];
    stdout.write(`${lines.join("\n")}\n`);
  }
}

interface ShardDone {
  readonly path: string;
  readonly shard: readonly [number, number];
  readonly points: number;
  readonly countText: string;
}
