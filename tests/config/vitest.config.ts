import { defineConfig } from "vitest/config";

/** The one file of mathjs that src/ uses: all of it costs every test file a second, and only bundlers leave the rest out. */
const units = new URL("../../node_modules/mathjs/lib/esm/type/unit/Unit.js", import.meta.url).pathname;

export default defineConfig({
  resolve: { alias: [{ find: /^mathjs$/, replacement: units }] },
  test: {
    root: new URL("../../", import.meta.url).pathname,
    include: ["tests/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
