import { type Model, offeredLoads, type ReplicationResult } from "../model/index.ts";
import { erlangC } from "../stats/index.ts";

/** What can be said of a team without simulating it. */
export interface TeamSanity {
  readonly team: string;
  readonly people: number;
  /** Expected work over the hours there are for it, absence taken out: 1 or more cannot be kept up. */
  readonly load: number;
  /** The same for the busiest week, and with one person on vacation. */
  readonly peakLoad: number;
  readonly oneAwayLoad: number;
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
  /** (L − λW) / L, mean over replications and the greatest in size of one; see `LittlesLaw`. */
  readonly littlesLaw: { readonly mean: number; readonly worst: number };
}

export function sanityOf(model: Model, results: readonly ReplicationResult[]): Sanity {
  const { messagesPerWeek, teams } = offeredLoads(model);
  const { clinic, firstReaders } = model;
  const [onlyReader] = firstReaders;
  const sameReader = firstReaders.every((reader) => reader === onlyReader);
  const residuals = results.map(({ diagnostics }) => diagnostics.littlesLaw.residual);
  return {
    teams: teams.map(({ team, load, peak, oneAwayLoad, messages, hours, evenings }) => {
      const { name, count } = clinic.teams[team]!;
      const reads = sameReader && team === onlyReader && count > 0;
      return {
        team: name,
        people: count,
        load,
        peakLoad: peak.load,
        oneAwayLoad,
        ...(reads ? { erlangWait: erlangWait(count, load, messages / messagesPerWeek) } : {}),
        fluidGrowth: load > 1 ? (load - 1) * (hours + evenings) : 0,
      };
    }),
    littlesLaw: {
      mean: residuals.reduce((sum, residual) => sum + residual, 0) / residuals.length,
      worst: residuals.reduce((worst, each) => (Math.abs(each) > Math.abs(worst) ? each : worst), 0),
    },
  };
}

/** Mean wait of M/M/c by its load per server and mean handling time, in the unit of the latter. Gross et al., § 3.3. */
function erlangWait(servers: number, load: number, meanHandling: number): number {
  if (load >= 1) return Infinity;
  return (erlangC(servers, load * servers) * meanHandling) / (servers * (1 - load));
}
