import type { Grade } from "../../scenario/index.ts";
import type { Check } from "./check.ts";

/**
 * What is surely off is a fault if the record has it further away than so many tolerances: an A may have no fault, and a B none of a headline that is
 * further away still. (Of all others, which are many and not as well known, the one that seems to be off by chance is found far away.)
 */
const APART = { A: 1, B: 2 };
/** A model has a grade if no fault is off by more than so many tolerances in any case. */
const OFF = { B: 1, C: 3 };
/**
 * And if no headline could be off by more than so many, surely or not. To be within on all of them is asked, so that each may be asked at 95 % by itself: a
 * model that is off by more in one of them passes in at most one of forty records (intersection–union test; Berger 1982, Technometrics 24, 295–300).
 */
const AT_MOST = { A: 2, B: 4 };

export interface Graded {
  readonly grade: Grade;
  /** The checks that are surely off, and by more than an A allows, the worst first. */
  readonly faults: readonly Check[];
  /** Headlines that are no faults, and of which the record leaves open whether they are off by more than an A allows. */
  readonly blurred: readonly Check[];
}

/**
 * The grade of a model by its checks. No A for one that was fitted to what it is judged by, as that a record is met again proves little; nor where fewer than `asked` headlines could
 * be compared.
 */
export function gradeOf(checks: readonly Check[], asked: number, isSeen = false): Graded {
  const faults = checks.filter(isFault).toSorted((a, b) => b.off - a.off || b.apart - a.apart);
  const headlines = checks.filter(({ headline }) => headline);
  const most = headlines.reduce((top, { atMost }) => Math.max(top, atMost), 0);
  return {
    grade: letterOf(faults, most, isSeen || headlines.length < Math.max(1, asked)),
    faults,
    blurred: headlines.filter((check) => !isFault(check) && check.atMost > AT_MOST.A),
  };
}

function letterOf(faults: readonly Check[], most: number, isUnproven: boolean): Grade {
  if (faults.length === 0 && most <= AT_MOST.A && !isUnproven) return "A";
  const telling = faults.filter((fault) => !isCourse(fault));
  const off = telling[0]?.off ?? 0;
  const isNear = telling.every(({ headline, apart }) => !headline || apart <= APART.B);
  if (off <= OFF.B && isNear && most <= AT_MOST.B) return "B";
  return off <= OFF.C ? "C" : "D";
}

/**
 * Week by week, replies and backlog hang on who was away when, which is itself read off the record's silence: that they part keeps a model from an A, and tells no more by itself.
 */
function isCourse({ scale, stage }: Check): boolean {
  return scale === "path" && stage !== "demand";
}

/** Whether a check is off by more than chance explains, and by more than an A allows. */
function isFault({ off, apart }: Check): boolean {
  return off > 0 && apart > APART.A;
}
