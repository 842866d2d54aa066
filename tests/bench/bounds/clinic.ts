import { CLINIC, ClinicDraws } from "../workloads/clinic.ts";
import type { Outcome } from "../workloads/workload.ts";
import type { EventList } from "./event-list.ts";

const ARRIVAL = 0;
const TRIAGED = 1;
const SEEN = 2;
const BACK = 3;
const ROOM = 0x10000;
const RING = ROOM - 1;

/** W3 written out by hand: one loop, typed arrays, nothing that the workload does not need. */
export function boundClinic(events: EventList, customers: number, seed: number, atEnd: () => void): Outcome {
  const draws = new ClinicDraws(seed);
  const urgent = new Uint8Array(ROOM);
  const joined = new Float64Array(ROOM);
  const minutes = new Float64Array(ROOM);
  const free = Int32Array.from({ length: ROOM }, (_, i) => ROOM - 1 - i);
  const lines = [new Int32Array(ROOM), new Int32Array(ROOM), new Int32Array(ROOM)] as const;
  const [urgentLine, routineLine, physicianLine] = lines;
  let freeCount = ROOM;
  let urgentHead = 0;
  let urgentWaiting = 0;
  let routineHead = 0;
  let routineWaiting = 0;
  let physicianHead = 0;
  let physicianWaiting = 0;
  let nurses = CLINIC.nurses;
  let physicians = CLINIC.physicians;
  let urgentCount = 0;
  let urgentWaited = 0;
  let routineCount = 0;
  let routineWaited = 0;
  let physicianCount = 0;
  let physicianWaited = 0;
  let born = 1;
  let done = 0;
  events.add(draws.gap(), ARRIVAL);
  while (done < customers) {
    const code = events.take();
    const now = events.time;
    const kind = code & 3;
    let id = code >> 2;
    if (kind === ARRIVAL) {
      id = free[--freeCount]!;
      urgent[id] = draws.urgent() ? 1 : 0;
      if (born < customers) {
        born += 1;
        events.add(now + draws.gap(), ARRIVAL);
      }
    }
    if (kind === ARRIVAL || kind === BACK) {
      minutes[id] = draws.triageMinutes();
      joined[id] = now;
      if (nurses > 0) {
        nurses -= 1;
        if (urgent[id] === 1) urgentCount += 1;
        else routineCount += 1;
        events.add(now + minutes[id]!, (id << 2) | TRIAGED);
      } else if (urgent[id] === 1) urgentLine[(urgentHead + urgentWaiting++) & RING] = id;
      else routineLine[(routineHead + routineWaiting++) & RING] = id;
    } else if (kind === TRIAGED) {
      if (urgentWaiting > 0) {
        const next = urgentLine[urgentHead]!;
        urgentHead = (urgentHead + 1) & RING;
        urgentWaiting -= 1;
        urgentCount += 1;
        urgentWaited += now - joined[next]!;
        events.add(now + minutes[next]!, (next << 2) | TRIAGED);
      } else if (routineWaiting > 0) {
        const next = routineLine[routineHead]!;
        routineHead = (routineHead + 1) & RING;
        routineWaiting -= 1;
        routineCount += 1;
        routineWaited += now - joined[next]!;
        events.add(now + minutes[next]!, (next << 2) | TRIAGED);
      } else nurses += 1;
      if (draws.resolved()) {
        done += 1;
        free[freeCount++] = id;
      } else {
        minutes[id] = draws.physicianMinutes();
        joined[id] = now;
        if (physicians > 0) {
          physicians -= 1;
          physicianCount += 1;
          events.add(now + minutes[id]!, (id << 2) | SEEN);
        } else physicianLine[(physicianHead + physicianWaiting++) & RING] = id;
      }
    } else {
      if (physicianWaiting > 0) {
        const next = physicianLine[physicianHead]!;
        physicianHead = (physicianHead + 1) & RING;
        physicianWaiting -= 1;
        physicianCount += 1;
        physicianWaited += now - joined[next]!;
        events.add(now + minutes[next]!, (next << 2) | SEEN);
      } else physicians += 1;
      if (draws.returns()) events.add(now + draws.returnDelay(), (id << 2) | BACK);
      else {
        done += 1;
        free[freeCount++] = id;
      }
    }
  }
  atEnd();
  return {
    customers,
    waits: {
      urgent: urgentWaited / urgentCount,
      routine: routineWaited / routineCount,
      physician: physicianWaited / physicianCount,
    },
  };
}
