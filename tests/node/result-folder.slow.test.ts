import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Plan } from "../../src/experiment/index.ts";
import { findResult } from "../../src/node/find-result.ts";
import { MANIFEST, manifestText } from "../../src/node/manifest.ts";
import { ResultFolder } from "../../src/node/result-folder.ts";

const root = mkdtempSync(join(tmpdir(), "clinicsim-result-"));
afterAll(() => rmSync(root, { recursive: true }));

const plan: Plan = {
  engine: "engine-1",
  scenario: '{"name":"x"}',
  offsets: { atStart: 0, changes: [] },
  seed: 1,
  replications: [1, 2],
  keep: "responses",
};
const columns = [
  { name: "replication", doc: "number of the replication" },
  { name: "wait_min", unit: "min", doc: "a wait" },
];

async function save(name: string, { replace = false, value = 7 } = {}) {
  const folder = await ResultFolder.create(root, name);
  await folder.append({ file: "replications.csv", columns, rows: [[1, value]] });
  await folder.append({ file: "replications.csv", columns, rows: [[2, 8]] });
  await folder.write("summary.json", "{}\n");
  await folder.write(MANIFEST, manifestText(plan, await folder.finishSheets(), "0.0.0"));
  await folder.commit(replace);
  return folder.path;
}

describe("a result folder", () => {
  test("appears whole: its sheets, its texts, and a manifest that knows them", async () => {
    const path = await save("whole");
    expect(readdirSync(path).sort()).toEqual(["manifest.json", "replications.csv", "summary.json"]);
    expect(readFileSync(join(path, "replications.csv"), "utf8")).toBe("replication,wait_min\n1,7\n2,8\n");
    const manifest = JSON.parse(readFileSync(join(path, MANIFEST), "utf8"));
    expect(manifest).toMatchObject({
      engine: "engine-1",
      seedPlan: { seed: 1, first: 1, last: 2, count: 2 },
    });
    expect(manifest.files["replications.csv"]).toMatchObject({ rows: 2, columns });
    expect(readdirSync(root)).toEqual(["whole"]);
  });

  test("is found again by its plan, and by no other", async () => {
    const path = await save("again");
    expect(await findResult(path, plan)).toEqual({ state: "same" });
    expect(await findResult(join(root, "elsewhere"), plan)).toEqual({ state: "absent" });
    for (const other of [
      { seed: 2 },
      { engine: "engine-2" },
      { replications: [1] },
      { scenario: '{"name":"y"}' },
    ]) {
      expect(await findResult(path, { ...plan, ...other })).toMatchObject({ state: "different" });
    }
  });

  test("in which somebody changed a file, or took one away, is no longer the result", async () => {
    const path = await save("changed");
    appendFileSync(join(path, "replications.csv"), "3,9\n");
    expect(await findResult(path, plan)).toMatchObject({ why: "replications.csv is not as it was written" });
    rmSync(join(path, "replications.csv"));
    expect(await findResult(path, plan)).toMatchObject({ state: "different" });
    writeFileSync(join(path, MANIFEST), "{");
    expect(await findResult(path, plan)).toMatchObject({ state: "different" });
    writeFileSync(join(root, "a-file"), "");
    expect(await findResult(join(root, "a-file"), plan)).toMatchObject({ why: "it is not a folder" });
  });

  test("never lands on another one unless it is told to", async () => {
    const path = await save("taken");
    await expect(save("taken", { value: 99 })).rejects.toThrow(/EEXIST|ENOTEMPTY/);
    expect(readFileSync(join(path, "replications.csv"), "utf8")).toContain("1,7\n");
    await save("taken", { replace: true, value: 99 });
    expect(readFileSync(join(path, "replications.csv"), "utf8")).toContain("1,99\n");
  });

  test("that is given up leaves nothing", async () => {
    const before = readdirSync(root).filter((name) => !name.startsWith(".unfinished"));
    const folder = await ResultFolder.create(root, "given-up");
    await folder.append({ file: "replications.csv", columns, rows: [[1, 1]] });
    await folder.discard();
    expect(readdirSync(root).filter((name) => name.includes("given-up"))).toEqual([]);
    expect(readdirSync(root)).toEqual(expect.arrayContaining(before));
  });

  test("takes no file name that leads out of it", async () => {
    const folder = await ResultFolder.create(root, "inside");
    await expect(folder.write("../outside.txt", "x")).rejects.toThrow("no name for a result file");
    await folder.discard();
    expect(existsSync(join(root, "outside.txt"))).toBe(false);
  });

  test("whose writer is killed is not there, and the next one clears the rest away", async () => {
    const killed = join(root, "killed");
    const script = `
      import { ResultFolder } from ${JSON.stringify(new URL("../../src/node/result-folder.ts", import.meta.url).href)};
      const folder = await ResultFolder.create(${JSON.stringify(killed)}, "result");
      const columns = [{ name: "a", doc: "a" }];
      console.log("writing");
      for (let i = 0; ; i++) await folder.append({ file: "rows.csv", columns, rows: Array(1000).fill([i]) });
    `;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
    await once(child.stdout, "data");
    while (!readdirSync(killed).some((name) => name.endsWith("result"))) {
      await new Promise((wake) => setTimeout(wake, 5));
    }
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(existsSync(join(killed, "result"))).toBe(false);
    expect(readdirSync(killed)).toHaveLength(1);
    await (await ResultFolder.create(killed, "next")).commit(false);
    expect(readdirSync(killed)).toEqual(["next"]);
  });

  test("that made room for one that never came is put back", async () => {
    const killed = mkdtempSync(join(root, "replaced-"));
    const draft = await ResultFolder.create(killed, "next");
    const [mine] = readdirSync(killed).filter((name) => name.startsWith(".unfinished-"));
    await draft.discard();
    const gone = 2 ** 22 + 1; // above the largest process id
    const old = mine!.replace(/-\d+-\d+-next$/, `-${gone}-0-result-old`);
    mkdirSync(join(killed, old));
    writeFileSync(join(killed, old, "rows.csv"), "a\n1\n");
    await (await ResultFolder.create(killed, "next")).commit(false);
    expect(readdirSync(killed).sort()).toEqual(["next", "result"]);
    expect(readFileSync(join(killed, "result", "rows.csv"), "utf8")).toBe("a\n1\n");
  });
});
