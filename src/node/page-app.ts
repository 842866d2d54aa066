import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { InputError } from "../errors.ts";
import type { OpenedText } from "./opened-text.ts";

export interface PageAppOptions {
  /** The page, with its content-security policy in it. */
  readonly page: string;
  /** Asked for every time the page is loaded, so that it shows the file as it is then. */
  readonly opened?: () => Promise<OpenedText>;
  /** Port that the server has: what browsers may call it by. */
  readonly port: () => number;
}

const NAMES = ["127.0.0.1", "localhost", "[::1]"];
/** Where the file is put in. */
const MARK = '<div id="app"></div>';

/**
 * Answers with the what-if page, and with nothing else: no other path, no other method, and nobody who calls this machine by another name
 * (as a web site can that has its name lead here).
 */
export function createPageApp({ page, opened, port }: PageAppOptions): Hono {
  const policy = `${policyOf(page)}; frame-ancestors 'none'`;
  const app = new Hono();
  app.use(
    secureHeaders({
      strictTransportSecurity: false,
      xFrameOptions: "DENY",
      referrerPolicy: "no-referrer",
      permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
    }),
  );
  app.use(async (context, next) => {
    const host = context.req.header("host") ?? "";
    // A browser leaves out the port that http has by itself.
    if (!NAMES.some((name) => host === `${name}:${port()}` || (port() === 80 && host === name))) {
      return context.text(`This page is at http://127.0.0.1:${port()}/ and answers to no other name.\n`, 403);
    }
    context.header("Content-Security-Policy", policy);
    context.header("Cache-Control", "no-store");
    return next();
  });
  app.get("/", async (context) => {
    if (opened === undefined) return context.html(page);
    try {
      const block = dataBlock(await opened());
      return context.html(page.replace(MARK, () => `${MARK}\n    ${block}`));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return context.text(`${error.message}\n`, 500);
    }
  });
  app.all("/", (context) => context.text("Only GET and HEAD.\n", 405, { Allow: "GET, HEAD" }));
  app.notFound((context) => context.text("There is nothing here but the page at /.\n", 404));
  return app;
}

/** What the page's own element says. Throws where it says nothing. */
function policyOf(page: string): string {
  const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  if (policy === undefined) throw new Error("the page has no content-security policy");
  return policy;
}

/** Data, which no browser runs; no text can end the element early. */
function dataBlock(file: OpenedText): string {
  return `<script type="application/json" id="opened">${JSON.stringify(file).replaceAll("<", "\\u003c")}</script>`;
}
