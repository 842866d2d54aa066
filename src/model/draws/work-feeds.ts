import { createDistribution, type Distribution } from "../../random/index.ts";
import type { Clinic } from "../clinic.ts";

/** One line that a source of work feeds: a team's shared one, or one person's own. */
export interface WorkFeed {
  readonly specialty: number;
  /** Index into the specialty's `otherWork`. */
  readonly source: number;
  readonly team: number;
  /** Of its keys: specialty, source. So the same work comes whichever team is given it. */
  readonly name: readonly string[];
  /** Whose work it is; 0 for a team's as a whole. */
  readonly ordinal: number;
  /** The line: an ordinal, or −1 for the shared one. */
  readonly person: number;
  readonly perBusinessDay: number;
  readonly minutes: Distribution;
  /** Absent: waits for ever. */
  readonly patience: Distribution | undefined;
}

/** All feeds of a clinic. Only physicians have lines of their own, and calls go to whoever is free: all other work enters a shared line. */
export function workFeeds(clinic: Clinic): WorkFeed[] {
  return clinic.specialties.flatMap((specialty, index) =>
    specialty.otherWork.flatMap((work, source) => {
      const team = clinic.teams[work.team]!;
      const ownLine = work.perPerson && team.role === "physician" && !work.interrupts;
      const minutes = createDistribution(work.minutes);
      const { patience } = work;
      return Array.from({ length: work.perPerson ? team.count : 1 }, (_, ordinal) => ({
        specialty: index,
        source,
        team: work.team,
        name: [specialty.name, work.name],
        ordinal,
        person: ownLine ? ordinal : -1,
        perBusinessDay: work.perBusinessDay,
        minutes,
        patience: work.interrupts && patience !== undefined ? createDistribution(patience) : undefined,
      }));
    }),
  );
}
