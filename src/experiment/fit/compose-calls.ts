import { ROLES } from "../../model/index.ts";
import type { JsonObject } from "../../scenario/index.ts";
import type { WrittenTeam } from "./borrow-teams.ts";
import { rangeEntry } from "./compose-demand.ts";
import type { Draft } from "./draft.ts";
import type { SpecialtyFit } from "./fit.ts";
import { learnLaw } from "./learn-law.ts";
import { figures, intervalOf, numberText, percentText, rangeOf } from "./written-amounts.ts";

const NEW_SOURCE = "phone calls";

/** Other work of teams that are there, by the role of the base's team; telephone calls as a file of them has it. */
export function composeOtherWork(
  draft: Draft,
  teams: readonly WrittenTeam[],
  specialty: SpecialtyFit,
  base: readonly string[],
): void {
  const { name, calls } = specialty;
  const here = ["specialties", name];
  const work = (draft.baseAt([...base, "otherWork"]) ?? {}) as Record<string, JsonObject>;
  const staff = draft.baseAt(["staff"]) as Record<string, { readonly role: string }>;
  const source = (draft.baseAt([...base, "calls"]) as { readonly source: string } | undefined)?.source;
  const serving = teams.filter(({ serves }) => serves.includes(name));
  for (const [kind, entry] of Object.entries(work)) {
    const role = staff[entry.team as string]?.role;
    const team = serving.find((each) => each.role === role) ?? (kind === source ? serving[0] : undefined);
    if (team === undefined) {
      draft.remark(`${name}: “${kind}” was left out, there is nobody of role ${role}`);
      continue;
    }
    if (kind === source && calls !== undefined) continue;
    const value = { ...entry, team: team.name } as JsonObject;
    draft.borrow([...here, "otherWork", kind], [...base, "otherWork", kind], { value });
  }
  if (calls !== undefined) composeCalls(draft, teams, specialty, { base, kind: source ?? NEW_SOURCE });
  if (source !== undefined && draft.has([...here, "otherWork", source])) {
    draft.borrow([...here, "calls"], [...base, "calls"]);
  } else draft.drop([...here, "impatience", "call"]);
}

function composeCalls(
  draft: Draft,
  teams: readonly WrittenTeam[],
  { name, calls }: SpecialtyFit,
  { base, kind }: { readonly base: readonly string[]; readonly kind: string },
): void {
  const { perBusinessDay, minutes, patience, answered, role } = calls!;
  const here = ["specialties", name, "otherWork", kind];
  const from = [...base, "otherWork", kind];
  const serving = teams.filter(({ serves }) => serves.includes(name));
  const team =
    serving.find((each) => each.role === ROLES[role]) ??
    serving.find((each) => each.role !== "physician") ??
    serving[0];
  if (team === undefined || (minutes === undefined && draft.baseAt([...from, "minutes"]) === undefined)) {
    draft.remark(
      `${name}: calls were left out, there is nobody to take them, or nothing says how long they take`,
    );
    return;
  }
  const unit = "per business day";
  draft.learn([...here, "volume"], `${figures(perBusinessDay.estimate)} ${unit}`, {
    of: name,
    label: "telephone calls",
    value: `${numberText(perBusinessDay.estimate)} ${unit}`,
    interval: intervalOf(perBusinessDay, numberText),
    ...rangeEntry(rangeOf(perBusinessDay, (x) => `${figures(x)}`)),
    how: `${calls!.calls} calls on ${calls!.days} business days; calls about messages that wait are among them`,
  });
  if (team.role === ROLES[role]) {
    draft.learn([...here, "team"], team.name, {
      of: name,
      label: "who takes calls",
      value: team.name,
      how: "the role of most who answered them, in the file of calls",
    });
  } else {
    draft.assume([...here, "team"], team.name, {
      why: "the file of calls does not say who answers them; any other team is plausible",
    });
  }
  if (minutes === undefined) draft.borrow([...here, "minutes"], [...from, "minutes"]);
  else learnLaw(draft, [...here, "minutes"], minutes, { of: name, label: "minutes of a call" });
  draft.assume([...here, "interrupts"], "messages", {
    why: "a telephone that rings is answered; whether calls wait until a message is done does not show",
  });
  if (patience === undefined) draft.borrow([...here, "patience"], [...from, "patience"]);
  else learnLaw(draft, [...here, "patience"], patience, { of: name, label: "how long a caller waits" });
  if (Number.isNaN(answered.estimate)) return;
  draft.mention({
    of: name,
    label: "calls that were answered",
    value: percentText(answered.estimate),
    interval: intervalOf(answered, percentText),
    how: "calls of which it is told; to hold the model against, not put into it",
  });
}
