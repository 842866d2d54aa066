import * as comlink from "comlink";
import { createPerformer, type Job, outcomeOf } from "../experiment/index.ts";
import { Desk } from "./desk/desk.ts";
import type { Engine } from "./desk/pool-executor.ts";
import { replaceableEngine } from "./desk/replaceable-engine.ts";

/** What every worker of the page can be: the desk, or an engine that a desk employs. One script, so that it is there once. */
const perform = createPerformer();
const desk = new Desk();

/** Does a job, and gives the buffers of its tables away instead of copying them. */
function runJob(job: Job) {
  const outcome = outcomeOf(perform, job);
  const tables = outcome.type === "result" ? (outcome.result.tables ?? []) : [];
  return comlink.transfer(
    outcome,
    tables.flatMap(({ buffers }) => [...buffers]),
  );
}

/** Gives the desk its engines, the scout first, by ports at whose other ends they listen; `replace` ends one of them and gives the port of the next in its place. */
function employ(ports: readonly MessagePort[], replace: (place: number) => Promise<MessagePort>): void {
  const [scout, ...engines] = ports.map((port, place) =>
    replaceableEngine(engineAt(port), async () => engineAt(await replace(place))),
  );
  desk.employ(scout!, engines);
}

/** The engine at a port, once it has started. */
async function engineAt(port: MessagePort): Promise<Engine> {
  const engine = comlink.wrap<typeof listener>(port);
  await engine.isReady();
  return (job) => engine.runJob(job);
}

const listener = { runJob, isReady: () => true };

/** Listens for jobs at a port. */
function listen(port: MessagePort): void {
  comlink.expose(listener, port);
}

const workplace = { desk, employ, listen };
export type Workplace = typeof workplace;

comlink.expose(workplace);
