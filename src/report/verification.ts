/** Where a result is not what was made again of it. */
export interface VerificationDifference {
  readonly file: string;
  /** Which row or part of it. */
  readonly at: string;
  readonly column?: string;
  readonly there: string;
  readonly now: string;
  /** What it was made again from, where that was not the manifest: `its journal`. */
  readonly by?: string;
}

/** What came of making a result again, or a sample of it. Plain data. */
export interface Verification {
  readonly folder: string;
  /** `run of “Rheumatology: today”` */
  readonly title: string;
  readonly version: string;
  readonly engine: string;
  /** Whether it was made by the engine that made it again. */
  readonly sameEngine: boolean;
  /** Every file that the manifest lists, and how it stands against that. */
  readonly files: readonly { readonly file: string; readonly state: string }[];
  /** Files that are there and belong to no result. */
  readonly strangers: readonly string[];
  /** What was made again: all, or a sample; absent where that made no sense. */
  readonly redone?: {
    readonly all: boolean;
    /** `replication` */
    readonly unit: string;
    readonly units: number;
    readonly sample: readonly number[];
    /** Whether the files were made again from what else the folder keeps, and from what. */
    readonly within?: string;
    /** What somebody should know of how. */
    readonly note?: string;
  };
  /** Why nothing was made again. */
  readonly why?: string;
  readonly count: number;
  /** Of these, the first of each file. */
  readonly differences: readonly VerificationDifference[];
}

/** Whether nothing was found that is not as it should be, in all that was looked at: where nothing was made again, in the files alone. */
export function isVerified({ files, count }: Verification): boolean {
  return count === 0 && files.every(({ state }) => state === "as listed");
}
