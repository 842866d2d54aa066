import type { ClinicDay } from "../../report/index.ts";

const [WIDTH, HEIGHT] = [600, 120];

/** Open messages through the day, as far as the clock has come. */
export function DayBacklog({ day, time }: { readonly day: ClinicDay; readonly time: number }) {
  const { backlog, from, to } = day;
  const most = Math.max(1, ...backlog.map(({ open }) => open));
  const x = (t: number) => ((t - from) / (to - from)) * WIDTH;
  const y = (open: number) => HEIGHT - (open / most) * (HEIGHT - 14) - 2;
  const past = backlog.filter(({ at }) => at <= time);
  const now = past.at(-1)?.open ?? 0;
  const line = past.map(
    ({ at, open }, i) =>
      `${i === 0 ? "M" : "H"}${x(at).toFixed(1)}${i === 0 ? " " : "V"}${y(open).toFixed(1)}`,
  );
  const path = `${line.join("")}H${x(time).toFixed(1)}`;
  return (
    <figure class="chart backlog">
      <figcaption>
        Open messages: <strong>{now}</strong> now, {most} at most on this day
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {[6, 12, 18].map((hour) => (
          <line
            key={hour}
            class="grid"
            x1={(hour / 24) * WIDTH}
            x2={(hour / 24) * WIDTH}
            y1={0}
            y2={HEIGHT}
          />
        ))}
        <path class="area" d={`${path}V${HEIGHT}H0Z`} />
        <path class="line" d={path} />
      </svg>
      <p class="hours" aria-hidden="true">
        <span>00:00</span>
        <span>06:00</span>
        <span>12:00</span>
        <span>18:00</span>
        <span>24:00</span>
      </p>
    </figure>
  );
}
