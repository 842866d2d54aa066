import type { Clinic, Model } from "../../model/index.ts";
import { formatPath, type JsonObject, type Patch } from "../../scenario/index.ts";
import { mmcWaitExceeds } from "../../stats/index.ts";
import { readerOfAll } from "../sanity.ts";
import type { ErlangSays } from "./answer.ts";
import { minutesAWeek, openMinutes } from "./open-minutes.ts";
import type { Variant } from "./variant.ts";

/** What can be said of the team that reads first without simulating it. */
export type ErlangPosts = Pick<ErlangSays, "team" | "erlang" | "posts" | "busy" | "away"> & {
  readonly index: number;
};

const MOST_POSTS = 500;

/**
 * How many posts Erlang C asks for of the team that reads every message first, were they always there and had they nothing else to do
 * than messages, to keep the strictest promise. Undefined where no one team reads first.
 */
export function erlangPosts({ scenario, model }: Variant): ErlangPosts | undefined {
  const index = readerOfAll(model);
  if (index === undefined) return undefined;
  const { clinic, loads } = scenario;
  const team = clinic.teams[index]!;
  const load = loads.teams[index]!;
  const scheduled = model.teams[index]!.people.reduce((sum, { work }) => sum + minutesAWeek(work.shifts), 0);
  // A post is what somebody with the team's own hours works.
  const onePost = minutesAWeek(team.shifts);
  const messagesPerMinute = loads.messagesPerWeek / onePost;
  const handling = load.messages / loads.messagesPerWeek;
  let erlang = 1;
  while (
    erlang < MOST_POSTS &&
    !clinic.promises.every((promise) => {
      const within = openMinutes(clinic, promise.within);
      return (
        messagesPerMinute * handling < erlang &&
        mmcWaitExceeds(messagesPerMinute, 1 / handling, erlang, within) <= 1 - promise.target
      );
    })
  ) {
    erlang += 1;
  }
  if (erlang === MOST_POSTS || scheduled === 0 || onePost === 0 || !(handling > 0)) return undefined;
  return {
    index,
    team: team.name,
    erlang,
    posts: scheduled / onePost,
    busy: {
      messages: load.messages / onePost,
      calls: load.calls / onePost,
      otherWork: load.otherWork / onePost,
    },
    away: 1 - load.hours / scheduled,
  };
}

/** Changes that take away what Erlang C does not know, one at a time; those that a clinic has nothing of are left out. */
export function unknownToErlang(
  document: JsonObject,
  model: Model,
  team: string,
): readonly { readonly what: string; readonly patch: Patch }[] {
  const staff = document.staff as Readonly<Record<string, JsonObject>>;
  const specialties = document.specialties as Readonly<Record<string, JsonObject>>;
  const found: { what: string; patch: Patch }[] = [];
  const own = staff[team]!;
  if (own.absence !== undefined) {
    found.push({
      what: `with nobody of ${team} ever away`,
      patch: { [formatPath(["staff", team, "absence"])]: null },
    });
  }
  const calls = Object.entries(specialties).flatMap(([name, specialty]) => callsPatch(name, specialty, team));
  if (calls.length > 0) {
    found.push({ what: `with no calls for ${team} to answer`, patch: Object.fromEntries(calls) });
  }
  const physicians = Object.entries(staff).filter(
    ([, each]) => each.role === "physician" && each.inbox !== undefined,
  );
  if (physicians.length > 0) {
    const patch = Object.fromEntries(
      physicians.flatMap(([name]) => [
        [formatPath(["staff", name, "inbox"]), (document.calendar as JsonObject).open!],
        [formatPath(["staff", name, "clinic"]), []],
      ]),
    ) as Patch;
    found.push({ what: "with physicians at their inbox all day", patch });
  }
  const outside = Object.entries(specialties).flatMap(([name, specialty]) =>
    openHoursProfile(name, specialty, model.clinic),
  );
  if (outside.length > 0) {
    found.push({ what: "with nobody writing at night or on weekends", patch: Object.fromEntries(outside) });
  }
  return found;
}

type Entry = readonly [path: string, value: Patch[string]];

function callsPatch(name: string, specialty: JsonObject, team: string): readonly Entry[] {
  const work = (specialty.otherWork ?? {}) as Readonly<Record<string, JsonObject>>;
  const rung = Object.entries(work).filter(([, each]) => each.team === team);
  if (rung.length === 0) return [];
  const place = (...keys: string[]) => formatPath(["specialties", name, ...keys]);
  const about = specialty.calls as JsonObject | undefined;
  const isAbout = about !== undefined && rung.some(([source]) => source === about.source);
  const impatience = specialty.impatience as JsonObject | undefined;
  return [
    ...(isAbout ? [[place("calls"), null] as const] : []),
    ...(isAbout && impatience?.call !== undefined ? [[place("impatience", "call"), null] as const] : []),
    ...rung.map(([source]) => [place("otherWork", source), null] as const),
  ];
}

function openHoursProfile(name: string, specialty: JsonObject, { calendar }: Clinic): readonly Entry[] {
  const profile = (specialty.demand as JsonObject).profile as JsonObject | undefined;
  const hours = profile?.hourOfDay as readonly number[] | undefined;
  const days = profile?.dayOfWeek as readonly number[] | undefined;
  const isOpen = (minute: number) =>
    calendar.open.some((day) => day.some(({ from, to }) => from <= minute && minute < to));
  const place = (key: string) => formatPath(["specialties", name, "demand", "profile", key]);
  return [
    ...(hours === undefined
      ? []
      : [[place("hourOfDay"), hours.map((weight, hour) => (isOpen(60 * hour) ? weight : 0))] as const]),
    ...(days === undefined
      ? []
      : [
          [
            place("dayOfWeek"),
            days.map((weight, day) => (calendar.open[day]!.length > 0 ? weight : 0)),
          ] as const,
        ]),
  ];
}
