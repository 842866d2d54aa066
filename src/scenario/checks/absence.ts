import { warningAt } from "../issue-list.ts";
import { quoted } from "../json-value.ts";
import { readDaysPerYear, readWeeksPerYear } from "../quantities/per-year.ts";
import { checked } from "../quantities/reading.ts";
import { type Check, entriesOf, type SoundTeam } from "./check.ts";

/** Cover has somebody to cover for, and somebody who covers. */
export const checkAbsence: Check = ({ staff }) =>
  entriesOf(staff).flatMap(([name, team]) => {
    const { count, absence } = team;
    const cover = absence?.cover;
    if (cover === undefined || cover === "none") return [];
    const path = ["staff", name, "absence", "cover"];
    if (isNeverAway(team)) {
      const message = `the team ${quoted(name)} has cover (${cover}), but nobody in it is ever absent`;
      const hint = "add `vacation` or `sick`, or leave `cover` out";
      return [warningAt(path, { code: "cover-without-absence", message, hint })];
    }
    if (count === 1 && cover !== "float") {
      const message = `the team ${quoted(name)} is one person, who has no ${cover === "buddy" ? "buddy" : "colleagues"} to cover`;
      const hint = 'cover "float" is somebody from outside';
      return [warningAt(path, { code: "nobody-covers", message, hint })];
    }
    return [];
  });

/** Whether nobody has vacation, sick days or dates of leave. What is faulty might be any. */
function isNeverAway({ count, absence, people }: SoundTeam): boolean {
  const own = entriesOf(people);
  const leaves = own.map(([, person]) => ({ ...absence, ...person.absence }));
  const isNever = ({ vacation, sick }: NonNullable<SoundTeam["absence"]>) =>
    vacation !== undefined &&
    sick !== undefined &&
    checked(readWeeksPerYear(vacation)) === 0 &&
    checked(readDaysPerYear(sick)) === 0;
  const all = own.length < (count ?? 0) ? [absence ?? {}, ...leaves] : leaves;
  return all.every(isNever) && own.every(([, { away }]) => away?.length === 0);
}
