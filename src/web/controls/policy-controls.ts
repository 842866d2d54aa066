import {
  formatPath,
  type JsonObject,
  type JsonValue,
  type KnownParameter,
  type KnownPolicy,
  policyCatalogue,
  policyInFile,
  type Scenario,
} from "../../scenario/index.ts";
import type { Control, ControlGroup, ControlSection } from "./control.ts";
import { amountControl, numberControl, shareControl } from "./number-control.ts";

const TITLES: Readonly<Record<string, string>> = {
  frontDoor: "Front door",
  flag: "Urgency mark",
  sorting: "Sorting before reading",
  triage: "Triage",
  protocol: "Closed by rule",
  conversion: "Visits instead of messages",
  drafts: "Drafted replies",
  routing: "Routing",
  queue: "Who is next",
  billing: "Billing",
};

/** The seams that most plans turn on have a group of their own. */
const OWN_GROUPS: readonly string[] = ["triage", "routing", "frontDoor"];

/** How work is organised: who reads first, which physician gets what, what happens before a message is sent, and the other rules. */
export function policyGroups(scenario: Scenario): readonly ControlGroup[] {
  const policies = scenario.document.policies as unknown as JsonObject;
  const sections = new Map(
    policyCatalogue().map(({ seam, doc, policies: known }) => {
      const controls =
        seam === "frontDoor"
          ? frontDoorControls(scenario, policies.frontDoor as readonly JsonObject[], known)
          : choiceControls(scenario, ["policies", seam], policies[seam] as JsonObject, known, doc);
      return [seam as string, { title: TITLES[seam] ?? seam, controls }] as const;
    }),
  );
  const group = (title: string, seams: readonly string[]): ControlGroup => {
    const found = seams.map((seam) => sections.get(seam)!);
    return { title, sections: found.length === 1 ? [{ ...found[0]!, title: "" }] : found };
  };
  const others = [...sections.keys()].filter((seam) => !OWN_GROUPS.includes(seam));
  return [...OWN_GROUPS.map((seam) => group(TITLES[seam]!, [seam])), group("Other rules", others)];
}

function choiceControls(
  scenario: Scenario,
  around: readonly string[],
  chosen: JsonObject,
  known: readonly KnownPolicy[],
  doc: string,
): ControlSection["controls"] {
  const current = known.find(({ type }) => type === chosen.type);
  return [
    {
      kind: "choice",
      path: formatPath([...around, "type"]),
      label: "Policy",
      doc,
      value: String(chosen.type),
      options: known.map((policy) => ({ value: policy.type, doc: policy.doc })),
    },
    ...parameterControls(scenario, around, chosen, current?.params ?? []),
  ];
}

function frontDoorControls(
  scenario: Scenario,
  chosen: readonly JsonObject[],
  known: readonly KnownPolicy[],
): ControlSection["controls"] {
  return known.flatMap((policy): readonly Control[] => {
    const index = chosen.findIndex(({ type }) => type === policy.type);
    const [fresh] = policyInFile(policy).frontDoor as readonly JsonObject[];
    const others = chosen.filter(({ type }) => type !== policy.type);
    const { type, doc, params } = policy;
    const around = ["policies", "frontDoor", String(index)];
    return [
      {
        kind: "switch",
        path: "policies.frontDoor",
        label: sentenceCase(type),
        doc,
        value: index >= 0,
        on: index >= 0 ? chosen : [...chosen, fresh!],
        off: others,
      },
      ...(index < 0 ? [] : parameterControls(scenario, around, chosen[index]!, params)),
    ];
  });
}

/** Those that are one number, one word or a few; what is larger is for the editor. */
function parameterControls(
  scenario: Scenario,
  around: readonly string[],
  chosen: JsonObject,
  params: readonly KnownParameter[],
): readonly Control[] {
  return params.flatMap((parameter): readonly Control[] => {
    const { name, kind } = parameter;
    const value: JsonValue | undefined = chosen[name] ?? parameter.default;
    const segments = [...around, name];
    const wording = { label: sentenceCase(parameter.doc), doc: "" };
    if (typeof value === "number" && kind.startsWith("share"))
      return [shareControl(scenario, segments, value, wording)];
    if (typeof value === "number") {
      const [, least, most] = /number, (\S+) … (\S+)$/.exec(kind) ?? [];
      const whole = kind.startsWith("whole");
      const bounds = { least: Number(least), most: Math.min(Number(most), Math.max(value * 3, 10)), whole };
      return [numberControl(scenario, segments, value, wording, bounds)];
    }
    if (typeof value !== "string") return [];
    const [, options] = /^one of (.*)$/.exec(kind) ?? [];
    if (options === undefined) return [amountControl(scenario, segments, value, wording)];
    const choices = options.split(", ").map((option) => ({ value: option, doc: "" }));
    return [{ kind: "choice", path: formatPath(segments), ...wording, value, options: choices }];
  });
}

function sentenceCase(text: string): string {
  const words = text.replaceAll("-", " ").replace(/\.$/, "");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
