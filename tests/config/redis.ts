import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where redis-server is on this machine; undefined where there is none. */
function findRedis(): string | undefined {
  const places = [process.env.CLINICSIM_REDIS_SERVER, "/usr/bin/redis-server", "/usr/local/bin/redis-server"];
  return places.find((place) => place !== undefined && existsSync(place));
}

/** Whether tests that need Redis run: where it is, and where it must be. */
export const withRedis = findRedis() !== undefined || process.env.CLINICSIM_REQUIRE_REDIS === "1";

/** A Redis server of a test's own: on a free port of this machine alone, in a folder of its own, writing down all that it is told. */
export class TestRedis {
  readonly port: number;
  readonly #folder: string;
  readonly #options: readonly string[];
  #server: ChildProcess | undefined;

  private constructor(port: number, folder: string, options: readonly string[]) {
    this.port = port;
    this.#folder = folder;
    this.#options = options;
  }

  static async start(...options: readonly string[]): Promise<TestRedis> {
    const redis = new TestRedis(await freePort(), mkdtempSync(join(tmpdir(), "clinicsim-redis-")), options);
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}/0`;
  }

  async start(): Promise<void> {
    const place = findRedis();
    if (place === undefined)
      throw new Error(
        "there is no redis-server here: apt-get install redis-server, or CLINICSIM_REDIS_SERVER",
      );
    const options = [
      ...["--port", String(this.port), "--bind", "127.0.0.1", "--dir", this.#folder, "--save", ""],
      ...["--appendonly", "yes", "--appendfsync", "always", "--daemonize", "no", ...this.#options],
    ];
    const server = spawn(place, options, { stdio: ["ignore", "pipe", "inherit"] });
    this.#server = server;
    const kill = () => server.kill("SIGKILL");
    process.once("exit", kill);
    server.once("exit", () => process.off("exit", kill));
    await new Promise<void>((ready, failed) => {
      let text = "";
      server.stdout!.on("data", (chunk) => {
        text += chunk;
        if (text.includes("Ready to accept connections")) ready();
      });
      server.once("exit", () => failed(new Error(`redis-server did not start\n${text}`)));
    });
  }

  /** Kills it at once; what it was told is on disk. */
  async kill(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    server.kill("SIGKILL");
    await once(server, "exit");
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
