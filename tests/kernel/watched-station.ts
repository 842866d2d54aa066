import { Simulation, Station, type StationOptions } from "../../src/kernel/index.ts";

/** A station and what happened in it: "time start job line server", and so on. */
export function watchedStation(options: Omit<StationOptions, "onDone">) {
  const simulation = new Simulation();
  const seen: string[] = [];
  const note = (what: string, ...numbers: readonly number[]): void => {
    seen.push([simulation.now, what, ...numbers].join(" "));
  };
  const station = new Station(simulation, {
    ...options,
    onStart: (...who) => note("start", ...who),
    onSuspend: (...who) => note("suspend", ...who),
    onDone: (...who) => note("done", ...who),
    onLeave: (...who) => note("leave", ...who),
  });
  return { simulation, station, seen };
}
