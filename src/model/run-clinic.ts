import { SimulationError } from "../errors.ts";
import { Simulation, type TraceHook } from "../kernel/index.ts";
import type { Model } from "./compile.ts";
import type { ClinicObserver } from "./observer.ts";
import { Roster } from "./roster.ts";
import { Arrivals } from "./running/arrivals.ts";
import { Choosing } from "./running/choosing.ts";
import { Dispatch } from "./running/dispatch.ts";
import { Duty } from "./running/duty.ts";
import { INSTANT } from "./running/instant.ts";
import { Lines } from "./running/lines.ts";
import { MessageFlow } from "./running/message-flow.ts";
import { OtherWorkFlow } from "./running/other-work.ts";
import { Person } from "./running/person.ts";
import { VisitBook } from "./running/visit-book.ts";
import { Waits } from "./running/waits.ts";
import { WorkInHand } from "./running/work-in-hand.ts";
import type { World } from "./world.ts";

export interface RunOptions {
  /** Sees every event of the engine. */
  readonly trace?: TraceHook;
}

/**
 * Lets the staff of a clinic work through a world by the rules of README.md, from minute 0 to `model.end`, and tells the
 * observer what happens; what is unfinished is told at the end. Deterministic, and leaves model and world as they are.
 *
 *   Arrivals ──▶ MessageFlow, OtherWorkFlow ──▶ Lines ──▶ Dispatch ──▶ Choosing ──▶ WorkInHand ──▶ the flows again
 *                                       Duty: who is there ──▶ Dispatch
 *
 * Throws a SimulationError, with time and entity, when the world does not belong to the model.
 */
export function runClinic(
  model: Model,
  world: World,
  observer: ClinicObserver,
  options: RunOptions = {},
): void {
  checkWorld(model, world);
  const sim = new Simulation(options);
  const roster = new Roster(model, world);
  const teams = staff(model);
  const people = teams.flat();
  const dispatch = new Dispatch(sim, teams);
  const lines = new Lines(model.teams, sim, dispatch, observer);
  const waits = new Waits(observer);
  const visits = new VisitBook(model, observer);
  const otherWork = new OtherWorkFlow(model, world, sim, lines, observer);
  const messages = new MessageFlow({
    model,
    world,
    sim,
    roster,
    teams,
    lines,
    observer,
    otherWork,
    visits,
    waits,
  });
  otherWork.onAnswered((message, team, rank) => messages.settle(message, team, rank));
  const hands = new WorkInHand({ people, sim, lines, dispatch, messages, otherWork, waits, observer });
  const duty = new Duty(people, roster, sim, hands, dispatch, observer);
  const choosing = new Choosing(teams, lines, hands, duty);
  dispatch.onChoosing((team) => choosing.choose(team));

  new Arrivals({ model, world, sim, roster, people, lines, dispatch, messages, otherWork }).start();
  duty.start();
  sim.scheduleAt(model.end, () => sim.stop(), 0, INSTANT.runEnds);
  sim.run();

  hands.cutOff();
  messages.reportUnfinished();
  otherWork.reportUnfinished();
}

function staff(model: Model): readonly (readonly Person[])[] {
  let index = 0;
  return model.teams.map(({ index: team, team: spec }) =>
    Array.from({ length: spec.count }, (_, ordinal) => new Person(index++, team, ordinal, spec)),
  );
}

function checkWorld(model: Model, world: World): void {
  const refuse = (message: string): never => {
    throw new SimulationError(message, { time: 0, entity: "world" });
  };
  if (world.days < model.days) refuse(`the world has ${world.days} days, the run needs ${model.days}`);
  for (const { team, index } of model.teams) {
    const drawn = world.people[index]?.length ?? 0;
    if (drawn < team.count) refuse(`the world has ${drawn} people of ${team.name}, the clinic ${team.count}`);
  }
}
