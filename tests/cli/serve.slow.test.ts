import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtDist } from "../config/built.ts";
import { clinicsim } from "./clinicsim.ts";
import { serve } from "./serving.ts";
import { tinyScenario } from "./tiny-scenario.ts";

const folder = mkdtempSync(join(tmpdir(), "clinicsim-serve-"));
const tiny = join(folder, "tiny.json");
writeFileSync(tiny, tinyScenario);
afterAll(() => rmSync(folder, { recursive: true }));

let dist = "";
beforeAll(() => {
  dist = builtDist();
});

const isReachable = (host: string, port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (answer: boolean) => () => {
      socket.destroy();
      done(answer);
    };
    socket.on("connect", end(true)).on("error", end(false)).on("timeout", end(false));
  });

describe("clinicsim serve", () => {
  test("prints where the page is, serves it with the file to this machine alone, and ends when it is told to", async () => {
    const server = await serve(dist, tiny, "--port", "0");
    const { port } = new URL(server.address);
    expect(server.printed()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\nCtrl-C ends it\n$/);
    const response = await fetch(server.address);
    expect(response.headers.get("content-security-policy")).toContain("script-src 'sha256-");
    expect(await response.text()).toContain("A tiny clinic");
    expect(await isReachable("127.0.0.1", Number(port))).toBe(true);
    const others = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    for (const { address, family, internal } of others)
      if (family === "IPv4" && !internal) expect(await isReachable(address, Number(port))).toBe(false);
    expect(await server.stop("SIGTERM")).toBe(0);
    expect(await isReachable("127.0.0.1", Number(port))).toBe(false);
  });

  test("ends on Ctrl-C although a browser holds its connection", async () => {
    const server = await serve(dist, "--port", "0");
    const socket = connect(Number(new URL(server.address).port), "127.0.0.1");
    await new Promise((done) => socket.on("connect", done));
    socket.on("error", () => {});
    expect(await server.stop("SIGINT")).toBe(0);
    socket.destroy();
  });

  test("says that a port is taken, and takes another one when it may", async () => {
    const first = await serve(dist);
    const { port } = new URL(first.address);
    const second = await serve(dist);
    expect(new URL(second.address).port).not.toBe(port);
    await expect(serve(dist, "--port", port)).rejects.toThrow(
      `ended with 2: error  --port: port ${port} is taken\n    choose another, or leave --port out`,
    );
    expect(await Promise.all([first.stop(), second.stop()])).toEqual([0, 0]);
  });

  test("refuses what cannot be read, and a port that is none, before it serves anything", async () => {
    expect(await clinicsim(["serve", join(folder, "none.json"), "--no-open"])).toMatchObject({
      code: 2,
      out: "",
    });
    const { code, err } = await clinicsim(["serve", "--no-open", "--port", "70000"]);
    expect(code).toBe(2);
    expect(err).toContain('--port: must be a whole number from 0 to 65535, not "70000"');
  });
});
