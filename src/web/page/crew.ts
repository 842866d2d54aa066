import * as comlink from "comlink";
import type { Desk } from "../desk/desk.ts";
import type { Workplace } from "../worker.ts";
import PageWorker from "../worker.ts?worker&inline";

/** More would take memory and bring little: a page is looked at while it works. */
const ENGINES_AT_MOST = 4;

export type RemoteDesk = comlink.Remote<Desk>;

/** Starts the workers: a desk, and the engines that it employs, a scout for first looks among them. `failed` hears of one that cannot start. */
export function startCrew(failed: (message: string) => void): RemoteDesk {
  const start = () => {
    const worker = new PageWorker();
    worker.onerror = (event) => failed(event.message || "a worker could not be started");
    return { worker, workplace: comlink.wrap<Workplace>(worker) };
  };
  const { workplace: desk } = start();
  const cores = navigator.hardwareConcurrency || 2;
  // One core is left for the page and its desk, where there is more than one.
  const count = Math.min(ENGINES_AT_MOST, Math.max(1, cores - 1));
  const engines: Worker[] = [];
  /** Starts the engine of a place, in the stead of one that is there. */
  const startEngine = (place: number) => {
    engines[place]?.terminate();
    const { worker, workplace } = start();
    engines[place] = worker;
    const { port1, port2 } = new MessageChannel();
    void workplace.listen(comlink.transfer(port1, [port1]));
    return comlink.transfer(port2, [port2]);
  };
  const ports = Array.from({ length: 1 + count }, (_, place) => startEngine(place));
  void desk.employ(
    comlink.transfer(ports, ports),
    comlink.proxy(async (place) => startEngine(place)),
  );
  return desk.desk as unknown as RemoteDesk; // a part of a remote is a remote, which the types do not know
}
