import { InputError, type Issue } from "../../errors.ts";
import { type SyntheticLog, synthesise } from "../../experiment/index.ts";
import { type Clinic, compile, dayNumber, isoDate, type Model } from "../../model/index.ts";
import { writeSheet } from "../../node/index.ts";
import {
  callsSheet,
  eventExtractSheet,
  extractSheet,
  type LocalTimeText,
  localTimeText,
  rosterSheet,
  type Sheet,
  visitsSheet,
} from "../../report/index.ts";
import { EXIT } from "../exit-code.ts";
import { loadAsked } from "../load-scenario.ts";
import type { Verb } from "../program.ts";
import { resolveClock } from "../resolve-clock.ts";
import { type SynthFlags, synthFlags } from "../synth-flags.ts";

/** Writes one replication of a scenario as the extract of a message log. */
export const synth: Verb = async ([file = ""], flags, { streams }) => {
  const asked = synthFlags(flags);
  const { clinic, document } = await loadAsked(file, flags, asked);
  const offsets = await resolveClock(clinic);
  const model = compile(clinic, offsets.changes);
  const days = daysOf(model, asked);
  const log = synthesise(model, {
    seed: clinic.run.seed,
    replication: asked.replication,
    from: model.calendar.dayStart(days.from),
    to: model.calendar.dayStart(days.to),
    visitsPerSession: clinic.specialties.map(({ name }) => document.specialties[name]!.visits.perSession),
  });
  const written: { readonly file: string; readonly rows: number }[] = [];
  for (const sheet of sheetsOf(asked, clinic, log, localTimeText(clinic.run.start, offsets))) {
    written.push({ file: sheet.file, rows: await writeSheet(sheet.file, sheet, asked.force) });
  }
  const start = dayNumber(clinic.run.start);
  const [from, to] = [isoDate(start + days.from), isoDate(start + days.to)];
  const { timeZone } = clinic.calendar;
  if (asked.json) {
    const told = { format: "clinicsim/synth/1", timeZone, from, to, files: written };
    streams.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
  } else if (!asked.quiet) {
    for (const { file, rows } of written) streams.stdout.write(`wrote ${file}: ${rows} rows\n`);
    streams.stdout.write(
      `messages sent from ${from} to before ${to}, as known at that moment; all people in it are made up\n`,
    );
    streams.stdout.write(
      `next:  clinicsim fit ${asked.out} --time-zone ${timeZone} --to ${to} --out fitted.json\n`,
    );
  }
  return EXIT.done;
};

function sheetsOf(asked: SynthFlags, clinic: Clinic, log: SyntheticLog, time: LocalTimeText): Sheet[] {
  const { form, out, roster, visits, calls } = asked;
  const messages = form === "events" ? eventExtractSheet : extractSheet;
  const sheets = [messages(out, clinic, log, time)];
  if (roster !== undefined) sheets.push(rosterSheet(roster, clinic, log, time));
  if (visits !== undefined) sheets.push(visitsSheet(visits, clinic, log, time));
  if (calls !== undefined) sheets.push(callsSheet(calls, clinic, log, time));
  return sheets;
}

/** Local days of the run, from the first to before the second: the measured window, unless dates are given. Throws InputError for dates that are not in the run. */
function daysOf(model: Model, { from, to }: SynthFlags): { readonly from: number; readonly to: number } {
  const { start, warmUpDays, lengthDays } = model.clinic.run;
  const first = dayNumber(start);
  const days = {
    from: from === undefined ? warmUpDays : dayNumber(from) - first,
    to: to === undefined ? warmUpDays + lengthDays : dayNumber(to) - first,
  };
  const issues: Issue[] = [];
  const refuse = (path: string, message: string) => {
    const last = isoDate(first + model.days);
    const hint = `the run goes from ${start} to before ${last}; run.length makes it longer`;
    issues.push({ code: "bad-flag", path, message, hint, severity: "error" });
  };
  if (days.from < 0 || days.from >= model.days) refuse("--from", `${from} is not in the run`);
  if (days.to < 1 || days.to > model.days) refuse("--to", `${to} is not in the run`);
  if (issues.length === 0 && days.from >= days.to) {
    refuse(from === undefined ? "--to" : "--from", "leaves no day in between");
  }
  if (issues.length > 0) throw new InputError(issues);
  return days;
}
