import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("../../", import.meta.url).pathname,
    include: ["tests/battery/**/*.battery.ts"],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
  },
});
