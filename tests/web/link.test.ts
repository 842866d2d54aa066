import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LINK_LIMIT, linkOf, readLink, type Shared } from "../../src/web/link/link.ts";
import { squeeze } from "../../src/web/link/squeeze.ts";

const rheum = readFileSync(new URL("../../scenarios/rheum.json", import.meta.url), "utf8");
const changed: Shared = {
  origin: { kind: "shipped", id: "rheum" },
  changes: {
    "staff.triage-nurse.count": 2,
    'specialties.rheumatology.otherWork."phone calls".volume': "9 per business day",
  },
  pinned: {},
};
const fragmentOf = async (content: unknown) => `1.${await squeeze(JSON.stringify(content))}`;

describe("a link", () => {
  it("holds changes to a shipped scenario and what they are compared with, in a few hundred characters", async () => {
    const fragment = await linkOf(changed);
    expect(fragment!.length).toBeLessThan(300);
    expect(fragment).toMatch(/^1\.[A-Za-z0-9_-]+$/);
    expect(await readLink(fragment!)).toEqual(changed);
  });

  it("holds a file whole", async () => {
    const shared: Shared = {
      origin: { kind: "file", name: "ours.json", text: rheum },
      changes: { name: "Ünser “Klinik”" },
    };
    expect(await readLink((await linkOf(shared))!)).toEqual(shared);
  });

  it("is not made where it would be too long to pass on", async () => {
    const noise = Array.from({ length: 40_000 }, (_, i) => ((i * 2_654_435_761) >>> 0).toString(36)).join("");
    expect(await linkOf({ origin: { kind: "file", name: "x", text: noise }, changes: {} })).toBeUndefined();
  });

  it("is not made of more changes than one is read with", async () => {
    const changes = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`staff.team-${i}.count`, 1]));
    const origin = { kind: "shipped", id: "rheum" } as const;
    const most = { origin, changes: changes(200) };
    expect(await readLink((await linkOf(most))!)).toEqual(most);
    expect(await linkOf({ origin, changes: changes(201) })).toBeUndefined();
    expect(await linkOf({ origin, changes: {}, pinned: changes(201) })).toBeUndefined();
  });

  it.each([
    ["nothing", ""],
    ["another version", "2.abc"],
    ["letters that mean nothing", "1.abcdef"],
    ["signs that base64 does not have", "1.%%%"],
    ["more than is ever made", `1.${"A".repeat(LINK_LIMIT)}`],
  ])("is refused when it is %s", async (_, fragment) => {
    expect(await readLink(fragment)).toBeUndefined();
  });

  it.each([
    ["no object", 7],
    ["no scenario", { c: {} }],
    ["a path instead of an id", { s: "../secret", c: {} }],
    ["a file without a text", { n: "x", c: {} }],
    ["changes that are a list", { s: "rheum", c: [1] }],
    ["pinned changes that are a text", { s: "rheum", c: {}, p: "x" }],
    [
      "more changes than a patch has",
      { s: "rheum", c: Object.fromEntries(Array.from({ length: 201 }, (_, i) => [i, 1])) },
    ],
  ])("is refused when it holds %s", async (_, content) => {
    expect(await readLink(await fragmentOf(content))).toBeUndefined();
  });

  it("is refused when it is cut", async () => {
    const fragment = (await linkOf(changed))!;
    expect(await readLink(fragment.slice(0, -6))).toBeUndefined();
  });

  it("does not fill the memory when it unpacks to far more than it is", async () => {
    const bomb = await fragmentOf({ n: "x", t: "0".repeat(20_000_000), c: {} });
    expect(bomb.length).toBeLessThan(LINK_LIMIT);
    expect(await readLink(bomb)).toBeUndefined();
  });
});
