import { Interrupted, type StopSignal } from "../executor.ts";
import type { CheckedDraws } from "./input-uncertainty.ts";
import type { DrawPreparer } from "./prepare-draw.ts";

const MOST_FAULTS = 3;

/** Which draws make a scenario, before the first is run. `pause` is awaited between them. Rejects with Interrupted when `signal` says so. */
export async function checkDraws(
  { prepare }: DrawPreparer,
  draws: number,
  {
    signal,
    pause = async () => {},
    checked,
  }: {
    readonly signal?: StopSignal;
    readonly pause?: () => Promise<void>;
    readonly checked?: (draw: number) => void;
  } = {},
): Promise<CheckedDraws> {
  const sound: number[] = [];
  const faults = new Map<string, string>();
  let overloaded = 0;
  for (let draw = 1; draw <= draws; draw++) {
    await pause();
    if (signal?.aborted === true) throw new Interrupted();
    const prepared = await prepare(draw);
    if (prepared.issues.length === 0) {
      sound.push(draw);
      if (prepared.overloaded) overloaded += 1;
    }
    for (const { code, path, message } of prepared.issues) {
      const key = `${code} ${path}`;
      if (faults.size < MOST_FAULTS && !faults.has(key)) faults.set(key, `draw ${draw}, ${path}: ${message}`);
    }
    checked?.(draw);
  }
  return { sound, overloaded, faults: [...faults.values()] };
}
