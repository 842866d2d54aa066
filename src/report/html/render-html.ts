import type { JsonObject } from "../../scenario/index.ts";
import type { Block, Document, DocumentColumn, TableSection } from "../document.ts";
import type { Figure } from "../figures/figure.ts";
import { figureTable } from "../figures/figure-text.ts";
import { harmless } from "../text-width.ts";
import { html, inlineJson, inlineScript } from "./html-text.ts";
import { sha256Source } from "./sha256-source.ts";
import { STYLE } from "./style.ts";

/** A figure as it was drawn: for those without scripts, and for those with. */
export interface DrawnFigure {
  /** As vega draws it, colours as variables. */
  readonly svg: string;
  /** Its Vega specification, compiled beforehand. */
  readonly vega: JsonObject;
}

export interface PageOptions {
  /** By name of the figure. */
  readonly drawn: ReadonlyMap<string, DrawnFigure>;
  /** The program that makes pictures answer the pointer. */
  readonly runtime: string;
  /** Below the page: what made it. */
  readonly footer: string;
}

/**
 * A document as one HTML page that needs nothing else: no network, no eval, and a policy that allows just the style and the program that are
 * in it. Without scripts it is complete but for hovering and saving.
 */
export function renderHtml(document: Document, { drawn, runtime, footer }: PageOptions): string {
  const title = document.find((block) => block.type === "title");
  const script = inlineScript(runtime);
  const policy = [
    "default-src 'none'",
    `script-src ${sha256Source(script)}`,
    `style-src ${sha256Source(STYLE)}`,
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const specs = Object.fromEntries([...drawn].map(([name, { vega }]) => [name, vega]));
  const body = document.filter((block) => block !== title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${text(title?.text ?? "clinicsim")}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the answer</a>
<header>
<h1>${text(title?.text ?? "")}</h1>
${title?.under === undefined ? "" : `<p class="under">${text(title.under)}</p>`}
</header>
<main id="main" tabindex="-1">
${blocksHtml(body, drawn)}
</main>
<footer><p>${text(footer)}</p></footer>
<script type="application/json" id="figures">${inlineJson(specs)}</script>
<script>${script}</script>
</body>
</html>
`;
}

type Drawn = PageOptions["drawn"];

function blocksHtml(blocks: Document, drawn: Drawn): string {
  const parts: string[] = [];
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i]!;
    if (block.type !== "figure") {
      parts.push(blockHtml(block, drawn));
      continue;
    }
    const figures: string[] = [];
    for (let next: Block | undefined = block; next?.type === "figure"; next = blocks[++i]) {
      figures.push(figureHtml(next.figure, drawn.get(next.figure.name)));
    }
    i -= 1;
    parts.push(`<div class="figures">\n${figures.join("\n")}\n</div>`);
  }
  return parts.join("\n");
}

function blockHtml(block: Exclude<Block, { readonly type: "figure" }>, drawn: Drawn): string {
  switch (block.type) {
    case "title":
      return `<h2>${text(block.text)}</h2>${block.under === undefined ? "" : `\n<p class="under">${text(block.under)}</p>`}`;
    case "heading":
      return block.level === 2 ? `<h3>${text(block.text)}</h3>` : `<h2>${text(block.text)}</h2>`;
    case "text":
      return `<p>${text(block.sentences.join(" "))}</p>`;
    case "answer":
      return `<section class="answer ${block.tone}" aria-label="The answer">
<h2>${text(block.question)}</h2>
<p class="verdict">${text(block.answer)}</p>
${block.sentences.map((each) => `<p>${text(each)}</p>`).join("\n")}
</section>`;
    case "cards":
      return `<div class="cards">\n${block.cards
        .map(({ heading, lead, sentences }) => {
          const number =
            lead === undefined
              ? ""
              : `<p class="lead"><b>${text(`${lead.value}${lead.unit === "%" ? " %" : ""}`)}</b>${text(`${lead.unit === "%" ? "" : `${lead.unit} `}${lead.label}`)}</p>\n`;
          return `<section class="card"><h3>${text(heading)}</h3>\n${number}${sentences.map((each) => `<p>${text(each)}</p>`).join("\n")}</section>`;
        })
        .join("\n")}\n</div>`;
    case "list":
      return `<ul class="${block.tone}">\n${block.items.map((item) => `<li><span aria-hidden="true">${text(block.mark)}</span> <span>${text(item)}</span></li>`).join("\n")}\n</ul>`;
    case "entries":
      return `<dl class="entries">\n${block.entries
        .map(({ term, note, texts }) =>
          // A term of which nothing more is said has its note for a description: a list of terms alone is none.
          texts.length === 0
            ? `<dt>${text(term)}</dt>\n<dd>${text(note)}</dd>`
            : `<dt>${text(term)} <span>${text(note)}</span></dt>\n${texts.map((each) => `<dd>${text(each)}</dd>`).join("\n")}`,
        )
        .join("\n")}\n</dl>`;
    case "code":
      return `<pre><code>${text(block.lines.join("\n"), true)}</code></pre>`;
    case "table":
      return tableHtml(block.columns, block.sections, "Numbers");
    case "section":
      return `<details class="section"${block.folded ? "" : " open"}>
<summary><h3>${text(block.heading)}</h3></summary>
<div>
${blocksHtml(block.blocks.map(lowered), drawn)}
</div>
</details>`;
  }
}

/** Within a section every heading is of the level below. */
function lowered(block: Block): Block {
  return block.type === "heading" ? { ...block, level: 2 } : block;
}

function figureHtml(figure: Figure, drawn: DrawnFigure | undefined): string {
  const { name, title, caption, inputs } = figure;
  const { columns, rows } = figureTable(figure);
  const id = `figure-${name}`;
  const picture =
    drawn === undefined
      ? ""
      : `<div class="chart" data-figure="${html(name)}" role="img" aria-label="${html(harmless(`${title}. The numbers are in the table below.`))}"><div aria-hidden="true">${drawn.svg}</div></div>`;
  return `<figure id="${html(id)}" aria-labelledby="${html(id)}-title">
<figcaption><h3 id="${html(id)}-title">${text(title)}</h3><p>${text(caption)}</p></figcaption>
${picture}
<dl class="inputs">${inputs.map(([term, value]) => `<div><dt>${text(term)}</dt><dd>${text(value)}</dd></div>`).join("")}</dl>
<p class="tools" hidden></p>
<details><summary>The numbers<span hidden> of ${text(title)}</span></summary>
${tableHtml(columns, [{ rows }], title)}
</details>
</figure>`;
}

function tableHtml(
  columns: readonly DocumentColumn[],
  sections: readonly TableSection[],
  label: string,
): string {
  const side = ({ align }: DocumentColumn) => (align === "right" ? ' class="r"' : "");
  const named = columns.some(({ title }) => title !== "");
  const head = named
    ? `<thead><tr>${columns.map((column) => (column.title === "" ? `<td${side(column)}></td>` : `<th scope="col"${side(column)}>${text(column.title)}</th>`)).join("")}</tr></thead>\n`
    : "";
  const row = (cells: readonly string[]) =>
    `<tr>${columns
      .map((column, i) => {
        const cell = text(cells[i] ?? "");
        if (i === 0) return cell === "" ? "<td></td>" : `<th scope="row">${cell}</th>`;
        return `<td${side(column)}>${cell}</td>`;
      })
      .join("")}</tr>`;
  const bodies = sections.map(({ heading, rows }) => {
    const group =
      heading === undefined
        ? ""
        : `<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${text(heading)}</th></tr>\n`;
    return `<tbody>\n${group}${rows.map(row).join("\n")}\n</tbody>`;
  });
  return `<div class="scroll" tabindex="0" role="group" aria-label="${html(harmless(label))}">
<table>
${head}${bodies.join("\n")}
</table>
</div>`;
}

function text(value: string, keepLines = false): string {
  return html(keepLines ? value.split("\n").map(harmless).join("\n") : kept(harmless(value)));
}

/** A number and its sign, and the two ends of a range, stay on one line. */
function kept(value: string): string {
  return value.replace(/(?<=\d) (?=%)|(?<=[\d∞]) (?=– [\d>∞])|(?<=[\d∞] –) (?=[\d>∞])/g, "\u00a0");
}
