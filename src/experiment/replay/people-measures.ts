import { groupOf, type Model, ROLES, type RoleGroup } from "../../model/index.ts";
import { log } from "../../random/index.ts";
import type { Measure, Term } from "./measure.ts";
import type { Outcomes, Replies } from "./outcomes.ts";
import { daysAway } from "./recorded-absences.ts";
import type { ReplayView } from "./replay-view.ts";

/** Fewest replies of a group of roles whose people are told apart. */
const FEWEST_REPLIES = 100;
const SHARE = 0.05;
const PART = 0.1;
const EVENINGS = 0.04;
const DAYS_AWAY = log(1.25);
const HEADS = log(1.1);
/** Of replies, so many must tell who replied where people are counted. */
const TOLD = 0.95;
const WEEK = 7;

const GROUPS: Readonly<Record<RoleGroup, string>> = {
  clerk: "clerks and assistants",
  nurse: "nurses and pharmacists",
  physician: "physicians",
};

/** How much is answered while the clinic is closed: by physicians, where the record tells who replied. */
export function eveningMeasures({ model, judged, recorded }: ReplayView): readonly Measure<Outcomes>[] {
  const { business } = model.calendar;
  const isPhysician = ({ role }: Outcomes, i: number) =>
    role[i]! >= 0 && groupOf(ROLES[role[i]!]!) === "physician";
  const tells = judged.filter((i) => isPhysician(recorded.outcomes, i)).length >= FEWEST_REPLIES;
  return [
    {
      stage: "people",
      headline: false,
      label: `share of ${tells ? "physicians' replies" : "replies"} outside opening hours`,
      scale: "share",
      tolerance: EVENINGS,
      mend: "evenings of staff, and their hours outside the clinic's",
      of: (outcomes) => {
        const done = judged.filter(
          (i) => !Number.isNaN(outcomes.replied[i]!) && (!tells || isPhysician(outcomes, i)),
        );
        return done.filter((i) => !business.isCounting(outcomes.replied[i]!)).length / done.length;
      },
    },
  ];
}

/** Who replies: by group of roles, and how much the busiest person of each does. */
export function roleMeasures(view: ReplayView): readonly Term<Outcomes>[] {
  const { model, judged, recorded } = view;
  const { role, person } = recorded.outcomes;
  const told = judged.filter((i) => role[i]! >= 0);
  if (told.length < FEWEST_REPLIES) {
    return [
      {
        what: "who replies",
        why: `the record tells the role of fewer than ${FEWEST_REPLIES} who replied`,
        isPart: true,
      },
    ];
  }
  const groupAt = (outcomes: Outcomes, i: number) =>
    outcomes.role[i]! < 0 ? undefined : groupOf(ROLES[outcomes.role[i]!]!);
  return (Object.keys(GROUPS) as RoleGroup[]).flatMap((group): Term<Outcomes>[] => {
    const own = told.filter((i) => groupAt(recorded.outcomes, i) === group);
    if (own.length === 0 && !isThere(model, group)) return [];
    const share: Measure<Outcomes> = {
      stage: "people",
      headline: false,
      label: `share of replies by ${GROUPS[group]}`,
      scale: "share",
      tolerance: SHARE,
      mend: "who may close what: policies.triage, policies.routing, topics.*.lowestRole",
      of: (outcomes) => {
        const done = judged.filter((i) => outcomes.role[i]! >= 0);
        return done.filter((i) => groupAt(outcomes, i) === group).length / done.length;
      },
    };
    const people = new Set(own.map((i) => person[i]!).filter((each) => each >= 0));
    if (own.length < FEWEST_REPLIES) return [share];
    if (people.size < 2) return [share, headMeasure(view, group, own)];
    return [
      share,
      headMeasure(view, group, own),
      {
        ...share,
        label: `share of the busiest among ${GROUPS[group]}`,
        tolerance: PART,
        mend: "how patients and hours are spread over people: panelShare, shifts and absence of persons",
        of: (outcomes) => {
          const counts = new Map<number, number>();
          let all = 0;
          for (const i of judged) {
            if (outcomes.person[i]! < 0 || groupAt(outcomes, i) !== group) continue;
            all += 1;
            counts.set(outcomes.person[i]!, (counts.get(outcomes.person[i]!) ?? 0) + 1);
          }
          return [...counts.values()].reduce((most, count) => Math.max(most, count), 0) / all;
        },
      },
    ];
  });
}

/** How many people of a group reply in a whole judged week, in the mean: who replies once a month hardly counts, and who takes over from somebody does not count twice. */
function headMeasure(
  { model, recorded, from }: ReplayView,
  group: RoleGroup,
  own: Int32Array,
): Term<Outcomes> {
  const weeks = Math.floor((recorded.days - from) / WEEK);
  const known = own.filter((i) => recorded.outcomes.person[i]! >= 0).length;
  if (weeks === 0 || known < TOLD * own.length) {
    return {
      what: `how many ${GROUPS[group]} reply`,
      why: weeks === 0 ? "less than a week is judged" : "the record does not tell who replied",
      isPart: true,
    };
  }
  return {
    stage: "people",
    headline: false,
    part: `how many ${GROUPS[group]} reply`,
    label: `${GROUPS[group]} who reply in a week`,
    scale: "people",
    tolerance: HEADS,
    mend: "how many there are: count of staff, who serves what, and policies.routing",
    of: ({ replied, role, person }) => {
      const seen = new Set<string>();
      replied.forEach((moment, i) => {
        if (Number.isNaN(moment) || person[i]! < 0 || role[i]! < 0) return;
        if (groupOf(ROLES[role[i]!]!) !== group) return;
        const week = Math.floor((model.calendar.dayOf(moment) - from) / WEEK);
        if (week >= 0 && week < weeks) seen.add(`${week} ${person[i]!}`);
      });
      return seen.size / weeks;
    },
  };
}

/**
 * How long people are away, over the whole record: absences are few. By group of roles, of those whose replies tell, in the record as in worlds that draw all
 * arrivals and absences.
 */
export function absenceMeasures({ model, recorded }: ReplayView): readonly Term<Replies>[] {
  return (Object.keys(GROUPS) as RoleGroup[]).flatMap((group): Term<Replies>[] => {
    if (!isThere(model, group)) return [];
    if (Number.isNaN(daysAway(model, recorded.outcomes, group))) {
      return [
        {
          what: `absences of ${GROUPS[group]}`,
          why: "their replies in the record are too few, or not told, to show them",
          isPart: true,
        },
      ];
    }
    return [
      {
        stage: "people",
        headline: false,
        part: `absences of ${GROUPS[group]}`,
        label: `days away a year of ${GROUPS[group]}, as silence shows them`,
        scale: "days",
        tolerance: DAYS_AWAY,
        mend: "absence of staff: vacation, sick and away",
        of: (replies) => daysAway(model, replies, group),
      },
    ];
  });
}

function isThere({ clinic }: Model, group: RoleGroup): boolean {
  return clinic.teams.some(({ role, count }) => count > 0 && groupOf(role) === group);
}
