import { rowsOfCsv } from "./read-csv-table.ts";
import { RowReader } from "./row-reader.ts";

/** Where a result is not what is made again. */
export interface ResultDifference {
  readonly file: string;
  /** Which row or part of the file: `replication 17`. */
  readonly at: string;
  /** Column of a table. */
  readonly column?: string;
  readonly there: string;
  readonly now: string;
}

/** Longest row that is looked at [bytes]. */
const MOST_ROW = 1 << 20;
/** Longest text of a difference that is shown [characters]. */
const MOST_SHOWN = 80;
/** Columns that say of which thing a row is, and the tables with one row for each of these things. */
const KEYS: ReadonlySet<string> = new Set([
  "alternative",
  "stress",
  "point",
  "draw",
  "replication",
  "from",
  "to",
  "response",
]);
/** Of these, those whose cells are names. */
const NAMING: ReadonlySet<string> = new Set(["alternative", "stress", "response"]);
const ONE_EACH = /^(replications|points|draws|summary|comparison|differences|uncertainty|stresses|regimes)\./;

/** A CSV file of a folder, compared row by row with rows that are made again, in their order. */
export class ComparedFile {
  readonly #file: string;
  readonly #there: RowReader;
  readonly #columns: readonly string[];
  readonly #differs: (difference: ResultDifference) => void;
  /** Rows passed, the header being row 0. */
  #rows = 0;
  #lacking = 0;

  private constructor(
    file: string,
    there: RowReader,
    columns: readonly string[],
    differs: (difference: ResultDifference) => void,
  ) {
    this.#file = file;
    this.#there = there;
    this.#columns = columns;
    this.#differs = differs;
  }

  static async open(
    path: string,
    file: string,
    columns: readonly string[],
    differs: (difference: ResultDifference) => void,
  ): Promise<ComparedFile> {
    return new ComparedFile(file, await RowReader.open(path), columns, differs);
  }

  /** Passes what stands before the `row`-th row, the header being row 0. */
  async passTo(row: number): Promise<void> {
    while (this.#rows < row && (await this.#there.row(0)) !== undefined) this.#rows += 1;
  }

  /** The next row is to be this one, its end included. */
  async compare(row: Buffer): Promise<void> {
    const number = this.#rows++;
    if (await this.#there.passes(row)) return;
    const found = await this.#there.row(MOST_ROW);
    if (found === undefined) {
      this.#lacking += 1;
      if (this.#lacking === 1)
        this.#tell({ at: await this.#nameOf(number, row), there: "no row", now: "a row" });
      return;
    }
    const [now = [], there = []] = await Promise.all([cellsOf(row), cellsOf(found)]);
    const at = await this.#nameOf(number, row);
    if (there.length !== now.length) {
      this.#tell({ at, there: `${there.length} cells`, now: `${now.length} cells` });
      return;
    }
    const unlike = now.flatMap((cell, i) => (cell === there[i] ? [] : [i]));
    for (const i of unlike) {
      this.#tell({ at, column: this.#columns[i] ?? `column ${i + 1}`, there: there[i]!, now: now[i]! });
    }
    if (unlike.length === 0) this.#tell({ at, there: "the same, written otherwise", now: "the same" });
  }

  /** Nothing is to stand behind what was compared. */
  async end(): Promise<void> {
    if (this.#lacking > 1) {
      this.#tell({ at: "its end", there: `${this.#lacking} rows less`, now: `${this.#rows - 1} rows` });
    }
    if ((await this.#there.row(0)) !== undefined) {
      this.#tell({ at: "its end", there: "further rows", now: `${this.#rows - 1} rows` });
    }
  }

  async close(): Promise<void> {
    await this.#there.close();
  }

  #tell({ there, now, ...where }: Omit<ResultDifference, "file">): void {
    this.#differs({ file: this.#file, ...where, there: shown(there), now: shown(now) });
  }

  /** `“one more nurse”, replication 17`, by the columns that say which row it is; by its number where there are none. */
  async #nameOf(number: number, row: Buffer): Promise<string> {
    if (number === 0) return "the header";
    const [cells = []] = await rowsOfCsv(row.toString("utf8"));
    const names = this.#columns.flatMap((column, i) => {
      if (!KEYS.has(column)) return [];
      return [NAMING.has(column) ? `${cells[i]}` : `${column} ${cells[i]}`];
    });
    if (names.length === 0) return `row ${number}`;
    return ONE_EACH.test(this.#file) ? names.join(", ") : `row ${number} (${names.join(", ")})`;
  }
}

async function cellsOf(row: Buffer): Promise<readonly string[]> {
  // A row that was cut short, or is no CSV, is one cell.
  const rows = await rowsOfCsv(row.toString("utf8")).catch(() => []);
  return rows.length === 1 ? rows[0]! : [row.toString("utf8").trimEnd()];
}

export function shown(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN - 1)}…`;
}
