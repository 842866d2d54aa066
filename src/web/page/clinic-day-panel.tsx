import { useEffect, useState } from "preact/hooks";
import { type ClinicDay, wallClock } from "../../report/index.ts";
import { clockText, WEEKDAYS } from "./clock-text.ts";
import { DayBacklog } from "./day-backlog.tsx";
import { DayLog } from "./day-log.tsx";
import { DayPicture } from "./day-picture.tsx";
import type { Session } from "./session.ts";

/** Simulated minutes in a second of watching. */
const SPEEDS = [10, 30, 60, 120] as const;
const FIRST_HOUR = 7;
const MILLISECONDS_PER_SECOND = 1000;
const MILLISECONDS_PER_DAY = 86_400_000;

/** A day in the clinic, replayed from the event log of one world. */
export function ClinicDayPanel({ session }: { readonly session: Session }) {
  const sound = session.sound.value;
  const [date, setDate] = useState<string | undefined>(undefined);
  const [world, setWorld] = useState(1);
  const [specialty, setSpecialty] = useState(0);
  const [day, setDay] = useState<ClinicDay | undefined>(undefined);
  const [isAsked, setAsked] = useState(false);
  const isReady = session.isDone.value;
  const wanted = date ?? firstMonday(sound?.window);
  useEffect(() => {
    if (!isAsked || !isReady || sound === undefined || wanted === undefined) return;
    let isLatest = true;
    const choice = {
      replication: world,
      date: wanted,
      specialty: Math.min(specialty, sound.specialties.length - 1),
    };
    session.desk.day(choice).then(
      (found) => isLatest && setDay(found),
      (error: Error) => {
        session.failure.value = error.message;
      },
    );
    return () => {
      isLatest = false;
    };
  }, [isAsked, isReady, wanted, world, specialty, sound]);

  if (sound === undefined || wanted === undefined) return null;
  const { first, last } = sound.window;
  const move = (days: number) => {
    const next = new Date(Date.parse(wanted) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
    if (next >= first && next <= last) setDate(next);
  };
  return (
    <section class="day" aria-labelledby="day-title">
      <h2 id="day-title">A day in the clinic</h2>
      <p class="faint">
        One day of one simulated world, from its event log. Every dot is a message: it waits in a team's line
        until somebody takes it in hand.
      </p>
      {!isAsked ? (
        <button type="button" onClick={() => setAsked(true)}>
          Show a day
        </button>
      ) : (
        <>
          <div class="bar">
            <label>
              <span>Date</span>
              <input
                type="date"
                min={first}
                max={last}
                value={wanted}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  if (value >= first && value <= last) setDate(value);
                }}
              />
            </label>
            <button type="button" onClick={() => move(-1)}>
              Day before
            </button>
            <button type="button" onClick={() => move(1)}>
              Next day
            </button>
            <label>
              <span>World</span>
              <input
                type="number"
                min={1}
                max={sound.replications}
                value={world}
                onChange={(event) => {
                  const value = Math.round(Number(event.currentTarget.value));
                  if (value >= 1 && value <= sound.replications) setWorld(value);
                }}
              />
            </label>
            {sound.specialties.length < 2 ? null : (
              <label>
                <span>Specialty</span>
                <select
                  value={specialty}
                  onChange={(event) => setSpecialty(Number(event.currentTarget.value))}
                >
                  {sound.specialties.map((name, index) => (
                    <option key={name} value={index}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </div>
          {day === undefined ? (
            <p role="status">Simulating this world in full…</p>
          ) : (
            <Replay day={day} isStale={!isReady} />
          )}
        </>
      )}
    </section>
  );
}

/** The clock with its controls, and everything that goes by it. */
function Replay({ day, isStale }: { readonly day: ClinicDay; readonly isStale: boolean }) {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const [time, setTime] = useState(day.from + FIRST_HOUR * 60);
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(30);
  useEffect(() => {
    setTime(day.from + FIRST_HOUR * 60);
    setPlaying(false);
  }, [day]);
  useEffect(() => {
    if (!isPlaying) return;
    let last = performance.now();
    let frame = 0;
    const tick = (now: number) => {
      const minutes = ((now - last) / MILLISECONDS_PER_SECOND) * speed;
      last = now;
      setTime((t) => Math.min(day.to - 1, t + minutes));
      frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, speed, day]);
  const isOver = time >= day.to - 1;
  useEffect(() => {
    if (isOver) setPlaying(false);
  }, [isOver]);
  const toEvent = (forward: boolean) => {
    setPlaying(false);
    const events = eventsOf(day);
    const next = forward ? events.find((t) => t > time) : events.findLast((t) => t < time);
    if (next !== undefined) setTime(next);
  };
  const clock = clockText(wallClock(day, time));
  return (
    <div class={isStale ? "replay stale" : "replay"}>
      <p class="clock">
        <strong>{clock}</strong>{" "}
        <span>
          {WEEKDAYS[day.dayOfWeek]}, {day.date}
          {day.closed ? " · the clinic is closed" : ""}
          {isStale ? " · out of date" : ""}
        </span>
      </p>
      <div class="bar">
        <button
          type="button"
          onClick={() => {
            if (isOver) setTime(day.from);
            setPlaying(!isPlaying);
          }}
        >
          {isPlaying ? "Pause" : "Play"}
        </button>
        <button type="button" onClick={() => toEvent(false)}>
          Event before
        </button>
        <button type="button" onClick={() => toEvent(true)}>
          Next event
        </button>
        <label class="scrub">
          <span>Time of day</span>
          <input
            type="range"
            min={day.from}
            max={day.to - 1}
            step={1}
            value={time}
            aria-valuetext={clock}
            onInput={(event) => {
              setPlaying(false);
              setTime(Number(event.currentTarget.value));
            }}
          />
        </label>
        <label>
          <span>Speed</span>
          <select value={speed} onChange={(event) => setSpeed(Number(event.currentTarget.value))}>
            {SPEEDS.map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes} min a second
              </option>
            ))}
          </select>
        </label>
      </div>
      <DayPicture day={day} time={time} glides={!isCalm} />
      <ul class="legend" aria-hidden="true">
        <li class="plain-dot">message</li>
        <li class="urgent-dot">truly urgent</li>
      </ul>
      <DayBacklog day={day} time={time} />
      <DayLog day={day} />
    </div>
  );
}

/** Every moment at which something happens. */
function eventsOf({ messages, from, to }: ClinicDay): readonly number[] {
  const all = messages.flatMap(({ sent, closed, stops }) => [
    sent,
    closed,
    ...stops.flatMap((stop) => [stop.from, stop.to]),
  ]);
  return [...new Set(all)].filter((t) => t >= from && t < to).sort((a, b) => a - b);
}

/** The second Monday of the window, when the first days' calm is over. */
function firstMonday(
  window: { readonly first: string; readonly last: string } | undefined,
): string | undefined {
  if (window === undefined) return undefined;
  const start = new Date(window.first);
  const ahead = ((8 - start.getUTCDay()) % 7) + 7;
  const monday = new Date(start.getTime() + ahead * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
  return monday <= window.last ? monday : window.first;
}
