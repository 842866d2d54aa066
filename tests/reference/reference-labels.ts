import { isAway } from "./reference-hours.ts";
import { dayOf, type Label, type Line, type Message, type State } from "./reference-state.ts";

export function noLabels(): Record<Label, number> {
  return {
    "being handled": 0,
    "patient's turn": 0,
    closed: 0,
    "between hand-overs": 0,
    "owner absent": 0,
    "owner in clinic": 0,
    "triage queue": 0,
    "inbox queue": 0,
  };
}

/** Every message that waits for its reply: one minute more of its label. */
export function labelMinute(state: State): void {
  for (const message of state.messages) {
    if (message.where === "out" || message.cause !== "own" || !message.plan.needsReply) continue;
    message.labels[labelOf(state, message)] += 1;
  }
}

/** "Why it waited": the first that holds. */
function labelOf(state: State, { where, step, item }: Message): Label {
  if (where === "hand") return "being handled";
  if (where === "patient") return "patient's turn";
  if (state.calendar.opening[state.now] === 0) return "closed";
  if (where === "delivery") return "between hand-overs";
  if (!item) return "inbox queue";
  const { person } = item.line;
  if (person < 0 && step > 0) return "between hand-overs";
  return labelInLine(state, item.line);
}

function labelInLine(state: State, { team, person }: Line): Label {
  const { clinic, people, now } = state;
  const day = dayOf(state);
  const whose = person < 0 ? people[team]! : [people[team]![person]!];
  if (whose.every(({ ordinal }) => isAway(state, team, ordinal, day))) {
    return "owner absent";
  }
  if (whose.every(({ hours }) => hours[now] === 0)) return "owner in clinic";
  return person < 0 && clinic.teams[team]!.role !== "physician" ? "triage queue" : "inbox queue";
}
