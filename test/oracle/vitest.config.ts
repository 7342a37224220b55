import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL(".", import.meta.url).pathname,
    include: ["*.oracle.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // The comparison prints its worst cases; that is what it is run for.
    disableConsoleIntercept: true,
  },
});
