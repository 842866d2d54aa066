import { type ClinicDay, wallClock } from "../../report/index.ts";
import { clockText, durationText } from "./clock-text.ts";
import { ScrollRegion } from "./scroll-region.tsx";

/** The day in words: what the moving picture shows, for those who would rather read it. */
export function DayLog({ day }: { readonly day: ClinicDay }) {
  const { messages, backlog, from, to, stations } = day;
  const today = (t: number) => t >= from && t < to;
  const sent = messages.filter((message) => today(message.sent));
  const done = messages.filter(({ closed }) => today(closed));
  const busiest = backlog.reduce((most, step) => (step.open > most.open ? step : most));
  const at = (t: number) =>
    Number.isNaN(t)
      ? "never in this run"
      : t < from
        ? "before"
        : t >= to
          ? "later"
          : clockText(wallClock(day, t));
  return (
    <details class="log">
      <summary>This day in words</summary>
      <p>
        The day begins with {backlog[0]!.open} open messages and ends with {backlog.at(-1)!.open}. Patients
        send {sent.length}; {done.length} are done with. Most are open at{" "}
        {clockText(wallClock(day, busiest.at))}: {busiest.open}.
      </p>
      <ScrollRegion label="Messages of the day">
        <table>
          <thead>
            <tr>
              <th scope="col">Sent</th>
              <th scope="col">About</th>
              <th scope="col">Taken up</th>
              <th scope="col">Done</th>
              <th scope="col">Open for</th>
              <th scope="col">What became of it</th>
            </tr>
          </thead>
          <tbody>
            {messages.map(({ thread, round, cause, topic, urgent, sent: from_, closed, stops, outcome }) => (
              <tr key={`${thread}/${round}/${cause}`}>
                <td>{at(from_)}</td>
                <td>
                  {topic}
                  {urgent ? " (urgent)" : ""}
                  {cause === "own" ? "" : `, ${cause}`}
                </td>
                <td>
                  {stops.length === 0
                    ? "never in this run"
                    : stops
                        .filter((stop) => today(stop.from))
                        .map((stop) => `${at(stop.from)} ${stations[stop.station]!.team}: ${stop.activity}`)
                        .join("; ") || "not on this day"}
                </td>
                <td>{at(closed)}</td>
                <td>{durationText(closed - from_)}</td>
                <td>{outcome}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
