/* Runs with every file of tests, before it: the hook that is made first is called last. */
import { afterAll } from "vitest";
import { removeDatabases } from "./stores";

afterAll(removeDatabases);
