import type { Flags, Surroundings } from "./program.ts";

/** With `--report`, writes the page of the result in `folder` and says where it is. What draws pictures loads only then. */
export async function reportBeside(
  folder: string,
  flags: Flags,
  { streams }: Pick<Surroundings, "streams">,
): Promise<void> {
  if (flags.report !== true) return;
  const [{ readResultPage }, { writeReport }] = await Promise.all([
    import("./read-result.ts"),
    import("./write-report.ts"),
  ]);
  const page = await writeReport(folder, await readResultPage(folder), "html");
  if (flags.json !== true && flags.quiet !== true) streams.stdout.write(`page: ${page}\n`);
}
