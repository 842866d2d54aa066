const MARKS = /[\p{M}\p{Cf}]/u;
/** Scripts and signs that take two columns on a terminal. */
const WIDE =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60]/u;
const CONTROLS = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Columns that `text` takes on a terminal. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += MARKS.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** `text` without what could move a terminal's cursor, change its colours or turn its direction. */
export function harmless(text: string): string {
  return text.replace(CONTROLS, "\uFFFD");
}

/** `text` and blanks up to `width` columns. */
export function padded(text: string, width: number, align: "left" | "right"): string {
  const blanks = " ".repeat(Math.max(0, width - textWidth(text)));
  return align === "left" ? text + blanks : blanks + text;
}

/** `text` in lines of at most `width` columns, broken between words; a longer word is cut. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/).flatMap((whole) => cut(whole, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function cut(word: string, width: number): readonly string[] {
  if (textWidth(word) <= width) return [word];
  const pieces = [""];
  for (const character of word) {
    if (textWidth(pieces.at(-1)! + character) > width) pieces.push("");
    pieces[pieces.length - 1] += character;
  }
  return pieces;
}
