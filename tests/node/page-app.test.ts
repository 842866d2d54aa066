import { describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import type { OpenedText } from "../../src/node/opened-text.ts";
import { createPageApp } from "../../src/node/page-app.ts";

const PAGE = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><div id="app"></div>`;
const PORT = 4700;
const app = (opened?: () => Promise<OpenedText>) =>
  createPageApp({ page: PAGE, port: () => PORT, ...(opened === undefined ? {} : { opened }) });
const ask = (
  path: string,
  {
    host = `127.0.0.1:${PORT}`,
    method = "GET",
    opened,
  }: { host?: string; method?: string; opened?: () => Promise<OpenedText> } = {},
) => app(opened).request(path, { method, headers: { host } });

describe("the server of the page", () => {
  it("gives the page, with headers that keep it to itself", async () => {
    const response = await ask("/");
    expect([response.status, await response.text()]).toEqual([200, PAGE]);
    expect(response.headers.get("content-type")).toBe("text/html; charset=UTF-8");
    expect(response.headers.get("content-security-policy")).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("x-frame-options")).toBe("DENY");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(response.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("access-control-allow-origin")).toBe(null);
  });

  it.each(["localhost:4700", "[::1]:4700"])("answers to %s", async (host) => {
    expect((await ask("/", { host })).status).toBe(200);
  });

  it.each(["127.0.0.1", "localhost", "[::1]", "localhost:80"])(
    "on the port that browsers leave out answers to %s, and to no other name",
    async (host) => {
      const plain = createPageApp({ page: PAGE, port: () => 80 });
      expect((await plain.request("/", { headers: { host } })).status).toBe(200);
      expect((await plain.request("/", { headers: { host: "evil.example" } })).status).toBe(403);
    },
  );

  it.each([
    "evil.example",
    "evil.example:4700",
    "127.0.0.1",
    "127.0.0.1:4701",
    "127.0.0.1.evil.example:4700",
    "",
  ])("does not answer to the name “%s”", async (host) => {
    const response = await ask("/", { host });
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain("<");
  });

  it.each([
    "/index.html",
    "/..%2fpackage.json",
    "/%2e%2e/package.json",
    "/cli.js",
    "//x",
    "/?x/../../y/z.json#",
  ])("has nothing else: %s", async (path) => {
    const response = await ask(path);
    const text = await response.text();
    if (response.status === 200) expect(text).toBe(PAGE);
    else expect(response.status).toBe(404);
    expect(path.startsWith("/?") ? 200 : 404).toBe(response.status);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])("does not take %s", async (method) => {
    const response = await ask("/", { method });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("puts the file in as data, which cannot end the element that holds it", async () => {
    const text = '{ "name": "</script><script>alert(1)</script><!-- $& $1" }';
    const response = await ask("/", { opened: async () => ({ name: "<b>.json", text }) });
    const page = await response.text();
    expect(page.match(/<script/g)).toHaveLength(1);
    const [, data] = /<script type="application\/json" id="opened">(.*?)<\/script>/s.exec(page)!;
    expect(JSON.parse(data!)).toEqual({ name: "<b>.json", text });
  });

  it("reads the file anew every time, and says so when it is gone", async () => {
    let reads = 0;
    const opened = async () => {
      reads += 1;
      if (reads === 1) return { name: "x.json", text: "{}" };
      throw new InputError([
        { code: "unreadable-file", path: "", message: "there is no file x.json", severity: "error" },
      ]);
    };
    const running = app(opened);
    const headers = { host: `127.0.0.1:${PORT}` };
    expect((await running.request("/", { headers })).status).toBe(200);
    const gone = await running.request("/", { headers });
    expect([gone.status, await gone.text()]).toEqual([500, "there is no file x.json\n"]);
  });
});
