/**
 * Who may import whom. `npm run test:slow` runs these rules (tests/architecture/floors.slow.test.ts); by hand:
 * `npx depcruise --config tests/config/dependency-cruiser.mjs src`.
 */
import { FLOORS } from "./floors.mjs";

/** What neighbours on the ground may take from each other. */
const GROUND = { random: [], stats: ["random"], results: ["stats"] };

/** Packages that may be imported, and the floors that may do it. */
const PACKAGES = {
  seedrandom: ["random"],
  mathjs: ["scenario"],
  zod: ["scenario"],
  "jsonc-parser": ["scenario"],
  "@noble/hashes": ["scenario", "experiment", "report"],
  "fast-csv": ["node"],
  "hyparquet-writer": ["node"],
  piscina: ["node"],
  bullmq: ["node"],
  ioredis: ["node"],
  vega: ["node", "web"],
  "vega-interpreter": ["web"],
  "vega-lite": ["node", "web"],
  "temporal-polyfill": ["node", "web"],
  hono: ["node"],
  "@hono/node-server": ["node"],
  preact: ["web"],
  "@preact/signals": ["web"],
  comlink: ["web"],
  uplot: ["web"],
  commander: ["cli"],
  "cli-progress": ["cli"],
};

const either = (names) => `(${names.join("|")})`;
const inside = (floors) => `^src/${either(floors)}/`;

const floorsOnlyGoDown = FLOORS.flatMap((here, index) => {
  const above = FLOORS.slice(0, index).flat();
  return above.length === 0
    ? []
    : [
        {
          name: `${here.join("-")}-looks-down-only`,
          severity: "error",
          comment: `${here.join(", ")} must not know ${above.join(", ")}: hand in what you need as an argument or an interface of this floor, and let the floor above fill it.`,
          from: { path: inside(here) },
          to: { path: inside(above) },
        },
      ];
});

const neighboursKeepApart = [
  {
    name: "node-and-web-keep-apart",
    severity: "error",
    comment:
      "node/ and web/ are two ways to the same floors below: move what both need down, to report/ or experiment/.",
    from: { path: "^src/(node|web)/" },
    to: { path: inside(["node", "web"]), pathNot: "^src/$1/" },
  },
  ...Object.entries(GROUND).map(([floor, taken]) => ({
    name: `${floor}-stands-alone`,
    severity: "error",
    comment: `${floor}/ is used by everybody and takes ${taken.length === 0 ? "nothing" : `only ${taken.join(", ")}`} from its neighbours: join them one floor up, in the code that uses both.`,
    from: { path: `^src/${floor}/` },
    to: { path: inside(Object.keys(GROUND).filter((other) => other !== floor && !taken.includes(other))) },
  })),
];

const packagesHaveTheirFloor = Object.entries(PACKAGES).map(([name, floors]) => ({
  name: `${name.replaceAll(/[@/]/g, "")}-has-its-floor`,
  severity: "error",
  comment: `${name} belongs to ${floors.join(" and ")}: call what that floor's index.ts offers, so that the package can be replaced in one place.`,
  from: { path: "^src/", pathNot: inside(floors) },
  to: { path: `(^|node_modules/)${name}(/|$)` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...floorsOnlyGoDown,
    ...neighboursKeepApart,
    ...packagesHaveTheirFloor,
    {
      name: "only-through-the-index",
      severity: "error",
      comment:
        "Import another floor from its index.ts; if the thing is not there, it is private: ask whether it should be public, and if so export it there.",
      from: { path: "^src/([^/]+)/" },
      to: { path: "^src/[^/]+/", pathNot: ["^src/$1/", "^src/[^/]+/index\\.ts$"] },
    },
    {
      name: "the-package-entry-goes-through-the-index-too",
      severity: "error",
      comment:
        "src/index.ts is the package's list of public things: export them from the floor's index.ts first.",
      from: { path: "^src/[^/]+\\.ts$" },
      to: { path: "^src/[^/]+/", pathNot: "^src/[^/]+/index\\.ts$" },
    },
    {
      name: "the-package-entry-is-for-users",
      severity: "error",
      comment:
        "src/index.ts is what users of the package import; inside, import the floor that owns the thing.",
      from: { path: "^src/" },
      to: { path: "^src/index\\.ts$" },
    },
    {
      name: "common-ground-knows-no-floor",
      severity: "error",
      comment: "errors.ts, units.ts and version.ts may be used by all floors, so they must not need any.",
      from: { path: "^src/(errors|units|version)\\.ts$" },
      to: { path: "^src/" },
    },
    {
      name: "version-is-for-the-edge",
      severity: "error",
      comment:
        "version.ts holds the hash of the pure bundle, so nothing in that bundle can import it: pass the engine in from cli/ or node/.",
      from: { path: "^src/", pathNot: inside(["cli", "node", "web"]) },
      to: { path: "^src/version\\.ts$" },
    },
    {
      name: "node-only-at-the-edge",
      severity: "error",
      comment:
        "Only cli/ and node/ may use Node's own modules: everything below runs in a browser too. Read or write in node/ and pass plain data down.",
      from: { path: "^src/", pathNot: inside(["cli", "node"]) },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-cycles",
      severity: "error",
      comment:
        "Two files that run each other are one thing or hide a third: move what both use into a file of its own. (Types may name each other.)",
      from: { path: "^src/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "every-package-is-listed",
      severity: "error",
      comment:
        "This package has no floor yet: prefer none; otherwise add it, with its floor, to PACKAGES in tests/config/dependency-cruiser.mjs.",
      from: { path: "^src/" },
      to: {
        dependencyTypes: ["npm", "npm-dev", "npm-no-pkg", "npm-optional", "npm-peer", "npm-unknown"],
        pathNot: [`(^|node_modules/)${either(Object.keys(PACKAGES))}(/|$)`, "node_modules/@types/"],
      },
    },
    {
      name: "src-stands-without-tests",
      severity: "error",
      comment: "What ships must not import tests: move the shared thing into src/.",
      from: { path: "^src/" },
      to: { path: "^tests/" },
    },
    {
      name: "no-missing-files",
      severity: "error",
      comment: "This import leads nowhere: check its spelling and its .ts ending.",
      from: { path: "^src/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
