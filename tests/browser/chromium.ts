import fs from "node:fs";
import path from "node:path";
import { type Browser, chromium } from "playwright-core";

/** CHROMIUM_PATH, else the first Chromium or Chrome on PATH. */
export function findChromium(): string | undefined {
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const found = names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => fs.existsSync(file));
  return process.env.CHROMIUM_PATH || found;
}

/**
 * @param more arguments beside ours
 * @throws when there is none; browser tests are skipped, loudly, before they get here
 */
export function openChromium(more: string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("No Chromium was found.");
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({
    executablePath,
    args: [...root, "--disable-quic", "--disable-background-networking", "--no-first-run", ...more],
  });
}
