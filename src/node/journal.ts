import { type FileHandle, open } from "node:fs/promises";
import { InputError, invariant } from "../errors.ts";
import {
  DESIGN_LIMITS,
  differenceOf,
  type PointRecord,
  type ResponseColumn,
  readPoint,
  type SweepTerms,
  sweepId,
  type WrittenPoint,
  writePoint,
} from "../experiment/index.ts";
import { checkedLine, textOfLine } from "./checked-line.ts";
import { fileLines } from "./file-lines.ts";
import { responsesKey } from "./responses-key.ts";

export const JOURNAL = "journal.jsonl";

/** The first line of a journal. */
export interface JournalHeader {
  readonly terms: SweepTerms;
  /** Which part of the sweep this is of how many; absent for the whole. */
  readonly shard?: readonly [number, number];
}

const FORMAT = "clinicsim/journal/1";
/** Longest time for which a point may be lost with the power [ms]; with the process, none is. */
const FLUSH = 1_000;
const POINT = /^\{"point":(\d+),"responses":"([0-9a-f]+)",/;
const RESPONSES = /^\{"list":"([0-9a-f]+)",/;

/**
 * The journal of a sweep: the truth about which points are done. A header, then a line for each point in the order in which they were
 * done, and before the first of each kind a line that lists its responses. Lines are only ever added, each with a checksum; what a dying
 * process left half written is cut off when the journal is opened again, and a damaged line counts as not there.
 */
export class Journal {
  readonly header: JournalHeader;
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #owner: string;
  /** By point: where its line begins [bytes], or −1; how long it is; which of the lists it has. */
  readonly #offsets: Float64Array;
  readonly #lengths: Uint32Array;
  readonly #kinds: Uint16Array;
  readonly #keys: string[] = [];
  readonly #lists = new Map<string, readonly ResponseColumn[]>();
  #count = 0;
  #end = 0;
  #turn: Promise<void> = Promise.resolve();
  #flushed = 0;

  private constructor(path: string, file: FileHandle, header: JournalHeader) {
    this.header = header;
    this.#path = path;
    this.#file = file;
    this.#owner = sweepId(header.terms);
    this.#offsets = new Float64Array(header.terms.points + 1).fill(-1);
    this.#lengths = new Uint32Array(header.terms.points + 1);
    this.#kinds = new Uint16Array(header.terms.points + 1);
  }

  /** Opens the journal of these terms to write on, or begins it. Throws InputError if there is one of another sweep. */
  static async open(path: string, header: JournalHeader): Promise<Journal> {
    const file = await open(path, "a+");
    try {
      const found = await headerOf(file);
      if (found === "foreign") throw foreign(path);
      if (found !== undefined) {
        const difference = differenceOf(found.terms, header.terms);
        if (difference !== undefined) throw different(path, difference);
      }
      const journal = new Journal(path, file, header);
      if (found === undefined) {
        await file.truncate(0);
        await journal.#write(checkedLine(FORMAT, JSON.stringify({ format: FORMAT, ...header })));
        await file.datasync();
      } else {
        await journal.#scan();
        await file.truncate(journal.#end);
      }
      return journal;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Opens a journal to read from. Throws InputError if there is none. */
  static async read(path: string): Promise<Journal> {
    const file = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
      throw error.code === "ENOENT" || error.code === "ENOTDIR" ? absent(path) : error;
    });
    try {
      const found = await headerOf(file);
      if (found === undefined || found === "foreign") throw foreign(path);
      const journal = new Journal(path, file, found);
      await journal.#scan();
      return journal;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Points that are done. */
  get count(): number {
    return this.#count;
  }

  has(point: number): boolean {
    return this.#offsets[point]! >= 0;
  }

  /** What is told of the responses of a point that is done. */
  responsesOf(point: number): readonly ResponseColumn[] {
    return this.#lists.get(this.#keys[this.#kinds[point]!]!)!;
  }

  /** A point that is done. Throws InputError if somebody changed the file meanwhile. */
  async record(point: number): Promise<PointRecord> {
    const length = this.#lengths[point]!;
    const buffer = Buffer.allocUnsafe(length);
    await this.#file.read(buffer, 0, length, this.#offsets[point]!);
    const text = textOfLine(this.#owner, buffer);
    if (text === undefined) throw changed(this.#path);
    const { levels, ...rest } = readPoint(text);
    invariant(levels !== undefined, "a point of a journal has levels");
    return { ...rest, point, levels, responses: this.responsesOf(point) };
  }

  /** Adds a point, which is then in the hands of the system; a second time, it changes nothing. */
  async keep(record: PointRecord): Promise<void> {
    const before = this.#turn;
    this.#turn = before.then(() => this.#keep(record));
    await this.#turn;
  }

  async close(): Promise<void> {
    await this.#turn.catch(() => {});
    await this.#file.close();
  }

  /** Puts on the disk what the system may still hold. */
  async flush(): Promise<void> {
    await this.#turn;
    await this.#file.datasync();
    this.#flushed = performance.now();
  }

  async #keep(record: PointRecord): Promise<void> {
    if (this.has(record.point)) return;
    const key = responsesKey(record.responses);
    if (!this.#lists.has(key)) {
      const list = { list: key, responses: record.responses };
      await this.#write(checkedLine(this.#owner, JSON.stringify(list)));
      this.#lists.set(key, record.responses);
    }
    const written: WrittenPoint = { ...record, responses: key };
    const line = Buffer.from(checkedLine(this.#owner, writePoint(written)));
    const offset = this.#end;
    await this.#write(line);
    this.#enter(record.point, key, offset, line.length);
    if (performance.now() - this.#flushed < FLUSH) return;
    await this.#file.datasync();
    this.#flushed = performance.now();
  }

  async #write(line: string | Buffer): Promise<void> {
    const bytes = Buffer.from(line);
    await this.#file.appendFile(bytes);
    this.#end += bytes.length;
  }

  #enter(point: number, key: string, offset: number, length: number): void {
    let kind = this.#keys.indexOf(key);
    if (kind < 0) kind = this.#keys.push(key) - 1;
    this.#offsets[point] = offset;
    this.#lengths[point] = length;
    this.#kinds[point] = kind;
    this.#count += 1;
  }

  /** Finds what is there; the end is behind the last good line. */
  async #scan(): Promise<void> {
    for await (const { offset, bytes } of fileLines(this.#file)) {
      const text = textOfLine(offset === 0 ? FORMAT : this.#owner, bytes);
      if (text === undefined) continue;
      this.#end = offset + bytes.length;
      const [, point, key] = POINT.exec(text) ?? [];
      const number = Number(point);
      if (
        key !== undefined &&
        this.#lists.has(key) &&
        number <= this.header.terms.points &&
        !this.has(number)
      ) {
        this.#enter(number, key, offset, bytes.length);
      }
      const list = RESPONSES.exec(text)?.[1];
      if (list === undefined) continue;
      const { responses } = JSON.parse(text) as { responses: readonly ResponseColumn[] };
      this.#lists.set(list, responses);
    }
  }
}

/** The header of a file; undefined if not even the first line of it is whole, "foreign" if that is no header. */
async function headerOf(file: FileHandle): Promise<JournalHeader | "foreign" | undefined> {
  for await (const { bytes } of fileLines(file)) {
    const text = textOfLine(FORMAT, bytes);
    if (text === undefined) return "foreign";
    const { format: _, ...header } = JSON.parse(text) as JournalHeader & { format: string };
    const points = header.terms?.points;
    return Number.isInteger(points) && points >= 1 && points <= DESIGN_LIMITS.points ? header : "foreign";
  }
  return undefined;
}

function fault(code: string, message: string, hint: string): InputError {
  return new InputError([{ code, path: "", message, hint, severity: "error" }]);
}

const absent = (path: string) =>
  fault("no-journal", `there is no ${path}`, "name the folder of a sweep, or of a shard of one");
const foreign = (path: string) =>
  fault(
    "bad-journal",
    `${path} is not the journal of a sweep, or its first line is damaged`,
    "run its sweep again with --force, or name another folder",
  );
const different = (path: string, difference: string) =>
  fault(
    "another-sweep",
    `${path} is of another sweep: ${difference}`,
    "--out puts this one elsewhere, --force begins again",
  );
const changed = (path: string) =>
  fault(
    "journal-changed",
    `${path} was changed by somebody else`,
    "run the same command again: what is damaged is computed again",
  );
