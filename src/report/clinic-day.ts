import { invariant } from "../errors.ts";
import { type Model, type ReplicationResult, rankOf } from "../model/index.ts";
import { Table } from "../results/index.ts";

/** A team that had a message of the day before it, in the order in which messages usually meet them. */
export interface DayStation {
  readonly team: string;
  readonly role: string;
  /** People on duty, from each moment on [min since the run's start]; the first holds from the day's beginning. */
  readonly duty: readonly { readonly at: number; readonly people: number }[];
}

/** A stretch of work on a message, and how long it stood in that line before. Times in minutes since the run's start. */
export interface DayStop {
  /** Index among the stations. */
  readonly station: number;
  /** Number in the team, from 1. */
  readonly person: number;
  readonly activity: string;
  readonly entered: number;
  readonly from: number;
  readonly to: number;
}

/** A message that was open at some moment of the day. */
export interface DayMessage {
  readonly thread: number;
  readonly round: number;
  readonly cause: string;
  readonly topic: string;
  readonly urgent: boolean;
  readonly sent: number;
  /** NaN: open at the end of the run. */
  readonly closed: number;
  readonly outcome: string;
  /** All of its stretches of work, those of other days too, in order of time. */
  readonly stops: readonly DayStop[];
}

/** What became of one specialty's messages on one local day of one replication. */
export interface ClinicDay {
  readonly replication: number;
  /** ISO date. */
  readonly date: string;
  /** 0 = Monday. */
  readonly dayOfWeek: number;
  /** Whether the clinic is closed all day. */
  readonly closed: boolean;
  readonly specialty: string;
  /** First and last moment [min since the run's start]. */
  readonly from: number;
  readonly to: number;
  /** What the wall clock shows [min of the day] from a moment on; a second entry where clocks change. */
  readonly clock: readonly { readonly at: number; readonly local: number }[];
  readonly stations: readonly DayStation[];
  /** In order of sending. */
  readonly messages: readonly DayMessage[];
  /** Open messages from each moment on; the first holds from the day's beginning. */
  readonly backlog: readonly { readonly at: number; readonly open: number }[];
}

export interface ClinicDayChoice {
  /** Local day, 0 the first of the run. */
  readonly day: number;
  /** Index of the specialty. */
  readonly specialty: number;
}

/** The day, from a replication kept in full. Throws InvariantError on any other, and on a day outside the run. */
export function clinicDay(
  model: Model,
  { replication, tables }: ReplicationResult,
  { day, specialty }: ClinicDayChoice,
): ClinicDay {
  const { calendar, clinic } = model;
  invariant(day >= 0 && day < model.days, `day ${day} is not in the run`);
  const named = (name: string): Table => {
    const table = tables?.find((each) => each.name === name);
    invariant(table !== undefined, `a result in full has no table ${name}`);
    return Table.fromTransferable(table);
  };
  const [from, to] = [calendar.dayStart(day), calendar.dayStart(day + 1)];
  const open = openMessages(named("messages"), specialty, from, to);
  const stretches = stretchesOf(named("stretches"), open);
  const teams = [...new Set(stretches.map(({ team }) => team))].sort(
    (a, b) => rankOf(clinic.teams[a]!.role) - rankOf(clinic.teams[b]!.role) || a - b,
  );
  const duty = named("duty");
  return {
    replication,
    date: calendar.dateOf(day),
    dayOfWeek: calendar.dayOfWeek(day),
    closed: !calendar.isOpenDay(day),
    specialty: clinic.specialties[specialty]!.name,
    from,
    to,
    clock: clockOf(model, from, to),
    stations: teams.map((team) => ({
      team: clinic.teams[team]!.name,
      role: clinic.teams[team]!.role,
      duty: dutyOf(duty, team, from, to),
    })),
    messages: open.map(({ key, ...message }) => ({
      ...message,
      stops: stretches
        .filter((stretch) => stretch.key === key)
        .map(({ key: _, team, ...stop }) => ({ station: teams.indexOf(team), ...stop }))
        .sort((a, b) => a.from - b.from),
    })),
    backlog: backlogOf(open, from, to),
  };
}

type KeyedMessage = Omit<DayMessage, "stops"> & { readonly key: string };
type KeyedStop = Omit<DayStop, "station"> & { readonly key: string; readonly team: number };

const keyOf = (thread: number, round: number, cause: string) => `${thread}/${round}/${cause}`;

function labelsOf(table: Table, name: string): (row: number) => string {
  const values = table.column(name);
  const levels = table.specs[table.columnIndex(name)]!.levels!;
  return (row) => levels[values[row]!]!;
}

function openMessages(table: Table, specialty: number, from: number, to: number): readonly KeyedMessage[] {
  const [threads, rounds, sent, closed] = ["thread", "round", "sent_min", "closed_min"].map((name) =>
    table.column(name),
  );
  const [specialties, turnedAway, urgent] = ["specialty", "turned_away_by", "urgent"].map((name) =>
    table.column(name),
  );
  const [cause, topic, outcome] = ["cause", "topic", "outcome"].map((name) => labelsOf(table, name));
  const found: KeyedMessage[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    if (specialties![row] !== specialty || turnedAway![row]! > 0) continue;
    if (sent![row]! >= to || closed![row]! < from) continue;
    const [thread, round] = [threads![row]!, rounds![row]!];
    found.push({
      key: keyOf(thread, round, cause!(row)),
      thread,
      round,
      cause: cause!(row),
      topic: topic!(row).replace(/^.*?: /, ""),
      urgent: urgent![row] === 1,
      sent: sent![row]!,
      closed: closed![row]!,
      outcome: outcome!(row),
    });
  }
  return found.sort((a, b) => a.sent - b.sent);
}

function stretchesOf(table: Table, messages: readonly KeyedMessage[]): readonly KeyedStop[] {
  const keys = new Set(messages.map(({ key }) => key));
  const [subjects, rounds, teams, people] = ["subject", "round", "team", "person"].map((name) =>
    table.column(name),
  );
  const [entered, from, to] = ["entered_min", "from_min", "to_min"].map((name) => table.column(name));
  const [activity, cause] = ["activity", "cause"].map((name) => labelsOf(table, name));
  const found: KeyedStop[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const done = activity!(row);
    if (done === "call" || done === "other work") continue;
    const key = keyOf(subjects![row]!, rounds![row]!, cause!(row));
    if (!keys.has(key)) continue;
    found.push({
      key,
      team: teams![row]!,
      person: people![row]! + 1,
      activity: done,
      entered: entered![row]!,
      from: from![row]!,
      to: to![row]!,
    });
  }
  return found;
}

function dutyOf(table: Table, team: number, from: number, to: number): DayStation["duty"] {
  const [times, teams, people] = ["time_min", "team", "on_duty"].map((name) => table.column(name));
  let before = 0;
  const changes: { at: number; people: number }[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    if (teams![row] !== team || times![row]! >= to) continue;
    if (times![row]! <= from) before = people![row]!;
    else changes.push({ at: times![row]!, people: people![row]! });
  }
  return [{ at: from, people: before }, ...changes];
}

function backlogOf(messages: readonly KeyedMessage[], from: number, to: number): ClinicDay["backlog"] {
  const changes = messages.flatMap(({ sent, closed }) => [
    { at: Math.max(sent, from), by: 1 },
    ...(closed < to ? [{ at: Math.max(closed, from), by: -1 }] : []),
  ]);
  changes.sort((a, b) => a.at - b.at);
  const steps = [{ at: from, open: 0 }];
  for (const { at, by } of changes) {
    const last = steps.at(-1)!;
    const open = last.open + by;
    if (last.at === at) steps[steps.length - 1] = { at, open };
    else steps.push({ at, open });
  }
  return steps;
}

function clockOf({ calendar }: Model, from: number, to: number): ClinicDay["clock"] {
  const steps = [{ at: from, local: calendar.localMinute(from) }];
  for (let at = from + 1; at < to; at++) {
    const { at: since, local } = steps.at(-1)!;
    const shown = calendar.localMinute(at);
    if (shown !== local + at - since) steps.push({ at, local: shown });
  }
  return steps;
}
