import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("../../", import.meta.url).pathname,
    // What takes longer than all others together has a script of its own.
    include: [
      process.env.CLINICSIM_BATTERY === "long"
        ? "tests/battery/*.long-battery.ts"
        : "tests/battery/*.battery.ts",
    ],
    maxWorkers: "100%",
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
  },
});
