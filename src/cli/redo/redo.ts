import type { Executor, StopSignal } from "../../experiment/index.ts";
import type { ComparedFolder, ReadManifest } from "../../node/index.ts";

/** Where what is made again goes, and by what. */
export interface Surroundings {
  /** Holds everything against what stands in the folder. */
  readonly sink: ComparedFolder;
  readonly executor: Executor;
  readonly signal: StopSignal;
  /** So many replications are to come in all, as far as is known. */
  expecting(total: () => number): void;
  /** One of them has come. */
  arrived(): void;
}

/** A result that can be made again. */
export interface Redo {
  /** What it is of whom: `run of “Rheumatology: today”`. */
  readonly title: string;
  /** What a sample is drawn from: how many there are, and what one is called. */
  readonly units: number;
  readonly unit: string;
  /** What somebody should know of how it was made again. */
  readonly note?: string;
  /** Makes some of them again, by their numbers from 1, ascending; left out where there is only the whole. */
  some?(units: readonly number[], surroundings: Surroundings): Promise<void>;
  /** Makes every file again. */
  all(surroundings: Surroundings): Promise<void>;
  /** Makes the files again from what else the folder keeps, without running anything; left out where it keeps nothing. */
  readonly fromWithin?: FromWithin;
}

/** A result that cannot be made again here, and why. */
export interface NotRedone extends Pick<Redo, "title"> {
  readonly why: string;
}

export interface FromWithin {
  /** What it keeps: `its journal`. */
  readonly source: string;
  into(sink: ComparedFolder): Promise<void>;
  close(): Promise<void>;
}

export interface RedoTerms {
  readonly folder: string;
  readonly manifest: ReadManifest;
  /** The engine that runs what is made again; where it is not the manifest's, that need not be written as this version would. */
  readonly engine: string;
}

/**
 * A kind of result, as `kinds.ts` lists them: how the manifest of one says what it was made from, and how it is made again from that alone.
 * A new kind of result folder is one file like those here, and one line there.
 */
export interface ResultKind {
  /** Format of its manifests. */
  readonly format: string;
  /** Whether a manifest of that format is of this kind. */
  isOf(manifest: ReadManifest["manifest"]): boolean;
  /** Throws InputError where the manifest says what clinicsim would not have written. */
  open(terms: RedoTerms): Promise<Redo | NotRedone>;
}
