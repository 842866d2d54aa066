import { flagFaults } from "./flag-faults.ts";
import type { Flags, Surroundings } from "./program.ts";

/**
 * With `--report`, writes the page of the result in `folder` and says where it is; before, it looks for the volume at which the promise
 * breaks, quickly or, with `--headroom`, thoroughly. What draws pictures loads only then.
 */
export async function reportBeside(folder: string, flags: Flags, surroundings: Surroundings): Promise<void> {
  if (flags.report !== true) return;
  await findHeadroomBeside(folder, flagFaults(flags).threads(), flags, surroundings);
  const [{ readResultPage }, { writeReport }] = await Promise.all([
    import("./read-result.ts"),
    import("./write-report.ts"),
  ]);
  const page = await writeReport(folder, await readResultPage(folder), "html");
  if (flags.json !== true && flags.quiet !== true) surroundings.streams.stdout.write(`page: ${page}\n`);
}

/** What a page tells of volume, found and kept in `folder` unless `--no-headroom` says not to. */
export async function findHeadroomBeside(
  folder: string,
  jobs: number,
  flags: Flags,
  surroundings: Surroundings,
): Promise<void> {
  if (flags.headroom === false) return;
  const { lookForHeadroom } = await import("./look-for-headroom.ts");
  const search = flags.headroom === true ? "thorough" : "quick";
  await lookForHeadroom(folder, { search, jobs, quiet: flags.quiet === true }, surroundings);
}
