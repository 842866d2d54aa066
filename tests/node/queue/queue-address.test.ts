import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { parseQueueAddress } from "../../../src/node/queue/queue-address.ts";

const SECRET = "pl@nted/p:w";
const written = encodeURIComponent(SECRET);

describe("the address of a queue", () => {
  test("has a host, and what else it needs has a default", () => {
    expect(parseQueueAddress("redis://queue.example.org")).toEqual({
      name: "redis://queue.example.org:6379/0",
      host: "queue.example.org",
      port: 6379,
      database: 0,
      tls: false,
      prefix: "clinicsim",
    });
  });

  test("may say everything: TLS, user, password, port, database, prefix", () => {
    expect(parseQueueAddress(`rediss://anna:${written}@[::1]:7000/12?prefix=rheum`)).toEqual({
      name: "rediss://[::1]:7000/12?prefix=rheum",
      host: "::1",
      port: 7000,
      database: 12,
      tls: true,
      prefix: "rheum",
      username: "anna",
      password: SECRET,
    });
  });

  test("takes its password from the environment where it has none itself", () => {
    const env = { CLINICSIM_QUEUE_PASSWORD: "hidden" };
    expect(parseQueueAddress("redis://anna@host", env)).toMatchObject({
      username: "anna",
      password: "hidden",
    });
    expect(parseQueueAddress("redis://:own@host", env)).toMatchObject({ password: "own" });
  });

  test.each([
    ["no address", written],
    ["another protocol", `http://:${written}@host`],
    ["no host", `redis:///${written}`],
    ["a path that is no database", `redis://:${written}@host/first`],
    ["a setting that there is not", `redis://host/0?password=${written}`],
    ["a prefix that would reach other keys", `redis://:${written}@host/0?prefix=a:*`],
    ["a stray %", `redis://:${written}%@host`],
    ["a port that there is not", `redis://:${written}@host:70000`],
  ])("is refused with %s, and never repeated", (_, address) => {
    let refused: unknown;
    try {
      parseQueueAddress(address);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(InputError);
    const { issues } = refused as InputError;
    expect(issues).toMatchObject([{ code: "bad-flag", path: "--queue", severity: "error" }]);
    for (const part of [written, SECRET]) expect(JSON.stringify(issues)).not.toContain(part);
  });
});
