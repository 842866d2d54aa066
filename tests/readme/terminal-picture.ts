const LINE = 17;
const CHARACTER = 7.83;
const MARGIN = 14;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A picture (SVG) of what a terminal shows; readable on light and dark pages. */
export function terminalPicture(title: string, text: string): string {
  const lines = text.trimEnd().split("\n");
  const columns = Math.max(...lines.map((line) => [...line].length));
  const width = Math.ceil(columns * CHARACTER + 2 * MARGIN);
  const height = lines.length * LINE + 2 * MARGIN;
  const rows = lines.map((line, i) => {
    const heading = i === 0 || /^\S[^.:]*$/.test(line) ? ' class="h"' : "";
    return line === ""
      ? ""
      : `<text x="${MARGIN}" y="${MARGIN + 12 + i * LINE}"${heading} textLength="${(Math.round([...line].length * CHARACTER * 100) / 100).toString()}">${escaped(line)}</text>\n`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">
<style>text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#d8dee6;white-space:pre}.h{fill:#fff;font-weight:600}</style>
<rect width="${width}" height="${height}" rx="8" fill="#16202b"/>
${rows.join("")}</svg>
`;
}
