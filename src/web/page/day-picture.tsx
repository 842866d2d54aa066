import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type ClinicDay, placeAt } from "../../report/index.ts";
import { centre, type DayLayout, dotAt, handAt, layoutOf } from "./day-layout.ts";

/** How much of the way a dot goes in a frame. */
const EASE = 0.16;

interface DayPictureProps {
  readonly day: ClinicDay;
  /** [min since the run's start] */
  readonly time: number;
  /** Whether dots glide; otherwise they are at once where they belong. */
  readonly glides: boolean;
}

/** The clinic at one moment: every open message a dot, in a line or in somebody's hands. The day's log says the same in words. */
export function DayPicture({ day, time, glides }: DayPictureProps) {
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const layout = useMemo(() => layoutOf(day, Math.max(260, width)), [day, width]);
  const places = day.messages.map((message) => placeAt(message, time));
  const waiting = (station: number) =>
    places.filter((place) => place.type === "waiting" && place.station === station).length;
  const targets = targetsOf(day, places, layout);
  const dots = useGlide(
    targets,
    glides,
    centre(layout.patients),
    `${day.date} ${day.specialty} ${day.replication} ${layout.width}`,
  );
  const answered = day.messages.filter(({ closed }) => closed >= day.from && closed <= time).length;
  const sent = day.messages.filter((message) => message.sent >= day.from && message.sent <= time).length;
  return (
    <div ref={host} class="picture">
      <svg width={layout.width} height={layout.height} aria-hidden="true" focusable="false">
        <Station box={layout.patients} title="Patients" note={`${sent} sent`} isOn={true} />
        {day.stations.map(({ team, duty }, i) => {
          const people = duty.findLast(({ at }) => at <= time)?.people ?? 0;
          const note = people === 0 ? "nobody there" : `${people} there`;
          return (
            <Station
              key={team}
              box={layout.stations[i]!}
              title={team}
              note={`${note} · ${waiting(i)} waiting`}
              isOn={people > 0}
              hands={handsOf(day, i)}
            />
          );
        })}
        <Station box={layout.answered} title="Done" note={`${answered} today`} isOn={true} />
        {dots.map(({ key, x, y, urgent, inHand, faded }) => (
          <circle
            key={key}
            cx={x}
            cy={y}
            r={inHand ? 6.5 : faded ? 3.5 : 5.5}
            class={`dot${urgent ? " urgent" : ""}${inHand ? " in-hand" : ""}${faded ? " faded" : ""}`}
          />
        ))}
      </svg>
    </div>
  );
}

interface StationProps {
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly title: string;
  readonly note: string;
  readonly isOn: boolean;
  /** People who may have something in hand: below the line. */
  readonly hands?: number;
}

function Station({ box: { x, y, width, height }, title, note, isOn, hands = 0 }: StationProps) {
  return (
    <g class={isOn ? "station" : "station off"}>
      <rect x={x + 0.5} y={y + 0.5} width={Math.max(0, width - 1)} height={height - 1} rx={10} />
      {hands === 0 ? null : <line x1={x + 8} x2={x + width - 8} y1={y + height - 34} y2={y + height - 34} />}
      {Array.from({ length: hands }, (_, i) => {
        const at = handAt({ x, y, width, height }, i + 1);
        return <circle key={i} class="hand" cx={at.x} cy={at.y} r={9} />;
      })}
      <text x={x + 12} y={y + 20} class="title">
        {title}
      </text>
      <text x={x + 12} y={y + 37} class="note">
        {note}
      </text>
    </g>
  );
}

interface Dot {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly urgent: boolean;
  readonly inHand: boolean;
  readonly faded: boolean;
}

/** People of a station who are there or work at some moment of the day. */
function handsOf({ stations, messages, from, to }: ClinicDay, station: number): number {
  const there = stations[station]!.duty.map(({ people }) => people);
  const working = messages.flatMap(({ stops }) =>
    stops
      .filter((stop) => stop.station === station && stop.to > from && stop.from < to)
      .map(({ person }) => person),
  );
  return Math.max(0, ...there, ...working);
}

/** Where each message that is to be seen belongs now. */
function targetsOf(
  { messages, from }: ClinicDay,
  places: readonly ReturnType<typeof placeAt>[],
  layout: DayLayout,
): readonly Dot[] {
  const counts = new Map<number, number>();
  const done = messages.map(({ closed }) => closed).filter((closed) => closed >= from);
  const order = new Map(done.sort((a, b) => a - b).map((closed, i) => [closed, i]));
  return messages.flatMap(({ thread, round, cause, urgent }, i): readonly Dot[] => {
    const place = places[i]!;
    if (place.type === "unsent" || (place.type === "done" && place.since < from)) return [];
    const station = place.type === "waiting" ? place.station : -1;
    const index = place.type === "done" ? (order.get(place.since) ?? 0) : (counts.get(station) ?? 0);
    if (place.type === "waiting") counts.set(station, index + 1);
    const key = `${thread}/${round}/${cause}`;
    return [
      {
        key,
        ...dotAt(layout, place, index),
        urgent,
        inHand: place.type === "in hand",
        faded: place.type === "done",
      },
    ];
  });
}

/** The dots on their way to where they belong; new ones come from the patients. */
function useGlide(
  targets: readonly Dot[],
  glides: boolean,
  origin: { readonly x: number; readonly y: number },
  scene: string,
): readonly Dot[] {
  const shown = useRef(new Map<string, Dot>());
  const scenes = useRef(scene);
  const [, again] = useState(0);
  const isNew = scenes.current !== scene;
  scenes.current = scene;
  const next = targets.map((target): Dot => {
    if (!glides || isNew) return target;
    const from = shown.current.get(target.key) ?? origin;
    const step = (a: number, b: number) => (Math.abs(b - a) < 0.5 ? b : a + (b - a) * EASE);
    return { ...target, x: step(from.x, target.x), y: step(from.y, target.y) };
  });
  shown.current = new Map(next.map((dot) => [dot.key, dot]));
  const isMoving = next.some((dot, i) => dot.x !== targets[i]!.x || dot.y !== targets[i]!.y);
  useEffect(() => {
    if (!isMoving) return;
    const frame = requestAnimationFrame(() => again((count) => count + 1));
    return () => cancelAnimationFrame(frame);
  });
  return next;
}
