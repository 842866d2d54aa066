import { configDefaults, defineConfig } from "vitest/config";

/** The one file of mathjs that src/ uses: all of it costs every test file a second, and only bundlers leave the rest out. */
const units = new URL("../../node_modules/mathjs/lib/esm/type/unit/Unit.js", import.meta.url).pathname;

/** Folders whose tests start processes or share files, and so get their modules afresh for each file. */
const EDGE = ["architecture", "cli", "node", "page", "portability", "readme", "web"].map(
  (folder) => `tests/${folder}/**/*.test.ts`,
);

export default defineConfig({
  resolve: { alias: [{ find: /^mathjs$/, replacement: units }] },
  test: {
    root: new URL("../../", import.meta.url).pathname,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    setupFiles: ["tests/config/fast-check.ts"],
    pool: "threads",
    projects: [
      { extends: true, test: { name: "edge", include: EDGE } },
      {
        // Pure code keeps nothing between tests, so its modules load once for all of them.
        extends: true,
        test: {
          name: "pure",
          include: ["tests/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...EDGE],
          isolate: false,
        },
      },
    ],
  },
});
