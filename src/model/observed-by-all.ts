import type { ClinicObserver } from "./observer.ts";

type Method = keyof ClinicObserver;
type Call = (...told: never[]) => void;

/** Every method there is, so that a new one cannot be forgotten here. */
const METHODS = Object.keys({
  message: true,
  work: true,
  visit: true,
  interrupted: true,
  waited: true,
  handled: true,
  lineChanged: true,
  openChanged: true,
  dutyChanged: true,
} satisfies Record<Method, true>) as Method[];

/** An observer that tells several, in their order, what it is told. */
export function observedByAll(observers: readonly ClinicObserver[]): ClinicObserver {
  const calls = METHODS.flatMap((method): [Method, Call][] => {
    const listening = observers.flatMap((observer) => {
      const call = observer[method] as Call | undefined;
      return call === undefined ? [] : [call.bind(observer) as Call];
    });
    const [first, ...more] = listening;
    if (first === undefined) return [];
    return [[method, more.length === 0 ? first : (...told) => tellAll(listening, told)]];
  });
  return Object.fromEntries(calls);
}

function tellAll(listening: readonly Call[], told: never[]): void {
  for (const call of listening) call(...told);
}
