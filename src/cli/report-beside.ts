import { flagFaults } from "./flag-faults.ts";
import type { Flags, Surroundings } from "./program.ts";

/**
 * With `--report`, writes the page of the result in `folder` and says where it is; with `--headroom` it looks before at which volume the promise
 * breaks. What draws pictures loads only then.
 */
export async function reportBeside(folder: string, flags: Flags, surroundings: Surroundings): Promise<void> {
  if (flags.report !== true) return;
  if (flags.headroom === true) {
    const { lookForHeadroom } = await import("./look-for-headroom.ts");
    const jobs = flagFaults(flags).threads();
    await lookForHeadroom(folder, { jobs, quiet: flags.quiet === true }, surroundings);
  }
  const [{ readResultPage }, { writeReport }] = await Promise.all([
    import("./read-result.ts"),
    import("./write-report.ts"),
  ]);
  const page = await writeReport(folder, await readResultPage(folder), "html");
  if (flags.json !== true && flags.quiet !== true) surroundings.streams.stdout.write(`page: ${page}\n`);
}
