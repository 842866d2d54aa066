#!/usr/bin/env node
/**
 * Proves the package as its users get it: packs it, installs the tarball elsewhere, runs every clinicsim command of the installed
 * README from there, uses each package entry from JavaScript and TypeScript, then builds and packs again and compares.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "clinicsim-installed-"));

function run(command, args, cwd, env = {}) {
  console.log(`$ ${[command, ...args].join(" ")}`);
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status ?? error}`);
}

function folder(name) {
  mkdirSync(join(scratch, name), { recursive: true });
  return join(scratch, name);
}

function pack(name) {
  run("npm", ["pack", "--silent", "--pack-destination", folder(name)], root);
  const [file] = readdirSync(join(scratch, name));
  return join(scratch, name, file);
}

/** The clinicsim commands in the README's shell blocks, in order, without a leading `npx`. */
function commandsOf(readme) {
  const blocks = [...readme.matchAll(/^```(?:bash|sh|console)\n([\s\S]*?)^```/gm)].map(([, block]) => block);
  return blocks
    .flatMap((block) => block.split("\n"))
    .flatMap((line) =>
      line
        .replace(/^\$ /, "")
        .replace(/\s#.*$/, "")
        .split("&&"),
    )
    .map((command) => command.trim().replace(/^npx /, ""))
    .filter((command) => command.startsWith("clinicsim "));
}

function asCommand(tarball) {
  const prefix = folder("prefix");
  run("npm", ["install", "--global", "--prefix", prefix, tarball], scratch);
  const installed = join(prefix, "lib", "node_modules", "clinicsim");
  const elsewhere = folder("elsewhere");
  cpSync(join(installed, "scenarios"), join(elsewhere, "scenarios"), { recursive: true });
  const commands = commandsOf(readFileSync(join(installed, "README.md"), "utf8"));
  if (commands.length === 0) throw new Error("the README shows no clinicsim command");
  const env = { PATH: `${join(prefix, "bin")}:${process.env.PATH}` };
  for (const command of commands) run("bash", ["-euo", "pipefail", "-c", command], elsewhere, env);
}

const USE = `
import { InputError, parseScenario } from "clinicsim";
import { Simulation } from "clinicsim/kernel";
import { createStream } from "clinicsim/random";
import * as stats from "clinicsim/stats";
import * as node from "clinicsim/node";

const simulation = new Simulation();
let seen = 0;
simulation.schedule(createStream(1, 1, "arrivals").open(), () => { seen += 1; });
simulation.run();
const parsed = parseScenario("{}");
if (seen !== 1 || parsed.issues.length === 0 || new InputError([]).name !== "InputError") throw new Error("the package does not work");
if (Object.keys(stats).length === 0 || Object.keys(node).length === 0) throw new Error("an entry is empty");
console.log("every entry can be used");
`;

function asLibrary(tarball) {
  const consumer = folder("consumer");
  writeFileSync(
    join(consumer, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" }),
  );
  run("npm", ["install", tarball], consumer);
  writeFileSync(join(consumer, "use.ts"), USE);
  writeFileSync(join(consumer, "use.mjs"), USE);
  run(process.execPath, ["use.mjs"], consumer);
  const options = {
    strict: true,
    noEmit: true,
    target: "ES2023",
    module: "NodeNext",
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
  };
  writeFileSync(
    join(consumer, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, files: ["use.ts"] }),
  );
  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "."], consumer);
}

try {
  const tarball = pack("packed");
  asCommand(tarball);
  asLibrary(tarball);
  run("npm", ["run", "--silent", "build"], root);
  run("npx", ["clinicsim", "--version"], root);
  if (!readFileSync(pack("packed-again")).equals(readFileSync(tarball)))
    throw new Error("packing twice gave two packages");
  console.log("packing again gave the same bytes");
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
