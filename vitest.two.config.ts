import { defineConfig } from "vitest/config";
import base from "./vitest.config";

/**
 * The walkthroughs once more, against two processes behind a balancer, PgBouncer, and Postgres with a standby. The demo,
 * which has an embedded store, stays out, and so do the fifty kills, which say nothing more of two than of one.
 */
export default defineConfig({
  resolve: base.resolve,
  test: {
    name: "two",
    include: ["tests/walkthroughs/**/*.test.ts", "tests/cluster/**/*.test.ts", "tests/server/signing-in.test.ts"],
    exclude: ["tests/walkthroughs/{demo-command,kill}.test.ts"],
    env: { KEYHOLE_TWO: "1" },
    globalSetup: "tests/cluster/setup.ts",
    setupFiles: "tests/leave-nothing.ts",
    maxWorkers: 2,
    isolate: false,
    testTimeout: 240_000,
    hookTimeout: 300_000,
  },
});
