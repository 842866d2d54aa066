import type { Block, Document } from "../../report/index.ts";
import { ScrollRegion } from "./scroll-region.tsx";

/** A report's document as a part of the page. */
export function DocumentView({ document }: { readonly document: Document }) {
  return (
    <div class="document">
      {document.map((block, i) => (
        <BlockView key={i} block={block} place={i + 1} />
      ))}
    </div>
  );
}

function BlockView({ block, place }: { readonly block: Block; readonly place: number }) {
  switch (block.type) {
    case "title":
      return (
        <p>
          <strong>{block.text}</strong>
          {block.under === undefined ? null : <span class="faint">{` ${block.under}`}</span>}
        </p>
      );
    case "heading":
      return <h4>{block.text}</h4>;
    case "text":
      return <p>{block.sentences.join(" ")}</p>;
    case "list":
      return (
        <ul class={`tone-${block.tone}`}>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "entries":
      return (
        <dl>
          {block.entries.map(({ term, note, texts }) => (
            <div key={term}>
              <dt>
                {term} <span class="faint">{note}</span>
              </dt>
              {texts.map((text) => (
                <dd key={text}>{text}</dd>
              ))}
            </div>
          ))}
        </dl>
      );
    case "code":
      return <pre>{block.lines.join("\n")}</pre>;
    case "table":
      return <TableView block={block} label={`Table in part ${place} of the report`} />;
    default:
      return null; // What a page of a report alone has.
  }
}

interface TableViewProps {
  readonly block: Extract<Block, { type: "table" }>;
  readonly label: string;
}

function TableView({ block: { columns, sections }, label }: TableViewProps) {
  return (
    <ScrollRegion label={label}>
      <table>
        <thead>
          <tr>
            {columns.map(({ title, align }, i) => (
              <th key={i} scope="col" class={align}>
                {title === "" ? <span class="hidden">{i === 0 ? "what" : "value"}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        {sections.map(({ heading, rows }) => (
          <tbody key={heading}>
            {heading === undefined ? null : (
              <tr>
                <th colSpan={columns.length} scope="rowgroup">
                  {heading}
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <tr key={row.join(" ")}>
                {row.map((cell, i) => (
                  <td key={i} class={columns[i]?.align ?? "left"}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}
