import { didYouMean } from "../did-you-mean.ts";
import { errorAt, type PlacedIssue } from "../issue-list.ts";
import { quoted } from "../json-value.ts";
import { type Check, entriesOf, type SoundTeam } from "./check.ts";

/** Patients have physicians, and change hands between people who are there. */
export const checkPanels: Check = ({ staff }) =>
  entriesOf(staff).flatMap(([name, team]) => [
    ...checkShares(["staff", name, "people"], name, team),
    ...checkHandovers(["staff", name, "handovers"], name, team),
  ]);

function checkShares(
  path: readonly string[],
  name: string,
  { role, count, people }: SoundTeam,
): readonly PlacedIssue[] {
  const shares = entriesOf(people).map(([, { panelShare }]) => panelShare);
  if (role !== "physician" || count === undefined || shares.length < Math.max(1, count)) return [];
  if (shares.some((share) => share !== 0)) return [];
  const message = `nobody in the team ${quoted(name)} has any patients: every \`panelShare\` is 0`;
  return [errorAt(path, { code: "no-panel", message, hint: "give somebody a share above 0" })];
}

function checkHandovers(
  path: readonly string[],
  name: string,
  { people, handovers }: SoundTeam,
): readonly PlacedIssue[] {
  const known = Object.keys(people ?? {});
  return (handovers ?? []).flatMap((handover, index) => {
    const strangers = (["from", "to"] as const).flatMap((key) => {
      const person = handover[key];
      if (people === undefined || known.includes(person)) return [];
      const message = `the team ${quoted(name)} names nobody ${quoted(person)}`;
      const hint =
        known.length === 0 ? "give people an entry in its `people`, if only {}" : didYouMean(person, known);
      return [errorAt([...path, index, key], { code: "unknown-name", message, hint })];
    });
    if (handover.from !== handover.to) return strangers;
    const message = `${quoted(handover.from)} hands patients over to the same person`;
    const hint = "name whose they are then";
    return [...strangers, errorAt([...path, index, "to"], { code: "same-name", message, hint })];
  });
}
