import { MarkovDraws } from "../workloads/markov.ts";
import type { Outcome } from "../workloads/workload.ts";
import type { EventList } from "./event-list.ts";

const ARRIVAL = 0;
const COMPLETION = 1;
const RING = 0xffff;

/** W1 and W2 written out by hand: one loop, typed arrays, nothing that the workload does not need. */
export function boundMarkov(
  events: EventList,
  servers: number,
  customers: number,
  seed: number,
  atEnd: () => void,
): Outcome {
  const draws = new MarkovDraws(servers, seed);
  const joined = new Float64Array(RING + 1);
  const services = new Float64Array(RING + 1);
  let head = 0;
  let waiting = 0;
  let busy = 0;
  let born = 1;
  let done = 0;
  let waited = 0;
  events.add(draws.gap(), ARRIVAL);
  while (done < customers) {
    const code = events.take();
    const now = events.time;
    if (code === ARRIVAL) {
      const service = draws.service();
      if (busy < servers) {
        busy += 1;
        events.add(now + service, COMPLETION);
      } else {
        const tail = (head + waiting) & RING;
        waiting += 1;
        joined[tail] = now;
        services[tail] = service;
      }
      if (born < customers) {
        born += 1;
        events.add(now + draws.gap(), ARRIVAL);
      }
    } else {
      done += 1;
      if (waiting > 0) {
        waited += now - joined[head]!;
        events.add(now + services[head]!, COMPLETION);
        head = (head + 1) & RING;
        waiting -= 1;
      } else busy -= 1;
    }
  }
  atEnd();
  return { customers, waits: { wait: waited / customers } };
}
