import type { AddressInfo } from "node:net";
import type { OpenedText } from "./opened-text.ts";
import { readPage } from "./read-page.ts";

export interface PageServerOptions {
  /** 0: any that is free. Left out: 4700, or the next that is free. */
  readonly port?: number;
  readonly opened?: () => Promise<OpenedText>;
}

/** The what-if page, being served to this machine alone. */
export interface PageServer {
  /** `http://127.0.0.1:4700/` */
  readonly address: string;
  /** Ends it, and every connection that is open. */
  close(): Promise<void>;
}

/** Never anything else: nobody outside this machine is to see it. */
const LOOPBACK = "127.0.0.1";
const USUAL = { first: 4700, last: 4719 } as const;

/** Starts to serve. Rejects with the system's error, `EADDRINUSE` where a given port is taken, and InputError without a built page. */
export async function startPageServer({ port, opened }: PageServerOptions): Promise<PageServer> {
  const [{ createAdaptorServer }, { createPageApp }, page] = await Promise.all([
    import("@hono/node-server"),
    import("./page-app.ts"),
    readPage(),
  ]);
  const app = createPageApp({
    page,
    port: () => (server.address() as AddressInfo).port,
    ...(opened === undefined ? {} : { opened }),
  });
  const server = createAdaptorServer({ fetch: app.fetch }) as import("node:http").Server;
  const listen = (wanted: number) =>
    new Promise<void>((done, failed) => {
      server.once("error", failed);
      server.listen(wanted, LOOPBACK, () => {
        server.off("error", failed);
        done();
      });
    });
  if (port !== undefined) await listen(port);
  else await firstFree(listen);
  return {
    address: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function firstFree(listen: (port: number) => Promise<void>): Promise<void> {
  for (let port: number = USUAL.first; port <= USUAL.last; port++) {
    try {
      return await listen(port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
  }
  await listen(0);
}
