import type { Caution } from "../../experiment/index.ts";
import type { LedgerEntry, Scenario } from "../../scenario/index.ts";
import { ledgerGaps } from "../../scenario/index.ts";
import type { Block, Document } from "../document.ts";
import { gradeCautions } from "../grade-cautions.ts";
import { organisation } from "../organisation.ts";
import { counted, listed } from "../words.ts";
import type { PageMatter } from "./matter.ts";

const GRADES = { cited: "published", local: "the clinic's own", assumed: "assumed" } as const;

/** What must be known before relying on the numbers. */
export function warningBlocks(
  cautions: readonly Caution[],
  { warnings, document }: Scenario,
  base?: string,
): readonly Block[] {
  const of = base === undefined ? "" : `“${base}”: `;
  const isGraded = cautions.some(({ code }) => code === "replay-grade");
  const items = [
    ...(isGraded ? [] : gradeCautions(document).map(({ message }) => message)),
    ...cautions.filter(({ code }) => code !== "scenario-warnings").map(({ message }) => message),
    // How many worlds a result has, and whether these are few, its own cautions tell.
    ...warnings
      .filter(({ code }) => code !== "few-replications")
      .map(({ path, message }) => `${of}${message}${path === "" ? "" : ` (${path})`}`),
  ];
  if (items.length === 0) return [];
  return [
    { type: "heading", text: "Before you rely on it" },
    { type: "list", items: items.map(sentence), tone: "caution", mark: "!" },
  ];
}

/** On what numbers it stands: every assumption with its grade, source and range, and those that nobody vouches for. */
export function ledgerSection(scenario: Scenario, sources: PageMatter["sources"]): Block {
  const { ledger } = scenario;
  const gaps = ledgerGaps(scenario);
  const grades = Object.keys(GRADES) as (keyof typeof GRADES)[];
  const count = (grade: string) => ledger.filter((entry) => entry.grade === grade).length;
  const used = new Set(ledger.flatMap(({ source }) => (source === undefined ? [] : [source].flat())));
  const cited = sources.filter(({ id }) => used.has(id));
  return {
    type: "section",
    heading: "What it assumes, and who says so",
    folded: true,
    blocks: [
      {
        type: "text",
        sentences: [
          `Of the scenario's numbers ${listed(grades.map((grade) => `${count(grade)} are ${GRADES[grade]}`))}; ${gaps.length === 0 ? "somebody vouches for every one of them" : `${gaps.length} are vouched for by nobody`}.`,
          "Read every result as “if the clinic is like this, then”.",
        ],
      },
      {
        type: "table",
        columns: [
          { title: "what", align: "left", wraps: true },
          { title: "grade", align: "left" },
          { title: "source", align: "left" },
          { title: "range", align: "left" },
          { title: "why", align: "left" },
        ],
        sections: grades
          .map((grade) => ({
            heading: `${GRADES[grade]}: ${count(grade)}`,
            rows: ledger.filter((entry) => entry.grade === grade).map(ledgerRow),
          }))
          .filter(({ rows }) => rows.length > 0),
      },
      ...(gaps.length === 0
        ? []
        : [
            {
              type: "heading",
              text: `${counted(gaps.length, "number")} that nobody vouches for`,
              level: 2,
            } as const,
            { type: "list", items: gaps, tone: "caution", mark: "?" } as const,
          ]),
      ...(cited.length === 0
        ? []
        : [
            { type: "heading", text: "Sources", level: 2 } as const,
            {
              type: "entries",
              entries: cited.map(({ id, citation, link }) => ({
                term: id,
                note: citation,
                texts: link === "" ? [] : [link],
              })),
            } as const,
          ]),
    ],
  };
}

function ledgerRow({ path, grade, source, why, range, shape }: LedgerEntry): readonly string[] {
  return [
    path,
    grade,
    source === undefined ? "" : [source].flat().join(", "),
    range === undefined ? "" : `${range[0]} to ${range[1]}${shape === undefined ? "" : `, ${shape}`}`,
    why ?? "",
  ];
}

export function organisationSection(scenario: Scenario): Block {
  return {
    type: "section",
    heading: "Who does what, by which policies",
    folded: true,
    blocks: organisation(scenario),
  };
}

/** How anybody can make these numbers again. */
export function reproduceSection(
  { scenario, version, engine, id, command, files }: PageMatter,
  replications: number,
  folder: string,
): Block {
  const { seed } = scenario.clinic.run;
  return {
    type: "section",
    heading: "How to make these numbers again",
    folded: true,
    blocks: [
      {
        type: "text",
        sentences: [
          "The same version, scenario and seed give the same numbers to the last digit, on any machine and with any number of threads.",
          files === undefined
            ? `The scenario in full, with every change and default, stands in manifest.json of ${folder}; so do the hashes of all files.`
            : "This page was made in a browser, from the text below. Saved as files of these names, this command gives the same numbers.",
        ],
      },
      ...(command === undefined ? [] : [{ type: "code", lines: [commandLine(command)] } as const]),
      ...(files === undefined ? [] : fileBlocks(files)),
      {
        type: "table",
        columns: [
          { title: "manifest", align: "left" },
          { title: "", align: "left" },
        ],
        sections: [
          {
            rows: [
              ["clinicsim", version],
              ["engine", engine],
              ["result", id],
              ["scenario", scenario.hash],
              ["seed", String(seed)],
              ["simulated worlds", String(replications)],
            ],
          },
        ],
      },
    ],
  };
}

function fileBlocks(files: readonly string[]): Document {
  const names = files.length === 1 ? ["scenario.json"] : ["pinned.json", "now.json"];
  const command = commandLine(["clinicsim", files.length === 1 ? "run" : "compare", ...names]);
  return [
    { type: "code", lines: [command] },
    ...files.flatMap(
      (text, i): Document => [
        { type: "heading", text: names[i]!, level: 2 },
        { type: "code", lines: text.trimEnd().split("\n"), language: "json" },
      ],
    ),
  ];
}

/** What to do where a folder has no pictures' data. */
export function withoutPatterns(command: readonly string[] | undefined): Document {
  const again = command === undefined ? "run it again with --force" : commandLine([...command, "--force"]);
  return [
    {
      type: "text",
      sentences: [
        `This result was written by a version that kept no data for pictures of waits, backlog and hours. To have them: ${again}`,
      ],
    },
  ];
}

const PLAIN = /^[\w./:=@%+-]+$/;

/** A command as a POSIX shell needs it. */
function commandLine(argv: readonly string[]): string {
  return argv
    .map((argument) => (PLAIN.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`))
    .join(" ");
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`.replace(/([.!?])\.$/, "$1");
}
