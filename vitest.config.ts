import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/longest-first";

const alias = {
  "~": fileURLToPath(new URL("./app", import.meta.url)),
  "#drizzle": fileURLToPath(new URL("./drizzle", import.meta.url)),
};
// Generous, because nothing here is about speed: a machine under load must not fail a test.
const slow = { testTimeout: 240_000, hookTimeout: 300_000 };
const withDatabases = { ...slow, globalSetup: "tests/postgres.ts", setupFiles: "tests/leave-nothing.ts" };

export default defineConfig({
  resolve: { alias },
  test: {
    // Vitest leaves one core idle; most of these tests wait for a server or a browser.
    maxWorkers: 2,
    // Files share what they import, which is most of what loading them takes; none leaves anything behind in a module.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: "architecture", include: ["tests/architecture.test.ts"] } },
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/architecture.test.ts", "tests/{store,server,walkthroughs,browser,cluster}/**"],
          ...slow,
        },
      },
      {
        extends: true,
        test: { name: "store", include: ["tests/store/**/*.test.ts"], ...withDatabases },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: ["tests/{server,walkthroughs,browser}/**/*.test.ts"],
          ...withDatabases,
        },
      },
    ],
  },
});
