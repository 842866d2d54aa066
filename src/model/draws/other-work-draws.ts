import { deriveKey, deriveKeyInto, keyedUniformAt, poissonQuantile } from "../../random/index.ts";
import type { Calendar } from "../calendar.ts";
import type { WorkItem } from "../world.ts";
import { orderOf } from "./order-of.ts";
import { PURPOSE, worldKey } from "./purpose.ts";
import type { WorkFeed } from "./work-feeds.ts";

/**
 * Calls, results, refills, staff mail: on each open date a Poisson number, each at any minute of that date's opening hours
 * alike. Keyed by (specialty, source, person, date), so that a person more adds that person's work and no other. Sorted by time.
 */
export function drawOtherWork(
  feeds: readonly WorkFeed[],
  calendar: Calendar,
  days: number,
  firstDate: number,
  seed: number,
  replication: number,
): WorkItem[] {
  const roots = feeds.map((feed) =>
    deriveKey(worldKey(seed, replication, ["other work", ...feed.name]), PURPOSE.workCount, feed.ordinal),
  );
  const keys = new Uint32Array(2 * feeds.length);
  const items: WorkItem[] = [];
  const today = new DayOfWork();
  for (let day = 0; day < days; day += 1) {
    if (!calendar.isOpenDay(day)) continue;
    today.clear();
    for (let f = 0; f < feeds.length; f += 1) {
      deriveKeyInto(keys, 2 * f, roots[f]!.hi, roots[f]!.lo, PURPOSE.workCount, firstDate + day);
      const u = keyedUniformAt(keys[2 * f]!, keys[2 * f + 1]!, PURPOSE.workCount, 0);
      const count = poissonQuantile(feeds[f]!.perBusinessDay, u);
      for (let ordinal = 0; ordinal < count; ordinal += 1) {
        today.add(f, ordinal, keyedUniformAt(keys[2 * f]!, keys[2 * f + 1]!, PURPOSE.workTime, ordinal));
      }
    }
    const opening = calendar.nextOpening(calendar.dayStart(day));
    const minutes = calendar.business.between(opening, calendar.dayStart(day + 1));
    for (const index of today.inOrder()) {
      const feed = feeds[today.feeds[index]!]!;
      const ordinal = today.ordinals[index]!;
      const hi = keys[2 * today.feeds[index]!]!;
      const lo = keys[2 * today.feeds[index]! + 1]!;
      items.push({
        id: items.length,
        specialty: feed.specialty,
        source: feed.source,
        team: feed.team,
        person: feed.person,
        at: calendar.business.add(opening, minutes * today.places[index]!),
        minutes: feed.minutes.quantile(keyedUniformAt(hi, lo, PURPOSE.workMinutes, ordinal)),
        patience:
          feed.patience === undefined
            ? Number.NaN
            : feed.patience.quantile(keyedUniformAt(hi, lo, PURPOSE.workPatience, ordinal)),
      });
    }
  }
  return items;
}

/** The items of one day, by feed, ordinal and place in the opening hours (0 … 1), in columns that are used again every day. */
class DayOfWork {
  count = 0;
  feeds = new Int32Array(64);
  ordinals = new Int32Array(64);
  places = new Float64Array(64);

  clear(): void {
    this.count = 0;
  }

  add(feed: number, ordinal: number, place: number): void {
    if (this.count === this.feeds.length) this.#grow();
    this.feeds[this.count] = feed;
    this.ordinals[this.count] = ordinal;
    this.places[this.count] = place;
    this.count += 1;
  }

  inOrder(): Uint32Array {
    return orderOf(this.places, this.count);
  }

  #grow(): void {
    const { feeds, ordinals, places } = this;
    this.feeds = new Int32Array(2 * feeds.length);
    this.feeds.set(feeds);
    this.ordinals = new Int32Array(2 * ordinals.length);
    this.ordinals.set(ordinals);
    this.places = new Float64Array(2 * places.length);
    this.places.set(places);
  }
}
