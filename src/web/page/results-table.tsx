import type { View, ViewRow } from "../desk/view.ts";
import { ScrollRegion } from "./scroll-region.tsx";

/** Words and tone for what is to be thought of a difference. */
const CONCLUSIONS = {
  better: ["better", "good"],
  worse: ["worse", "bad"],
  higher: ["higher", "plain"],
  lower: ["lower", "plain"],
  same: ["the same", "faint"],
  alike: ["too small to matter", "faint"],
  unclear: ["cannot tell yet", "faint"],
} as const;

interface KeyFiguresProps {
  readonly rows: readonly ViewRow[];
  /** Whole ones; none at a first look, which says what it is of. */
  readonly worlds: number;
  readonly measured?: NonNullable<View["measured"]>;
}

/** The first numbers: what decides, large. */
export function KeyFigures({ rows, worlds, measured }: KeyFiguresProps) {
  const unbounded =
    measured !== undefined
      ? `only ${measured.first} to ${measured.last}, one world`
      : worlds === 1
        ? "one world: no interval yet"
        : "no interval";
  const shown = rows.filter(({ primary, response }) => primary || response === "first_reply_p90_business_h");
  return (
    <ul class="figures">
      {shown.slice(0, 8).map(({ response, label, value, unit, interval, change }) => (
        <li key={response}>
          <h3>{label}</h3>
          <p class="figure">
            {value} <span class="unit">{unit}</span>
          </p>
          <p class="interval">
            {interval === "" ? unbounded : interval === "always" ? "in every world" : `95 %: ${interval}`}
          </p>
          {change === undefined ? null : (
            <p class={`change ${CONCLUSIONS[change.conclusion][1]}`}>
              <strong>
                {change.difference} {change.unit}
              </strong>{" "}
              <span>{change.interval === "" ? "" : `(${change.interval})`}</span>{" "}
              <span class="conclusion">{CONCLUSIONS[change.conclusion][0]}</span>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Every response that a run shows, with what changed against the pinned result. */
export function ResultsTable({
  rows,
  compared,
}: {
  readonly rows: readonly ViewRow[];
  readonly compared: boolean;
}) {
  const headings = [...new Set(rows.map(({ heading }) => heading))];
  return (
    <ScrollRegion label="All results">
      <table class="all">
        <thead>
          <tr>
            <th scope="col">
              <span class="hidden">Response</span>
            </th>
            <th scope="col" class="right">
              Estimate
            </th>
            <th scope="col">95 % interval</th>
            {compared ? (
              <>
                <th scope="col" class="right">
                  Pinned
                </th>
                <th scope="col" class="right">
                  Change
                </th>
                <th scope="col">So it is</th>
                <th scope="col">95 % of the change</th>
                <th scope="col">Better in</th>
              </>
            ) : null}
          </tr>
        </thead>
        {headings.map((heading) => (
          <tbody key={heading}>
            <tr>
              <th scope="rowgroup" colSpan={compared ? 8 : 3}>
                {heading}
              </th>
            </tr>
            {rows
              .filter((row) => row.heading === heading)
              .map(({ response, label, doc, value, unit, interval, change }) => (
                <tr key={response}>
                  <th scope="row" title={doc}>
                    {label}
                    {unit === "" || unit === "%" ? null : <span class="unit">, {unit}</span>}
                  </th>
                  <td class="right whole">{unit === "%" ? `${value} %` : value}</td>
                  <td class="whole">{interval}</td>
                  {!compared ? null : change === undefined ? (
                    <td colSpan={5} class="faint">
                      not measured alike
                    </td>
                  ) : (
                    <>
                      <td class="right whole">{change.base}</td>
                      <td class="right whole">{change.difference}</td>
                      <td class={`whole ${CONCLUSIONS[change.conclusion][1]}`}>
                        {CONCLUSIONS[change.conclusion][0]}
                      </td>
                      <td class="whole">{change.interval}</td>
                      <td>{change.wins}</td>
                    </>
                  )}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}
