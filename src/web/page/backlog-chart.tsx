import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import type { BacklogView } from "../desk/view.ts";
import { ScrollRegion } from "./scroll-region.tsx";

const HEIGHT = 230;
const SECONDS_PER_MILLISECOND = 0.001;

interface BacklogChartProps {
  readonly now: BacklogView;
  readonly pinned?: BacklogView;
  /** Whole ones; none: the beginning of one. */
  readonly worlds: number;
}

/** Open messages through the weeks with their band, and those of the pinned result; a table says the same. */
export function BacklogChart({ now, pinned, worlds }: BacklogChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>(undefined);
  const data = dataOf(now, pinned);
  const latest = useRef(data);
  latest.current = data;
  const hasPinned = pinned !== undefined;
  useEffect(() => {
    const host = place.current;
    if (host === null) return;
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    const draw = () => {
      chart.current?.destroy();
      chart.current = new uPlot(optionsFor(host, hasPinned), latest.current, host);
    };
    const resize = new ResizeObserver(() =>
      chart.current?.setSize({ width: host.clientWidth, height: HEIGHT }),
    );
    draw();
    resize.observe(host);
    scheme.addEventListener("change", draw);
    return () => {
      resize.disconnect();
      scheme.removeEventListener("change", draw);
      chart.current?.destroy();
      chart.current = undefined;
    };
  }, [hasPinned]);
  useEffect(() => chart.current?.setData(latest.current), [now, pinned]);
  return (
    <figure class="chart">
      <figcaption>
        Open messages at the first opening of each week
        {worlds > 1
          ? ": mean of the worlds and its 95 % interval"
          : worlds === 1
            ? ", of one world"
            : ", of the beginning of one world"}
        {pinned === undefined ? "" : "; dashed: the pinned result"}. A line that keeps rising is a clinic that
        does not keep up.
      </figcaption>
      <div ref={place} aria-hidden="true" />
      <details>
        <summary>The same as a table</summary>
        <ScrollRegion label="Open messages by week">
          <table>
            <thead>
              <tr>
                <th scope="col">Week of</th>
                <th scope="col" class="right">
                  Open messages
                </th>
                <th scope="col">95 % interval</th>
                {pinned === undefined ? null : (
                  <th scope="col" class="right">
                    Pinned
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {now.dates.map((date, week) => (
                <tr key={date}>
                  <th scope="row">{date}</th>
                  <td class="right">{oneDecimal(now.mean[week])}</td>
                  <td>
                    {Number.isNaN(now.low[week])
                      ? ""
                      : `${oneDecimal(now.low[week])} – ${oneDecimal(now.high[week])}`}
                  </td>
                  {pinned === undefined ? null : (
                    <td class="right">{oneDecimal(pinned.mean[pinned.dates.indexOf(date)])}</td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </figure>
  );
}

function oneDecimal(value: number | undefined): string {
  return value === undefined ? "" : value.toFixed(1);
}

function isoDate(seconds: number): string {
  return new Date(seconds / SECONDS_PER_MILLISECOND).toISOString().slice(0, "YYYY-MM-DD".length);
}

function dataOf(now: BacklogView, pinned: BacklogView | undefined): uPlot.AlignedData {
  const seconds = now.dates.map((date) => Date.parse(date) * SECONDS_PER_MILLISECOND);
  const gap = (values: readonly number[]) => values.map((value) => (Number.isFinite(value) ? value : null));
  const before =
    pinned === undefined
      ? []
      : [gap(now.dates.map((date) => pinned.mean[pinned.dates.indexOf(date)] ?? Number.NaN))];
  return [seconds, gap(now.mean), gap(now.low), gap(now.high), ...before];
}

function optionsFor(host: HTMLElement, hasPinned: boolean): uPlot.Options {
  const style = getComputedStyle(host);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const axis = {
    stroke: colour("--faint"),
    grid: { stroke: colour("--line"), width: 1 },
    ticks: { stroke: colour("--line"), width: 1 },
    font: "12px system-ui",
  };
  const edge = { stroke: "transparent", points: { show: false } };
  const shown = (_: uPlot, value: number | null) => (value === null ? "–" : value.toFixed(1));
  return {
    width: Math.max(200, host.clientWidth),
    height: HEIGHT,
    tzDate: (timestamp) => uPlot.tzDate(new Date(timestamp / SECONDS_PER_MILLISECOND), "UTC"),
    cursor: { drag: { x: false, y: false } },
    scales: { y: { range: (_plot, _low, high) => [0, Math.max(1, high * 1.08)] } },
    axes: [
      { ...axis, space: 90, values: (_, splits) => splits.map(isoDate) },
      { ...axis, size: 46 },
    ],
    bands: [{ series: [3, 2], fill: colour("--band") }],
    series: [
      { label: "week of", value: "{YYYY}-{MM}-{DD}" },
      { label: "open", stroke: colour("--accent"), width: 2, points: { show: false }, value: shown },
      { ...edge, label: "95 % from", value: shown },
      { ...edge, label: "to", value: shown },
      ...(hasPinned
        ? [
            {
              label: "pinned",
              stroke: colour("--pinned"),
              width: 2,
              dash: [6, 4],
              points: { show: false },
              value: shown,
            },
          ]
        : []),
    ],
  };
}
