import { type Document, renderText } from "../report/index.ts";
import { paintFor } from "./paint.ts";
import type { Flags } from "./program.ts";
import type { Streams } from "./streams.ts";

/** Prints a document as wide as the terminal, in its colours. */
export function showDocument(
  document: Document,
  flags: Flags,
  { stdout, env }: Pick<Streams, "stdout" | "env">,
): void {
  const { columns } = stdout;
  const paint = paintFor(stdout, flags, env);
  stdout.write(renderText(document, { paint, ...(columns === undefined ? {} : { width: columns }) }));
}
