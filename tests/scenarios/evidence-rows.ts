/** A published figure. */
export interface EvidenceRow {
  readonly parameter: string;
  readonly value: string;
  readonly population: string;
  readonly citation: string;
  readonly doi_or_url: string;
  readonly status: string;
}

const COLUMNS =
  "id,section,specialty,parameter,value,low,high,unit,population,year,citation,doi_or_url,status,note";

/** The rows of `evidence.csv` by id. Throws on a header or a row that is not as it should be. */
export function evidenceRows(csv: string): ReadonlyMap<string, EvidenceRow> {
  const [header, ...lines] = csv.trimEnd().split("\n");
  if (header !== COLUMNS) throw new Error(`evidence.csv has the columns ${header}`);
  const names = COLUMNS.split(",");
  const rows = new Map<string, EvidenceRow>();
  for (const line of lines) {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map((match) =>
      (match[1] ?? match[2]!).replaceAll('""', '"'),
    );
    if (cells.length !== names.length)
      throw new Error(`evidence.csv has a row of ${cells.length} cells: ${line}`);
    const row = Object.fromEntries(names.map((name, i) => [name, cells[i]!]));
    if (rows.has(row.id!)) throw new Error(`evidence.csv has ${row.id} twice`);
    rows.set(row.id!, row as unknown as EvidenceRow);
  }
  return rows;
}
