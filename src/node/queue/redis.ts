import { isIP } from "node:net";
import type { Redis } from "ioredis";
import { InputError } from "../../errors.ts";
import type { Notice } from "./protocol.ts";
import type { QueueAddress } from "./queue-address.ts";

const FIRST_TIMEOUT = 10_000;
const SLOWEST_RETRY = 2000;
/** Whoever does not answer for so long is gone, though nobody has closed the connection [ms]; no command waits as long. */
const SILENT_SOCKET = 30_000;

type QueuePackages = Pick<
  typeof import("bullmq"),
  "Queue" | "QueueEvents" | "Worker" | "UnrecoverableError"
> &
  Pick<typeof import("ioredis"), "Redis">;

/** What a queue needs of packages that not everybody has installed. Throws InputError. */
export async function loadQueuePackages(): Promise<QueuePackages> {
  try {
    const [{ Queue, QueueEvents, Worker, UnrecoverableError }, { Redis }] = await Promise.all([
      import("bullmq"),
      import("ioredis"),
    ]);
    return { Queue, QueueEvents, Worker, UnrecoverableError, Redis };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new InputError([
      {
        code: "package-missing",
        path: "--queue",
        message: "needs the packages bullmq and ioredis, which are not installed beside clinicsim",
        hint: "npm install bullmq@6.7.0 ioredis@6.0.0 (with --global, if clinicsim is)",
        severity: "error",
      },
    ]);
  }
}

/**
 * A connection that comes back by itself, for as long as it takes, once it has been there. `lost` hears when it goes and comes. Throws
 * InputError where there is none to begin with. The errors of the package itself can carry a password: none is passed on.
 */
async function connect(address: QueueAddress, lost?: Notice): Promise<Redis> {
  const { Redis } = await loadQueuePackages();
  const { host, port, database, tls, username, password, name } = address;
  let isUp = false;
  let why = "";
  const redis = new Redis({
    host,
    port,
    db: database,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(tls ? { tls: isIP(host) === 0 ? { servername: host } : {} } : {}),
    lazyConnect: true,
    maxRetriesPerRequest: null,
    connectTimeout: FIRST_TIMEOUT,
    socketTimeout: SILENT_SOCKET,
    retryStrategy: (times) => (isUp ? Math.min(100 * times, SLOWEST_RETRY) : null),
  });
  redis.on("error", (error: Error) => {
    const text = reasonOf(error);
    if (isUp && text !== why && !/ECONNREFUSED|ECONNRESET|EPIPE/.test(String(error)))
      lost?.(`Redis at ${name}: ${text}`);
    why = text;
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    redis.disconnect();
    throw unreachable(name, why === "" ? reasonOf(error) : why);
  }
  isUp = true;
  let isLost = false;
  redis.on("close", () => {
    if (!isLost && redis.status !== "end") lost?.(`Redis at ${name} is gone: waiting until it is back`);
    isLost = true;
  });
  redis.on("ready", () => {
    if (isLost) lost?.(`Redis at ${name} is back`);
    isLost = false;
    why = "";
  });
  return redis;
}

/** Two connections, of which the second has the commands that wait, and is silent on what becomes of it. Throws as `connect`. */
export async function connectTwice(
  address: QueueAddress,
  lost?: Notice,
): Promise<readonly [redis: Redis, waits: Redis]> {
  const redis = await connect(address, lost);
  try {
    return [redis, await connect(address)];
  } catch (error) {
    redis.disconnect();
    throw error;
  }
}

/** What Redis answers to a command that it does not carry out, as the user's to mend; anything else as it is. */
export function queueFault({ name }: QueueAddress, error: unknown): unknown {
  return (error as Error | undefined)?.name === "ReplyError" ? unreachable(name, reasonOf(error)) : error;
}

function unreachable(name: string, why: string): InputError {
  const hint = "check the address, and that redis-server runs there and lets this machine in";
  const message = `no Redis can be used at ${name}: ${why}`;
  return new InputError([{ code: "no-queue", path: "--queue", message, hint, severity: "error" }]);
}

/** In our words, so that nothing that was written can come along. */
function reasonOf(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const text = `${String(code ?? "")} ${String(message ?? "")}`;
  for (const [pattern, reason] of REASONS) if (pattern.test(text)) return reason;
  return /^[A-Z][A-Z0-9_]{2,40}$/.test(String(code)) ? String(code) : "it does not answer as Redis does";
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED/, "the connection is refused"],
  [/ENOTFOUND|EAI_AGAIN/, "there is no host of that name"],
  [/ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/, "it does not answer"],
  [/NOAUTH/, "it asks for a password"],
  [/WRONGPASS|invalid password|AUTH/, "it refuses the user or the password"],
  [/NOPERM/, "this user may not do what a queue needs"],
  [/DB index/, "it has no database of that number"],
  [/LOADING/, "it is still loading its data"],
  [/READONLY/, "it is a replica, which cannot be written to"],
  [/OOM/, "its memory is full"],
  [/CERT|SELF_SIGNED|SSL|TLS|ALTNAME/i, "TLS fails (NODE_EXTRA_CA_CERTS names a private authority)"],
  [/ECONNRESET|EPIPE|closed/, "the connection is closed (rediss:// is for TLS, redis:// for none)"],
];
