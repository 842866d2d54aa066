import { InputError } from "../../errors.ts";

/** Where a queue is. Only `name` may be shown to anybody. */
export interface QueueAddress {
  /** Without user and password: `redis://host:6379/0`. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly database: number;
  readonly tls: boolean;
  /** What every key in Redis begins with. */
  readonly prefix: string;
  readonly username?: string;
  readonly password?: string;
}

const PREFIX = "clinicsim";
const PORT = 6379;
const EXAMPLE = "for example --queue redis://queue.example.org:6379/0, or rediss:// for TLS";

/** Reads `redis[s]://[user[:password]@]host[:port][/database][?prefix=name]`. Throws InputError, which never repeats what was written. */
export function parseQueueAddress(
  written: string,
  { CLINICSIM_QUEUE_PASSWORD: hidden }: Readonly<Record<string, string | undefined>> = {},
): QueueAddress {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url === undefined || !/^rediss?:$/.test(url.protocol) || url.hostname === "")
    throw refused("must be the address of a Redis server", EXAMPLE);
  const [, database] = /^\/?(\d{0,4})$/.exec(url.pathname) ?? [];
  if (database === undefined) throw refused("may have only a database's number behind the host", EXAMPLE);
  const { prefix = PREFIX, ...others } = Object.fromEntries(url.searchParams);
  if (Object.keys(others).length > 0 || url.hash !== "")
    throw refused("may have nothing but ?prefix=… at its end", "passwords go in front of the host");
  if (!/^[\w.-]{1,64}$/.test(prefix))
    throw refused("has a prefix that is not of letters, digits, -, _ and .", "for example ?prefix=rheum");
  const [username, password] = [decoded(url.username), decoded(url.password) ?? hidden];
  const where = {
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: url.port === "" ? PORT : Number(url.port),
    database: Number(database),
    tls: url.protocol === "rediss:",
    prefix,
  };
  return {
    name: `${url.protocol}//${url.hostname}:${where.port}/${where.database}${prefix === PREFIX ? "" : `?prefix=${prefix}`}`,
    ...where,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
  };
}

function decoded(text: string): string | undefined {
  if (text === "") return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    throw refused(
      "has a user or password with a stray %",
      "write % as %25, or give it in CLINICSIM_QUEUE_PASSWORD",
    );
  }
}

function refused(message: string, hint: string): InputError {
  return new InputError([{ code: "bad-flag", path: "--queue", message, hint, severity: "error" }]);
}
