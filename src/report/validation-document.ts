import type { Issue } from "../errors.ts";
import type { PersonLoad, TeamLoad } from "../model/index.ts";
import { dayNumber, isoDate, weekdayOf } from "../model/index.ts";
import { formatPath, ledgerGaps, parsePath, type Scenario } from "../scenario/index.ts";
import { MINUTES_PER_HOUR } from "../units.ts";
import { type ClosedDate, closedDates } from "./closed-dates.ts";
import type { Block, Document } from "./document.ts";
import { gradeBlocks } from "./grade-cautions.ts";
import { brief, percent } from "./number.ts";
import { organisation } from "./organisation.ts";
import { counted, runText } from "./words.ts";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
/** How many segments name a place whose parameters are listed together: a topic, a team, a promise. */
const PLACE_DEPTH: Readonly<Record<string, number>> = { specialties: 4, staff: 2, policies: 2, promises: 2 };

/** What there is to know of a scenario before it is run. */
export function validationDocument(scenario: Scenario): Document {
  const { clinic, loads, warnings } = scenario;
  return [
    { type: "title", text: `${clinic.name}: valid`, under: runText(clinic.run) },
    ...gradeBlocks(scenario),
    ...warningBlocks(warnings),
    { type: "heading", text: "Closed while it runs" },
    closedTable(closedDates(scenario)),
    ...organisation(scenario),
    { type: "heading", text: "Offered load: expected work over the hours there are for it, before chance" },
    loadTable(scenario),
    {
      type: "text",
      sentences: [
        `${brief(loads.messagesPerWeek)} messages a week in ${brief(loads.threadsPerWeek)} new threads.`,
        "A load of 100 % or more cannot be kept up; well below it, chance alone makes people wait.",
      ],
    },
    ...ledgerBlocks(scenario, ledgerGaps(scenario)),
  ];
}

function warningBlocks(warnings: readonly Issue[]): readonly Block[] {
  if (warnings.length === 0) return [];
  const items = warnings.map(({ path, message, hint }) => {
    const place = path === "" ? "" : `${path}: `;
    return `${place}${message}${hint === undefined ? "" : ` (${hint})`}`;
  });
  return [{ type: "list", items, tone: "caution", mark: "!" }];
}

function closedTable(closed: readonly ClosedDate[]): Block {
  const rows = closed.map(({ date, why }) => [`${WEEKDAYS[weekdayOf(dayNumber(date))]} ${date}`, why]);
  return {
    type: "table",
    columns: [
      { title: "", align: "left" },
      { title: "", align: "left" },
    ],
    sections: [{ rows: rows.length === 0 ? [["no date", ""]] : rows }],
  };
}

function loadTable({ clinic, loads }: Scenario): Block {
  const firstDay = dayNumber(clinic.run.start);
  const hours = (minutes: number) => brief(minutes / MINUTES_PER_HOUR, 1);
  const row = (name: string, load: TeamLoad | PersonLoad, ...more: readonly string[]) => [
    name,
    hours(load.messages),
    hours(load.calls),
    hours(load.otherWork),
    hours(load.hours + load.evenings),
    loadText(load.load),
    ...more,
  ];
  const teamRow = (name: string, load: TeamLoad) => {
    const busiest = `${loadText(load.peak.load)} (${isoDate(firstDay + load.peak.from)})`;
    return row(name, load, busiest, loadText(load.oneAwayLoad));
  };
  return {
    type: "table",
    columns: [
      { title: "hours a week", align: "left" },
      { title: "messages", align: "right" },
      { title: "calls", align: "right" },
      { title: "other", align: "right" },
      { title: "there are", align: "right" },
      { title: "load", align: "right" },
      { title: "busiest week", align: "right" },
      { title: "one away", align: "right" },
    ],
    sections: [
      {
        rows: loads.teams.flatMap((load) => {
          const { name, count, people } = clinic.teams[load.team]!;
          const names = people.map((person) => person.name);
          return [teamRow(name, load), ...(count > 1 ? personRows(load.people, names, row) : [])];
        }),
      },
    ],
  };
}

type Row = (name: string, load: PersonLoad) => string[];

/** A row for each person, by name where the scenario has names; one for all where they are alike. */
function personRows(people: readonly PersonLoad[], names: readonly string[], row: Row): readonly string[][] {
  const rows = people.map((person) =>
    row(`· ${names[person.ordinal] ?? `person ${person.ordinal + 1}`}`, person),
  );
  const [first = []] = rows;
  const alike = rows.every((cells) => cells.slice(1).join() === first.slice(1).join());
  return alike ? [[`· each of ${people.length}`, ...first.slice(1)]] : rows;
}

/** A load as per cent; where there is work and nobody to do it, in words. */
function loadText(load: number): string {
  return load === Infinity ? "nobody there" : percent(load, 0);
}

function ledgerBlocks({ ledger }: Scenario, gaps: readonly string[]): readonly Block[] {
  const count = (grade: string) => ledger.filter((entry) => entry.grade === grade).length;
  const graded = `Evidence ledger: ${count("cited")} entries cited, ${count("local")} local, ${count("assumed")} assumed.`;
  const summary: Block = {
    type: "text",
    sentences: [graded, ...(gaps.length === 0 ? ["Every number is vouched for."] : [])],
  };
  if (gaps.length === 0) return [summary];
  return [
    summary,
    { type: "heading", text: `${counted(gaps.length, "parameter")} that nobody vouches for` },
    { type: "list", items: gapLines(gaps), tone: "caution", mark: "?" },
  ];
}

/** Paths that lie in the same place on one line: `staff.triage-nurse.absence: vacation, sick`. */
function gapLines(gaps: readonly string[]): readonly string[] {
  const places = new Map<string, string[]>();
  for (const gap of gaps) {
    const path = parsePath(gap) ?? [gap];
    const depth = Math.min(path.length - 1, PLACE_DEPTH[path[0]!] ?? 1);
    const place = formatPath(path.slice(0, depth));
    const parts = places.get(place) ?? [];
    parts.push(formatPath(path.slice(depth)));
    places.set(place, parts);
  }
  return [...places].map(([place, parts]) => `${place}: ${parts.join(", ")}`);
}
