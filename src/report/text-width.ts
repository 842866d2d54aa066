const MARKS = /[\p{M}\p{Cf}]/u;
/** Blocks of scripts and signs that take two columns on a terminal: first and last code point of each. */
const WIDE: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];
/** Below it nothing is a mark or wide. */
const FIRST_MARK = 0x300;
/** Dashes, quotation marks, dots and the like. */
const PUNCTUATION = [0x2010, 0x2027] as const;
const CONTROLS = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Columns that `text` takes on a terminal. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

function columnsOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < FIRST_MARK || (code >= PUNCTUATION[0] && code <= PUNCTUATION[1])) return 1;
  if (MARKS.test(character)) return 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
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
