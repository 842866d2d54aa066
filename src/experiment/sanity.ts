import { type LittlesLaw, type Model, offeredLoads, type ReplicationResult } from "../model/index.ts";
import { erlangC } from "../stats/index.ts";
import { MINUTES_PER_WEEK } from "../units.ts";

/** What can be said of a team without simulating it. */
export interface TeamSanity {
  readonly team: string;
  readonly people: number;
  /** Expected work over the hours there are for it, absence taken out: 1 or more cannot be kept up. */
  readonly load: number;
  /** The same for the busiest week, and with one person on vacation. */
  readonly peakLoad: number;
  readonly oneAwayLoad: number;
  /** People of whom more is asked than their own hours allow, by name or number; the mean of the team may hide them. */
  readonly overloadedPeople: readonly { readonly name: string; readonly load: number }[];
  /**
   * Mean wait by Erlang C [min], if the team were always there and did nothing but the work it is offered: only of the team that reads
   * first, whose mean handling time is known. Infinity at a load of 1 and more.
   */
  readonly erlangWait?: number;
  /** By how much its backlog grows a week at least [min of work]: the fluid bound; 0 below a load of 1. */
  readonly fluidGrowth: number;
}

/** The simulation held against what is known without it. */
export interface Sanity {
  readonly teams: readonly TeamSanity[];
  readonly littlesLaw: LittlesLawSanity;
}

/** L = λ W over all replications; see `LittlesLaw`. */
export interface LittlesLawSanity {
  /** L: mean number of open messages in the window. */
  readonly meanOpen: number;
  /** λ: messages sent in the window, per week. */
  readonly sentPerWeek: number;
  /** W: minutes within the window that messages are open, per message sent in it [min]; NaN or Infinity if none is. */
  readonly meanStay: number;
  /** Mean time until closing of the messages sent in the window, wherever it ends [min]; NaN if there are none. */
  readonly meanTime: number;
  /** The residual that is greatest in size of any replication. */
  readonly worst: number;
}

export function sanityOf(model: Model, results: readonly ReplicationResult[]): Sanity {
  const { messagesPerWeek, teams } = offeredLoads(model);
  const { clinic } = model;
  const onlyReader = readerOfAll(model);
  return {
    teams: teams.map(({ team, load, peak, oneAwayLoad, messages, hours, evenings, people }) => {
      const { name, count, people: named } = clinic.teams[team]!;
      const reads = team === onlyReader && count > 0;
      return {
        team: name,
        people: count,
        load,
        peakLoad: peak.load,
        oneAwayLoad,
        overloadedPeople: people
          .filter((person) => person.load >= 1)
          .map(({ ordinal, load: own }) => ({
            name: named[ordinal]?.name ?? `${name} no. ${ordinal + 1}`,
            load: own,
          })),
        ...(reads ? { erlangWait: erlangWait(count, load, messages / messagesPerWeek) } : {}),
        fluidGrowth: load > 1 ? (load - 1) * (hours + evenings) : 0,
      };
    }),
    littlesLaw: littlesLawOf(model, results),
  };
}

/** The one team that reads every message first; undefined where there is none. */
export function readerOfAll({ clinic, specialties }: Model): number | undefined {
  const sorted = specialties.some(({ policies }) => policies.sorting.type !== "none");
  const readers = new Set(specialties.flatMap(({ ways }) => ways.map(({ stations }) => stations.first)));
  const [reader] = readers;
  return readers.size === 1 && !sorted && clinic.teams[reader!] !== undefined ? reader : undefined;
}

function littlesLawOf(
  { windowStart, windowEnd }: Model,
  results: readonly ReplicationResult[],
): LittlesLawSanity {
  const laws = results.map(({ diagnostics }) => diagnostics.littlesLaw);
  const total = (key: keyof LittlesLaw) => laws.reduce((sum, law) => sum + law[key], 0);
  const minutes = laws.length * (windowEnd - windowStart);
  const sent = total("sent");
  return {
    meanOpen: total("openMinutes") / minutes,
    sentPerWeek: (sent / minutes) * MINUTES_PER_WEEK,
    meanStay: total("stayMinutes") / sent,
    meanTime: total("sentMinutes") / sent,
    worst: laws.reduce((worst, { residual }) => (Math.abs(residual) > Math.abs(worst) ? residual : worst), 0),
  };
}

/** Mean wait of M/M/c by its load per server and mean handling time, in the unit of the latter. Gross et al., § 3.3. */
function erlangWait(servers: number, load: number, meanHandling: number): number {
  if (load >= 1) return Infinity;
  return (erlangC(servers, load * servers) * meanHandling) / (servers * (1 - load));
}
