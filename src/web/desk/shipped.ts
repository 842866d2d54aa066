/** A scenario that comes with the page. */
export interface ShippedScenario {
  /** Its file's name without the ending. */
  readonly id: string;
  readonly name: string;
}

const files = import.meta.glob<string>("../../../scenarios/*.json", {
  query: "?raw",
  import: "default",
  eager: true,
});

const texts: ReadonlyMap<string, string> = new Map(
  Object.entries(files)
    .map(([path, text]) => [/([^/]+)\.json$/.exec(path)![1]!, text] as const)
    .filter(([id]) => id !== "scenario.schema"),
);

/** The one that the page opens with. */
const FIRST = "rheum";

/** All of them, the one that the page opens with first. */
export const shippedScenarios: readonly ShippedScenario[] = [...texts]
  .map(([id, text]) => ({ id, name: JSON.parse(/^ {2}"name": (".*"),$/m.exec(text)![1]!) as string }))
  .sort((a, b) => Number(b.id === FIRST) - Number(a.id === FIRST) || (a.name < b.name ? -1 : 1));

/** The text of one; undefined if there is none of that id. */
export function shippedText(id: string): string | undefined {
  return texts.get(id);
}
