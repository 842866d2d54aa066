import { ROLES, type Role } from "../../model/index.ts";
import { quoted } from "../json-value.ts";
import { NUMBER, readNumber, UNSIGNED } from "./number.ts";
import { fault, type Reading } from "./reading.ts";

const EACH = `person|${ROLES.join("|")}`;

export const WORK_VOLUME_PATTERN = `^${UNSIGNED} per ((${EACH}) per )?business day$`;
const SHAPE = new RegExp(`^(${NUMBER}) per (?:(${EACH}) per )?business day$`);

/** How much other work comes on a business day: for the whole team, or for each person (of the role named). */
export interface WorkVolume {
  readonly perBusinessDay: number;
  readonly per: "team" | "person" | Role;
}

/** "13 per business day" for a team together, "18 per physician per business day" for each in it. */
export function readWorkVolume(text: string): Reading<WorkVolume> {
  const parts = SHAPE.exec(text.trim());
  if (parts === null) {
    return fault(
      "not-a-volume",
      `${quoted(text)} is not a volume of work`,
      'write "13 per business day" for the team together, or "18 per physician per business day"',
    );
  }
  const number = readNumber(parts[1]!);
  if ("fault" in number) return number;
  return { value: { perBusinessDay: number.value, per: (parts[2] ?? "team") as WorkVolume["per"] } };
}
