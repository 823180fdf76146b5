import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Our pages are documents without a client runtime, so a changed module reloads the page. */
const reloadDocuments: Plugin = {
  name: "reload-documents",
  handleHotUpdate({ file, server }) {
    if (/\.(tsx?|md|yaml)$/.test(file)) server.ws.send({ type: "full-reload" });
  },
};

export default defineConfig({
  resolve: {
    alias: {
      "~": fileURLToPath(new URL("./app", import.meta.url)),
      "#drizzle": fileURLToPath(new URL("./drizzle", import.meta.url)),
    },
  },
  plugins: [remix(remixConfig), reloadDocuments],
  // A data: URL would need a wider content security policy.
  build: { assetsInlineLimit: 0, target: "es2022" },
  worker: { format: "es" },
  // The client scan of development must not follow a server's native module.
  optimizeDeps: { exclude: ["@node-rs/argon2"] },
  server: { middlewareMode: true },
});
