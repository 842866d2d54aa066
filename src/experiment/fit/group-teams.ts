import { ROLES, type Role } from "../../model/index.ts";
import type { Person } from "./staff-acts.ts";

/** People of one role who work for the same specialties. */
export interface Team {
  readonly name: string;
  readonly role: Role;
  /** Places in the extract's specialties. */
  readonly serves: readonly number[];
  readonly people: readonly Person[];
}

const OF_ONES_WORK = 0.1;

/** Teams by role: colleagues who share a specialty, at a tenth of their work at least, are of one team. */
export function groupTeams(people: readonly Person[], specialties: readonly string[]): readonly Team[] {
  const teams = ROLES.flatMap((role, rank) => {
    const groups: { serves: Set<number>; people: Person[] }[] = [];
    for (const person of people) {
      if (person.role !== rank) continue;
      const mine = servedBy(person);
      const joined = groups.filter(({ serves }) => mine.some((s) => serves.has(s)));
      const group = {
        serves: new Set([...mine, ...joined.flatMap(({ serves }) => [...serves])]),
        people: [...joined.flatMap((each) => each.people), person],
      };
      groups.splice(0, groups.length, ...groups.filter((each) => !joined.includes(each)), group);
    }
    return groups.map((group) => ({ ...group, role }));
  });
  return teams.map(({ role, serves, people: members }) => {
    const alone = teams.filter((team) => team.role === role).length === 1;
    const places = [...serves].sort((a, b) => a - b);
    const of = alone ? "" : ` of ${places.map((s) => specialties[s]!).join(" and ")}`;
    return {
      name: `${role}s${of}`.slice(0, 80),
      role,
      serves: places,
      people: [...members].sort((a, b) => a.staff - b.staff),
    };
  });
}

function servedBy({ bySpecialty }: Person): readonly number[] {
  const total = bySpecialty.reduce((sum, n) => sum + n, 0);
  const most = bySpecialty.indexOf(Math.max(...bySpecialty));
  return Array.from(bySpecialty, (n, i) => (i === most || n >= OF_ONES_WORK * total ? i : -1)).filter(
    (i) => i >= 0,
  );
}
