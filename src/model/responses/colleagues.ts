import type { Model } from "../compile.ts";
import { scheduledMinutesAWeek } from "../recorder/scheduled-hours.ts";
import type { RecordedRun } from "./recorded-run.ts";
import type { Response } from "./response.ts";
import { slugs } from "./slug.ts";
import { gini, maxToMean } from "./spread.ts";

/** How evenly work falls on the physicians of a team; nothing for teams of one. */
export function colleagueResponses(model: Model): readonly Response[] {
  const teams = model.clinic.teams.flatMap((team, index) => (team.role === "physician" ? [index] : []));
  const names = slugs(teams.map((team) => model.clinic.teams[team]!.name));
  return teams.flatMap((team, i) => {
    const { name, count } = model.clinic.teams[team]!;
    if (count < 2) return [];
    return [
      ...spreadOf(
        "panel_messages",
        teams.length > 1 ? `_${names[i]}` : "",
        `own patients' messages, ${name}`,
        "Patients' own messages by the physician whose patients they were when they were sent, let in or not, whoever worked on them.",
        "x: messages sent in the window by a physician's own patients",
        (run) => panelMessages(run, team),
      ),
      ...spreadOf(
        "message_minutes",
        teams.length > 1 ? `_${names[i]}` : "",
        `minutes on messages by full-time post, ${name}`,
        "Minutes on messages in the window by full-time post of the person: scheduled minutes a week over those of a full-time post. People who are scheduled for nothing are left out.",
        "x: minutes on messages of a person in the window / (scheduled minutes a week / minutes a week of a full-time post)",
        (run) => minutesByPost(run, team),
      ),
    ];
  });
}

function spreadOf(
  name: string,
  suffix: string,
  label: string,
  doc: string,
  x: string,
  measured: (run: RecordedRun) => readonly number[],
): Response[] {
  const common = { group: "staff", estimand: { type: "mean" }, better: "lower", headline: false } as const;
  return [
    {
      ...common,
      name: `${name}_max_to_mean${suffix}`,
      unit: "ratio",
      label: `${label}: most over mean`,
      range: [1, Number.POSITIVE_INFINITY],
      doc: `${doc} 1: all alike. Not defined where nobody has any.`,
      formula: `max x / mean x over people; ${x}`,
      measure: (run) => maxToMean(measured(run)),
    },
    {
      ...common,
      name: `${name}_gini${suffix}`,
      unit: "Gini",
      label: `${label}: Gini coefficient`,
      range: [0, 1],
      doc: `${doc} 0: all alike; (n − 1) / n: one of n has everything. Not defined where nobody has any.`,
      formula: `sum over ordered pairs of people |x − x'| / (2 n² mean x); ${x}`,
      measure: (run) => gini(measured(run)),
    },
  ];
}

function panelMessages({ model, recorder, messages }: RecordedRun, team: number): readonly number[] {
  const { threads } = recorder.world;
  const counts = new Array<number>(model.clinic.teams[team]!.count).fill(0);
  for (let i = 0; i < messages.count; i += 1) {
    if (messages.inWindow[i] === 0 || messages.cause[i] !== 0) continue;
    const thread = threads[messages.thread[i]!]!;
    if (thread.team !== team) continue;
    counts[recorder.roster.ownerOf(thread, model.calendar.dayOf(messages.sent[i]!))]! += 1;
  }
  return counts;
}

function minutesByPost({ model, recorder }: RecordedRun, team: number): readonly number[] {
  const { fullTime } = model.clinic.teams[team]!;
  return model.teams[team]!.people.flatMap(({ work }, ordinal) => {
    const scheduled = scheduledMinutesAWeek(work);
    if (scheduled === 0) return [];
    return [recorder.staff.ofPerson("messages", team, ordinal) / (scheduled / fullTime)];
  });
}
