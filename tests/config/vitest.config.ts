import { configDefaults, defineConfig } from "vitest/config";

/** The one file of mathjs that src/ uses: all of it costs every test file a second, and only bundlers leave the rest out. */
const units = new URL("../../node_modules/mathjs/lib/esm/type/unit/Unit.js", import.meta.url).pathname;

/** `npm run test:slow`: what starts browsers, servers and processes again and again, or takes seconds of statistics. */
const IS_SLOW = process.env.CLINICSIM_TESTS === "slow";
const SLOW = "tests/**/*.slow.test.ts";
const NOT_THESE = IS_SLOW ? [...configDefaults.exclude] : [...configDefaults.exclude, SLOW];
const named = (folder: string) => `tests/${folder}/**/*${IS_SLOW ? ".slow" : ""}.test.ts`;

/** Folders whose tests touch files, processes or a browser. */
const EDGE = ["architecture", "cli", "node", "page", "portability", "readme", "web"].map(named);

export default defineConfig({
  resolve: { alias: [{ find: /^mathjs$/, replacement: units }] },
  test: {
    root: new URL("../../", import.meta.url).pathname,
    testTimeout: IS_SLOW ? 300_000 : 60_000,
    hookTimeout: 600_000,
    setupFiles: ["tests/config/fast-check.ts"],
    pool: "threads",
    // As many as there are cores: by itself vitest leaves one of them idle, half of a machine with two.
    maxWorkers: "100%",
    projects: [
      { extends: true, test: { name: "edge", include: EDGE, exclude: NOT_THESE, isolate: IS_SLOW } },
      {
        // Pure code keeps nothing between tests, so its modules load once for all of them.
        extends: true,
        test: {
          name: "pure",
          include: [named("**")],
          exclude: [...NOT_THESE, ...EDGE],
          isolate: false,
        },
      },
    ],
  },
});
