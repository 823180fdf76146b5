import { defineConfig } from "vitest/config";
import base from "./vitest.config";

/** What is about one process, its port or its end, or brings databases and poolers of its own. */
const ofOne = ["demo-command", "kill", "drain", "forgotten", "database-away", "chaos"];

/**
 * The walkthroughs once more, against two processes behind a balancer, PgBouncer, and Postgres with a standby. The demo has
 * an embedded store.
 */
export default defineConfig({
  resolve: base.resolve,
  test: {
    name: "two",
    include: ["tests/walkthroughs/**/*.test.ts", "tests/cluster/**/*.test.ts"],
    exclude: [`tests/walkthroughs/{${ofOne}}.test.ts`],
    env: { KEYHOLE_TWO: "1" },
    globalSetup: "tests/cluster/setup.ts",
    setupFiles: "tests/leave-nothing.ts",
    maxWorkers: 2,
    isolate: false,
    testTimeout: 240_000,
    hookTimeout: 300_000,
  },
});
