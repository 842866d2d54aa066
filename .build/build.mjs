#!/usr/bin/env node
/**
 * Builds dist/ from src/:
 *
 *   dist/engine.js   all pure floors in one minified file, each under its name: its SHA-256 is the engine hash, and a browser
 *                    can load it
 *   dist/index.js, dist/kernel.js, dist/random.js, dist/stats.js
 *                    package entries without a word of Node, and the two files that they share: dist/clinic.js, the floors
 *                    that a scenario always needs together, and dist/common.js, errors and units
 *   dist/cli.js, dist/worker.js, dist/node.js
 *                    what needs Node, with chunks for what loads later
 *                    Each imports the others instead of holding copies, so that `error instanceof InputError` holds across
 *                    package entries.
 *   dist/report-page.js
 *                    what runs in a report's page, in one file without imports; it is written into the page
 *   dist/web/index.html
 *                    the what-if page, see page.mjs
 *   dist/types/      declarations of the package entries
 *   dist/build.json  what this build was made from
 *
 * Every .js file lies flat in dist/, so `new URL("./worker.js", import.meta.url)` is right from any of them.
 *
 * --if-stale  do nothing when dist/ was built from these very sources (`npm ci` and `npx` both ask)
 * --js-only   leave the declarations out (tests ask; the next full build adds them)
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { PURE_FLOORS } from "../tests/config/floors.mjs";
import { buildPage } from "./page.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const cache = join(root, "node_modules", ".cache");

/** What no package entry offers alone and every scenario needs is in two files: each file more delays every start. */
const TOGETHER = {
  common: ["errors.ts", "units.ts"],
  clinic: ["results", "model", "scenario", "experiment", "report"].map((floor) => `${floor}/index.ts`),
};
/** The pure floors that have a file of their own, and the two files with several in them. */
const PURE = { index: "index.ts" };
for (const floor of PURE_FLOORS) {
  if (!TOGETHER.clinic.includes(`${floor}/index.ts`)) PURE[floor] = `${floor}/index.ts`;
}
const NODE = { cli: "cli/main.ts", worker: "node/worker.ts", node: "node/index.ts" };
/** Not bundled: piscina starts threads from files of its own, and only those who use a queue install what that needs. */
const EXTERNAL = ["piscina", "bullmq", "ioredis"];

const TARGET = ["es2023", "node20.19"];
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Absolute paths of the files under `folder`, sorted. */
async function filesUnder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Hash of everything a build is made from. */
async function fingerprint() {
  const hash = createHash("sha256");
  const files = [
    ...(await filesUnder(join(root, "src"))),
    ...(await filesUnder(join(root, "scenarios"))).filter((file) => /\.(json|csv)$/.test(file)), // in the page
    ...["package.json", "package-lock.json", "tsconfig.json"].map((name) => join(root, name)),
    ...["tsconfig.build.json", "floors.mjs"].map((name) => join(root, "tests", "config", name)),
    ...(await filesUnder(join(root, ".build"))),
  ];
  for (const file of files)
    hash
      .update(file.slice(root.length))
      .update("\0")
      .update(await readFile(file))
      .update("\0");
  return hash.digest("hex");
}

const readBuild = (folder) => readFile(join(folder, "build.json"), "utf8").then(JSON.parse, () => undefined);

/** Resolves an import of what has a file of its own in dist/, or is one of several in a file there, to that file. */
const builtOnce = {
  name: "built-once",
  setup(build) {
    const built = new Map(
      [
        ...Object.entries({ ...PURE, ...NODE }),
        ...Object.entries(TOGETHER).flatMap(([name, files]) => files.map((file) => [name, file])),
      ].map(([name, file]) => [join(root, "src", file), name]),
    );
    const inside = (name, importer) =>
      importer === name ||
      TOGETHER[name]?.some(
        (file) => file.includes("/") && importer.startsWith(join(root, "src", dirname(file), "/")),
      );
    build.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, importer }) => {
      const name = built.get(resolve(resolveDir, path));
      if (name === undefined || inside(name, importer)) return undefined;
      return { path: `./${name}.js`, external: true, sideEffects: false };
    });
    build.onResolve({ filter: /^together:/ }, ({ path }) => ({
      path: path.slice("together:".length),
      namespace: "together",
    }));
    build.onLoad({ filter: /./, namespace: "together" }, ({ path }) => ({
      contents: TOGETHER[path].map((file) => `export * from "./${file}";`).join("\n"),
      resolveDir: join(root, "src"),
    }));
  },
};

/** For verbs that are programs of their own, which clinicsim has none of, commander loads a module that slows every start. */
const noChildProcessForCommander = {
  name: "no-child-process-for-commander",
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /node_modules[\\/]commander[\\/]/.test(importer) ? { path, namespace: "left-out" } : undefined,
    );
    build.onLoad({ filter: /./, namespace: "left-out" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** Transforms of vega that no picture of a report uses: maps, forces, trees and the like are a fifth of it. */
const UNUSED_BY_PICTURES = /^vega-(geo|force|hierarchy|label|regression|voronoi|wordcloud|crossfilter)$/;

const onlyUsedTransforms = {
  name: "only-used-transforms",
  setup(build) {
    build.onResolve({ filter: UNUSED_BY_PICTURES }, ({ path }) => ({ path, namespace: "unused" }));
    build.onLoad({ filter: /./, namespace: "unused" }, () => ({ contents: "export {};" }));
  },
};

/** What the ids of published sources stand for, as the what-if page has it. */
async function evidenceSources() {
  const { parseString } = await import("fast-csv");
  const text = await readFile(join(root, "scenarios", "evidence.csv"), "utf8");
  const rows = await parseString(text, { headers: true }).toArray();
  return rows.map(({ id, citation, doi_or_url: link }) => ({ id, citation, link }));
}

/** Text of the licences of the packages that went into the bundles. */
async function thirdPartyLicences(inputs) {
  const packages = new Map();
  for (const input of inputs) {
    const name = /^(?:.*\/)?(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (name !== undefined) packages.set(input.slice(0, input.indexOf(name) + name.length), name);
  }
  const parts = [];
  for (const folder of [...packages.keys()].sort()) {
    const manifest = JSON.parse(await readFile(join(root, folder, "package.json"), "utf8"));
    const files = (await readdir(join(root, folder)))
      .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
      .sort();
    const texts = await Promise.all(files.map((name) => readFile(join(root, folder, name), "utf8")));
    parts.push(
      [
        `${manifest.name} ${manifest.version} (${manifest.license})`,
        ...texts.map((text) => text.trim()),
      ].join("\n\n"),
    );
  }
  return `clinicsim contains code of these packages.\n\n${parts.join("\n\n----\n\n")}\n`;
}

/** Runs the compiler for the declarations; rejects with what it printed. */
function emitTypes(outDir) {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const child = spawn(
    process.execPath,
    [tsc, "-p", join(root, "tests", "config", "tsconfig.build.json"), "--outDir", outDir],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => (code === 0 ? done() : failed(new Error(`declarations failed\n${printed}`))));
  });
}

async function buildInto(out, { source, types }) {
  const esbuild = await import("esbuild");
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const src = (entries) =>
    Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(root, "src", file)]));
  const shared = {
    absWorkingDir: root,
    bundle: true,
    format: "esm",
    target: TARGET,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
  };

  const typesDone = types ? emitTypes(join(out, "types")) : Promise.resolve();
  typesDone.catch(() => {}); // reported below, after the bundles

  const engineFile = join(out, "engine.js");
  const floors = PURE_FLOORS.map((floor) => `export * as ${floor} from "./${floor}/index.ts";`);
  await esbuild.build({
    ...shared,
    stdin: { contents: floors.join("\n"), resolveDir: join(root, "src") },
    outfile: engineFile,
    platform: "browser",
    minify: true,
  });
  const engine = sha256(await readFile(engineFile));
  const define = {
    __CLINICSIM_VERSION__: JSON.stringify(version),
    __CLINICSIM_ENGINE__: JSON.stringify(engine),
  };
  const reportPage = await esbuild.build({
    ...shared,
    entryPoints: [join(root, "src", "web", "page", "main.ts")],
    outfile: join(out, "report-page.js"),
    format: "iife",
    platform: "browser",
    target: ["es2022"],
    minify: true,
    metafile: true,
    plugins: [onlyUsedTransforms],
  });
  const page = buildPage({
    root,
    outDir: join(out, "web"),
    define: {
      ...define,
      __CLINICSIM_REPORT_PAGE__: JSON.stringify(await readFile(join(out, "report-page.js"), "utf8")),
      __CLINICSIM_SOURCES__: JSON.stringify(await evidenceSources()),
    },
    unused: UNUSED_BY_PICTURES,
  });
  page.catch(() => {}); // reported below, too

  // Names stay, for stack traces; without white space and comments the command starts measurably sooner.
  const folder = {
    ...shared,
    outdir: out,
    splitting: true,
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    plugins: [builtOnce],
  };
  const pure = await esbuild.build({
    ...folder,
    entryPoints: {
      ...src(PURE),
      ...Object.fromEntries(Object.keys(TOGETHER).map((name) => [name, `together:${name}`])),
    },
    platform: "browser",
    chunkNames: "pure-[hash]",
  });
  const forNode = {
    ...folder,
    platform: "node",
    external: EXTERNAL,
    define,
    // Bundled CommonJS packages ask for Node's own modules by require, which an ES module does not have.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module";\nconst require = __createRequire(import.meta.url);',
    },
  };
  const { cli: command, ...others } = src(NODE);
  const node = await esbuild.build({ ...forNode, entryPoints: others, chunkNames: "node-[hash]" });
  const cli = await esbuild.build({
    ...forNode,
    entryPoints: { cli: command },
    chunkNames: "cli-[hash]",
    plugins: [builtOnce, noChildProcessForCommander],
  });

  // esbuild writes 0644, and npm sets a bin's mode only when it installs it.
  const bin = join(out, "cli.js");
  await writeFile(bin, `#!/usr/bin/env node\n${await readFile(bin, "utf8")}`);
  await chmod(bin, 0o755);
  await writeFile(
    join(out, "THIRD-PARTY-LICENCES.txt"),
    await thirdPartyLicences([
      ...[pure, node, cli, reportPage].flatMap(({ metafile }) => Object.keys(metafile.inputs)),
      ...(await page),
    ]),
  );
  await typesDone;
  await writeFile(
    join(out, "build.json"),
    `${JSON.stringify({ version, engine, source, types }, null, 2)}\n`,
  );
}

/** Holds other builds of this tree off while `work` runs. */
async function alone(work) {
  const lock = join(cache, "clinicsim-build.lock");
  await mkdir(cache, { recursive: true });
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const age =
        Date.now() -
        (await stat(lock).then(
          (s) => s.mtimeMs,
          () => Date.now(),
        ));
      if (age > 180_000)
        await rm(lock, { recursive: true, force: true }); // its owner died
      else await new Promise((wake) => setTimeout(wake, 100));
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

const flags = new Set(process.argv.slice(2));
const dist = join(root, "dist");
const types = !flags.has("--js-only");

await alone(async () => {
  const source = await fingerprint();
  const present = await readBuild(dist);
  if (flags.has("--if-stale") && present?.source === source && (present.types || !types)) return;

  const out = join(cache, `clinicsim-dist-${process.pid}`);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  try {
    await buildInto(out, { source, types });
    await rm(dist, { recursive: true, force: true });
    await rename(out, dist);
  } catch (error) {
    await rm(dist, { recursive: true, force: true }); // rather no build than one of other sources
    throw error;
  } finally {
    await rm(out, { recursive: true, force: true });
  }
  const built = await readBuild(dist);
  process.stdout.write(
    `built ${basename(dist)}/ · clinicsim ${built.version} · engine ${built.engine.slice(0, 12)}\n`,
  );
}).catch((error) => {
  process.stderr.write(`${error.message ?? error}\n`);
  process.exitCode = 1;
});
