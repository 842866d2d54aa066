import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { PROTOCOL, shortEngine } from "./protocol.ts";
import type { QueueAddress } from "./queue-address.ts";

/** Who is at a queue. */
export interface Participant {
  readonly engine: string;
  readonly protocol: number;
  readonly version: string;
  /** Threads of a worker, 0 of a submitter. */
  readonly threads: number;
}

type Role = "workers" | "submitters";

/** Whoever has not been heard of for so long is gone [ms]. */
const SILENCE = 15_000;
const EVERY = 4000;

// By the clock of Redis: those of a thousand machines differ.
const NOW = "local t = redis.call('TIME'); local now = t[1] * 1000 + math.floor(t[2] / 1000);";
const COME = `${NOW} redis.call('ZADD', KEYS[1], now, ARGV[1]); redis.call('PEXPIRE', KEYS[1], ARGV[2]); return now`;
const WHO = `${NOW} redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[1]); return redis.call('ZRANGE', KEYS[1], 0, -1)`;

/** Who is at a queue, of whatever engine: everybody says so every few seconds. */
export class Attendance {
  readonly #redis: Redis;
  readonly #prefix: string;
  readonly #role: Role;
  readonly #member: string;
  #timer: NodeJS.Timeout | undefined;

  private constructor(redis: Redis, { prefix }: QueueAddress, role: Role, own: Participant) {
    this.#redis = redis;
    this.#prefix = prefix;
    this.#role = role;
    this.#member = JSON.stringify({ id: randomUUID(), ...own });
  }

  /** Joins, and calls `again` now and every few seconds. */
  static async join(
    redis: Redis,
    address: QueueAddress,
    role: Role,
    own: Participant,
    again: (attendance: Attendance) => Promise<void>,
  ): Promise<Attendance> {
    const attendance = new Attendance(redis, address, role, own);
    const tick = async () => {
      await redis.eval(COME, 1, attendance.#key(role), attendance.#member, SILENCE);
      await again(attendance);
    };
    await tick();
    // What fails is the connection, which says so itself and comes back.
    attendance.#timer = setInterval(() => void tick().catch(() => {}), EVERY);
    return attendance;
  }

  async others(role: Role): Promise<readonly Participant[]> {
    const members = (await this.#redis.eval(WHO, 1, this.#key(role), SILENCE)) as readonly string[];
    return members.flatMap((member) => participantOf(member) ?? []);
  }

  async leave(): Promise<void> {
    clearInterval(this.#timer);
    await this.#redis.zrem(this.#key(this.#role), this.#member);
  }

  #key(role: Role): string {
    return `${this.#prefix}:${role}`;
  }
}

function participantOf(text: string): Participant | undefined {
  try {
    const { engine, protocol, version, threads } = JSON.parse(text) as Record<string, unknown>;
    if (typeof engine !== "string" || !/^[\w-]{1,100}$/.test(engine)) return undefined;
    if (!Number.isSafeInteger(protocol) || !Number.isSafeInteger(threads)) return undefined;
    const isPlain = typeof version === "string" && /^[\w.+-]{1,40}$/.test(version);
    return {
      engine,
      protocol: protocol as number,
      version: isPlain ? version : "unknown",
      threads: Math.min(Math.max(threads as number, 0), 1024),
    };
  } catch {
    return undefined;
  }
}

/** Whether one can work for the other. */
export function areSuited(a: Pick<Participant, "engine" | "protocol">, b: Participant): boolean {
  return a.engine === b.engine && a.protocol === b.protocol;
}

/** In what the others differ: `3 workers are there with another engine (clinicsim 0.2.0, engine 12ab34cd)`; undefined if there are none. */
export function strangersText(
  who: "worker" | "submitter",
  own: Pick<Participant, "engine">,
  strangers: readonly Participant[],
): string | undefined {
  const [first] = strangers;
  if (first === undefined) return undefined;
  const count = strangers.length === 1 ? `1 ${who} is` : `${strangers.length} ${who}s are`;
  const what =
    first.engine === own.engine
      ? `that speaks protocol ${first.protocol} of the queue, not ${PROTOCOL}`
      : `with another engine (clinicsim ${first.version}, engine ${shortEngine(first.engine)}; here it is ${shortEngine(own.engine)})`;
  return `${count} there ${what}`;
}
