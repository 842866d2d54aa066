/** Rows of a page's tables, cells as a reader sees them. */
export type Rows = readonly (readonly string[])[];

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };

function read(cell: string): string {
  return cell
    .replace(/<[^>]*>/g, "")
    .replaceAll("\u00a0", " ")
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name]!);
}

/** The rows below the table's head, of the first table after `mark`. */
export function rowsAfter(page: string, mark: string): Rows {
  const at = page.indexOf(mark);
  if (at === -1) throw new Error(`the page has no ${mark}`);
  const [, table = ""] = /<table>([\s\S]*?)<\/table>/.exec(page.slice(at))!;
  const body = table.replace(/<thead>[\s\S]*?<\/thead>/, "");
  return [...body.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = ""]) => read(cell)),
  );
}

/** Rows under each of a table's headings. */
export function rowsByHeading(rows: Rows): ReadonlyMap<string, Rows> {
  const found = new Map<string, (readonly string[])[]>();
  let own: (readonly string[])[] = [];
  for (const row of rows) {
    if (row.length > 1) own.push(row);
    else {
      own = [];
      found.set(row[0]!, own);
    }
  }
  return found;
}

/** `value` with as many decimals, and as much sign, as `shown` has; shares as per cent. */
export function roundedLike(shown: string, value: number, unit: string | undefined): string {
  if (!Number.isFinite(value)) return shown.startsWith(">") ? shown : "∞";
  const decimals = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
  const text = Math.abs(unit === "share" ? 100 * value : value).toFixed(decimals);
  const grouped = text.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ",");
  const sign = value < 0 && /[1-9]/.test(text) ? "−" : shown.startsWith("+") ? "+" : "";
  return `${sign}${grouped}${shown.endsWith(" %") ? " %" : ""}`;
}
