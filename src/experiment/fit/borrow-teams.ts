import type { Role } from "../../model/index.ts";
import type { JsonObject, JsonValue } from "../../scenario/index.ts";
import { baseSpecialty } from "./base-places.ts";
import type { Draft } from "./draft.ts";

/** A team as far as what it works on has to know. */
export interface WrittenTeam {
  readonly name: string;
  readonly role: Role;
  /** Names of specialties. */
  readonly serves: readonly string[];
}

export interface BorrowedTeam extends WrittenTeam {
  /** Its name in the base. */
  readonly base: string;
}

/**
 * The base's teams for specialties of which the log does not say who works for them: those that serve what stands for each in the base. Where one
 * specialty of the base stands for several, each has teams of its own. `taken` are names of other teams.
 */
export function teamsToBorrow(
  draft: Draft,
  specialties: readonly string[],
  taken: readonly string[],
): readonly BorrowedTeam[] {
  const staff = (draft.baseAt(["staff"]) ?? {}) as Record<string, JsonObject>;
  const standsFor = specialties.map((name) => ({ name, stands: baseSpecialty(draft, name)[1]! }));
  const isShared = new Set(standsFor.map(({ stands }) => stands)).size === specialties.length;
  return Object.entries(staff).flatMap(([base, team]) => {
    const own = team.serves as readonly string[];
    const serves = standsFor.filter(({ stands }) => own.includes(stands)).map(({ name }) => name);
    const groups = isShared ? [serves] : serves.map((name) => [name]);
    return groups
      .filter((group) => group.length > 0)
      .map((group) => {
        const isFree = isShared && !taken.includes(base);
        const name = (isFree ? base : `${base} of ${group.join(" and ")}`).slice(0, 80);
        return { name, role: team.role as Role, serves: group, base };
      });
  });
}

/** What a planner would want to know the source of; the rest stands as it is. */
const TOLD = ["count", "shifts", "inbox", "clinic", "evenings", "endOfHours", "reRead", "costPerHour"];

/** Key by key, so that the ledger has what stands behind each. */
export function borrowTeam(draft: Draft, { name, role, serves, base }: BorrowedTeam): void {
  const here = ["staff", name];
  const from = ["staff", base];
  draft.put([...here, "role"], role);
  draft.put([...here, "serves"], [...serves]);
  for (const [key, value] of Object.entries(draft.baseAt(from) as JsonObject)) {
    if (key === "role" || key === "serves" || isEmpty(value)) continue;
    if (key === "absence") {
      for (const part of Object.keys(value as JsonObject))
        draft.borrow([...here, key, part], [...from, key, part]);
    } else if (TOLD.includes(key)) draft.borrow([...here, key], [...from, key]);
    else draft.put([...here, key], value);
  }
}

function isEmpty(value: JsonValue): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
