import {
  createDistribution,
  type Distribution,
  type Key64,
  keyedUniform,
  normalCdf,
  normalQuantile,
} from "../../random/index.ts";
import type { Topic } from "../clinic.ts";
import type { SpecialtyRules } from "../specialty-rules.ts";
import type { Round } from "../world.ts";
import { happens } from "./drawn.ts";
import { PURPOSE } from "./purpose.ts";

/** Below 1 by one bit, so that no quantile is infinite. */
const ALMOST_ONE = 1 - 1.1102230246251565e-16;
const SMALLEST = 1.1102230246251565e-16;

/** Handling times of one message [min], by scope and activity. */
export type RoundMinutes = Pick<Round, "triage" | "clerk" | "nurse" | "physician" | "prepare">;

/** The handling times of a topic's messages, under a specialty's rules. */
export class HandlingMinutes {
  readonly #triage: Distribution;
  readonly #clerk: Distribution;
  readonly #nurse: Distribution;
  readonly #physician: Distribution;
  /** Absent where nobody prepares. */
  readonly #prepare: Distribution | undefined;
  readonly #clerkIsNurse: boolean;
  readonly #draftsUsed: number;
  /** Factors on a physician's minutes, with a draft that is not used, and with one that is. */
  readonly #unusedDraft: number;
  readonly #usedDraft: number;
  /** Weights of the thread's score and of the role's own in a handling time's score. */
  readonly #shared: number;
  readonly #own: number;

  constructor({ minutes, complexity }: Topic, { policies, drafts }: SpecialtyRules) {
    this.#triage = createDistribution(minutes.triage);
    this.#clerk = createDistribution(minutes.clerk);
    this.#nurse = createDistribution(minutes.nurse);
    this.#physician = createDistribution(minutes.physician);
    this.#prepare = "prepare" in policies.triage ? createDistribution(policies.triage.prepare) : undefined;
    this.#clerkIsNurse = JSON.stringify(minutes.clerk) === JSON.stringify(minutes.nurse);
    this.#draftsUsed = drafts.used;
    this.#unusedDraft = drafts.factor(false);
    this.#usedDraft = drafts.factor(true);
    this.#shared = Math.sqrt(complexity);
    this.#own = Math.sqrt(1 - complexity);
  }

  /** `complexity` is the thread's normal score, `factor` what the front door makes of reading and replying. */
  draw(key: Key64, round: number, needsReply: boolean, complexity: number, factor: number): RoundMinutes {
    const triage = factor * this.#triage.quantile(this.#level(key, PURPOSE.triageMinutes, round, complexity));
    if (!needsReply) return { triage, clerk: 0, nurse: 0, physician: 0, prepare: 0 };
    // A message is long or short for clerk and nurse alike, of whom one replies.
    const level = this.#level(key, PURPOSE.replyMinutes, round, complexity);
    const nurse = factor * this.#nurse.quantile(level);
    const physician = this.#physician.quantile(this.#level(key, PURPOSE.physicianMinutes, round, complexity));
    return {
      triage,
      clerk: this.#clerkIsNurse ? nurse : factor * this.#clerk.quantile(level),
      nurse,
      physician: factor * physician * this.#draftFactor(key, round),
      prepare:
        this.#prepare === undefined
          ? 0
          : this.#prepare.quantile(this.#level(key, PURPOSE.prepareMinutes, round, complexity)),
    };
  }

  #draftFactor(key: Key64, round: number): number {
    if (this.#usedDraft === this.#unusedDraft) return this.#unusedDraft;
    return happens(key, PURPOSE.draftUsed, round, this.#draftsUsed) ? this.#usedDraft : this.#unusedDraft;
  }

  /** Where in its distribution a time lies: its normal score is partly the thread's complexity, for a hard thread is long for everybody. */
  #level(key: Key64, purpose: number, round: number, complexity: number): number {
    const u = keyedUniform(key, purpose, round);
    if (this.#shared === 0) return u;
    const mixed = normalCdf(this.#shared * complexity + this.#own * normalQuantile(u));
    return Math.min(ALMOST_ONE, Math.max(SMALLEST, mixed));
  }
}
