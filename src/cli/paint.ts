import { styleText } from "node:util";
import type { Paint, Tone } from "../report/index.ts";
import type { Flags } from "./program.ts";
import type { Sink } from "./streams.ts";

type Format = Parameters<typeof styleText>[0];

const FORMATS: Readonly<Record<Exclude<Tone, "plain">, Format>> = {
  strong: "bold",
  faint: "dim",
  good: "green",
  bad: "red",
  caution: "yellow",
};

/** Colours for a sink: as the flags say, else as NO_COLOR and FORCE_COLOR say, else on a terminal only. */
export function paintFor(
  sink: Sink,
  { color }: Flags,
  { NO_COLOR = "", FORCE_COLOR = "" }: Readonly<Record<string, string | undefined>>,
): Paint {
  const wanted = FORCE_COLOR !== "" && FORCE_COLOR !== "0";
  const inColour = typeof color === "boolean" ? color : NO_COLOR === "" && (wanted || sink.isTTY === true);
  if (!inColour) return (text) => text;
  // By hand where Node would ask its own stdout whether it likes colours.
  return (text, tone) =>
    tone === "plain" ? text : styleText(FORMATS[tone], text, { validateStream: false });
}
