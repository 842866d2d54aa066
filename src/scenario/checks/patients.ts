import { didYouMean } from "../did-you-mean.ts";
import { errorAt, type Fault, type PlacedIssue, warningAt } from "../issue-list.ts";
import { quoted, type Segment } from "../json-value.ts";
import { type Check, entriesOf, type SoundDocument, type SoundSpecialty } from "./check.ts";
import { policiesOf } from "./policies-in.ts";

/** What patients do besides writing has somewhere to go: calls, visits, topics of what comes on top. */
export const checkPatients: Check = (document) =>
  entriesOf(document.specialties).flatMap(([name, specialty]) => [
    ...checkTopics(name, specialty),
    ...checkCalls(name, specialty),
    ...checkImpatience(name, specialty),
    ...checkDisplacedCalls(document, name, specialty),
    ...checkVisits(document, name, specialty),
  ]);

function checkTopics(name: string, { topics, triggers, flares }: SoundSpecialty): readonly PlacedIssue[] {
  if (topics === undefined) return [];
  const known = Object.keys(topics);
  const named: [readonly string[], string | undefined][] = [
    ...entriesOf(triggers).map(([trigger, { topic }]): [readonly string[], string | undefined] => [
      ["triggers", trigger, "topic"],
      topic,
    ]),
    [["flares", "topic"], flares?.topic],
  ];
  return named.flatMap(([path, topic]) => {
    if (topic === undefined || known.includes(topic)) return [];
    const message = `${quoted(name)} has no topic ${quoted(topic)}`;
    return [
      errorAt(["specialties", name, ...path], {
        code: "unknown-name",
        message,
        hint: didYouMean(topic, known),
      }),
    ];
  });
}

function checkCalls(name: string, { calls, otherWork }: SoundSpecialty): readonly PlacedIssue[] {
  const source = calls?.source;
  if (source === undefined || otherWork === undefined) return [];
  const path = ["specialties", name, "calls", "source"];
  const work = otherWork[source];
  if (!Object.hasOwn(otherWork, source)) {
    const message = `${quoted(name)} has no other work ${quoted(source)}`;
    return [
      errorAt(path, { code: "unknown-name", message, hint: didYouMean(source, Object.keys(otherWork)) }),
    ];
  }
  if (work?.interrupts === undefined || work.interrupts === "messages") return [];
  const message = `${quoted(source)} are no calls: they interrupt nothing`;
  return [errorAt(path, { code: "not-calls", message, hint: 'set its "interrupts" to "messages"' })];
}

/** Said of whatever brings calls where a specialty has none. */
function noCalls(name: string, { otherWork }: SoundSpecialty, what: string): Fault {
  const ringing = entriesOf(otherWork).find(([, { interrupts }]) => interrupts === "messages")?.[0];
  const source = quoted(ringing ?? "phone calls");
  const where = ringing === undefined ? ", of `otherWork` that interrupts messages" : "";
  return {
    code: "no-calls",
    message: `${what}, but ${quoted(name)} does not say who answers: \`calls\` is missing`,
    hint: `add "calls": { "source": ${source}, "minutes": … }${where}`,
  };
}

function checkImpatience(name: string, specialty: SoundSpecialty): readonly PlacedIssue[] {
  const { calls, impatience } = specialty;
  if (impatience?.call === undefined) return [];
  const path = ["specialties", name, "impatience", "call"];
  const rings = (impatience.call.probability ?? 1) > 0;
  const issues: PlacedIssue[] = [];
  if (calls === undefined && rings)
    issues.push(errorAt(path, noCalls(name, specialty, "patients call about messages")));
  if (impatience.chaser === undefined) {
    const message = "patients call when a chaser has not helped, but nobody sends one";
    issues.push(warningAt(path, { code: "no-effect", message, hint: 'add a "chaser"' }));
  }
  return issues;
}

function checkDisplacedCalls(
  document: SoundDocument,
  name: string,
  specialty: SoundSpecialty,
): readonly PlacedIssue[] {
  if (specialty.calls !== undefined) return [];
  return policiesOf(document, name).flatMap(({ seam, path, policy }) => {
    const { calls } = policy as { readonly calls?: number };
    if (seam !== "frontDoor" || !(calls! > 0)) return [];
    const what = `of those whom ${quoted(policy.type)} turns away some call`;
    return [errorAt([...path, "calls"], noCalls(name, specialty, what))];
  });
}

/** Visits of a kind that has no slots are not booked. */
function checkVisits(
  document: SoundDocument,
  name: string,
  { visits, topics }: SoundSpecialty,
): readonly PlacedIssue[] {
  if (visits?.slots === undefined) return [];
  const { slots, bookAs } = visits;
  const warn = (path: readonly Segment[], mode: string, who: string) => {
    const message = `${quoted(name)} has no slots for ${mode} visits, so ${who} get none`;
    const hint = `add "slots": { ${quoted(mode)}: { "perBusinessDay": … } } to its \`visits\``;
    return warningAt(path, { code: "no-slots", message, hint });
  };
  const hasSlots = (mode: string) => (slots as Readonly<Record<string, unknown>>)[mode] !== undefined;
  const wanted = policiesOf(document, name).flatMap(({ seam, path, policy }) => {
    const { mode, share, repeated, visits: instead } = policy as Partial<Record<string, string | number>>;
    if (
      seam === "conversion" &&
      typeof mode === "string" &&
      !hasSlots(mode) &&
      (share !== 0 || repeated !== 0)
    ) {
      return [warn([...path, "mode"], mode, "threads that are turned into one")];
    }
    if (seam === "frontDoor" && Number(instead) > 0 && bookAs !== undefined && !hasSlots(bookAs)) {
      return [warn([...path, "visits"], bookAs, "those who are turned away")];
    }
    return [];
  });
  const endIn = entriesOf(topics).some(([, { needsVisit }]) => (needsVisit ?? 0) > 0);
  if (bookAs === undefined || hasSlots(bookAs) || Object.keys(slots).length === 0 || !endIn) return wanted;
  return [...wanted, warn(["specialties", name, "visits", "bookAs"], bookAs, "threads that end in a visit")];
}
