import type { Simulation } from "../../kernel/index.ts";
import { INSTANT } from "./instant.ts";
import type { OpenItem } from "./line.ts";
import type { Person } from "./person.ts";

/** Lets the teams whose lines or people have changed choose, in their order, once everything else at this moment has happened. */
export class Dispatch {
  private readonly sim: Simulation;
  /** By team, then ordinal. */
  private readonly teams: readonly (readonly Person[])[];
  private readonly requested: Uint8Array;
  private scheduled = false;
  private choose: (team: number) => void = () => undefined;

  constructor(sim: Simulation, teams: readonly (readonly Person[])[]) {
    this.sim = sim;
    this.teams = teams;
    this.requested = new Uint8Array(teams.length);
  }

  /** Says how a team chooses. */
  onChoosing(choose: (team: number) => void): void {
    this.choose = choose;
  }

  /** Lets a team choose at this moment, if anybody there could take up what has come: whoever is free or comes later will look. */
  offer(item: OpenItem, team: number): void {
    for (const { onDuty, inHand } of this.teams[team]!) {
      if (onDuty && (inHand === undefined || item.activity === "call")) {
        this.request(team);
        return;
      }
    }
  }

  /** Lets a team choose at this moment. */
  request(team: number): void {
    this.requested[team] = 1;
    if (this.scheduled) return;
    this.scheduled = true;
    this.sim.scheduleAt(this.sim.now, this.letChoose, 0, INSTANT.choosing);
  }

  private readonly letChoose = (): void => {
    this.scheduled = false;
    for (let team = 0; team < this.requested.length; team++) {
      if (this.requested[team] === 0) continue;
      this.requested[team] = 0;
      this.choose(team);
    }
  };
}
