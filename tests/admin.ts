import { execFile } from "node:child_process";
import type { Keyhole } from "./keyhole";

/** What `npm run admin -- …` says on the database of a Keyhole, whether that runs or not. @returns how it ended, and its words */
export function admin(env: Keyhole["env"], ...args: string[]): Promise<{ code: number; said: string }> {
  const clean = Object.entries(process.env).filter(([name]) => !/^(VITEST|DATABASE_|DATA_DIR|NODE_ENV)/.test(name));
  return new Promise((done) => {
    execFile(
      process.execPath,
      ["node_modules/tsx/dist/cli.mjs", "app/commands/admin.ts", ...args],
      { env: { ...Object.fromEntries(clean), ...env } as NodeJS.ProcessEnv },
      (error, out, complaints) => done({ code: error ? Number(error.code) : 0, said: (out + complaints).trim() }),
    );
  });
}
