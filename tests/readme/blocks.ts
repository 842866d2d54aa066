/** A fenced block of a Markdown page. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** Named in a comment before the block: the command whose output it shows. */
  readonly outputOf?: string;
}

const FENCE = /(?:<!-- output: (?<outputOf>[^\n]*?) -->\n)?^```(?<language>\w*)\n(?<text>[\s\S]*?)^```$/gm;

export function blocksOf(page: string): Block[] {
  return [...page.matchAll(FENCE)].map(({ groups }) => ({
    language: groups!.language!,
    text: groups!.text!,
    ...(groups!.outputOf === undefined ? {} : { outputOf: groups!.outputOf }),
  }));
}

/** The page with what its commands really print in their blocks; those of long output take minutes, and the battery holds them to it. */
export function withOutputs(
  page: string,
  outputOf: (command: string) => string,
  kind: "output" | "long output" = "output",
): string {
  return page.replace(
    new RegExp(`(<!-- ${kind}: ([^\\n]*?) -->\\n\`\`\`text\\n)[\\s\\S]*?(^\`\`\`$)`, "gm"),
    (_, opening: string, command: string, closing: string) => `${opening}${outputOf(command)}${closing}`,
  );
}
