import { warningAt } from "../issue-list.ts";
import { quoted } from "../json-value.ts";
import { readDaysPerYear, readWeeksPerYear } from "../quantities/per-year.ts";
import { checked } from "../quantities/reading.ts";
import { type Check, entriesOf } from "./check.ts";

/** Cover has somebody to cover for, and somebody who covers. */
export const checkAbsence: Check = ({ staff }) =>
  entriesOf(staff).flatMap(([team, { absence, count }]) => {
    const { cover, vacation, sick } = absence ?? {};
    if (cover === undefined || cover === "none") return [];
    const path = ["staff", team, "absence", "cover"];
    const never =
      vacation !== undefined &&
      sick !== undefined &&
      checked(readWeeksPerYear(vacation)) === 0 &&
      checked(readDaysPerYear(sick)) === 0;
    if (never) {
      const message = `the team ${quoted(team)} has cover (${cover}), but nobody in it is ever absent`;
      const hint = "add `vacation` or `sick`, or leave `cover` out";
      return [warningAt(path, { code: "cover-without-absence", message, hint })];
    }
    if (count === 1 && cover !== "float") {
      const message = `the team ${quoted(team)} is one person, who has no ${cover === "buddy" ? "buddy" : "colleagues"} to cover`;
      return [
        warningAt(path, { code: "nobody-covers", message, hint: 'cover "float" is somebody from outside' }),
      ];
    }
    return [];
  });
