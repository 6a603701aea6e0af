// Builds the explorer into what the node serves; see ../docs/adr/0042-explorer.md.
import { defineConfig } from "vitest/config";

const at = (path: string): string => decodeURIComponent(new URL(path, import.meta.url).pathname);

export default defineConfig({
  base: "./",
  publicDir: at("public"),
  resolve: { alias: { "@kumiai": at("../client/typescript/src") } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    outDir: at("../rpc/explorer/pages"),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    license: { fileName: "licences.txt" }, // what is bundled asks that its notices go along
    assetsInlineLimit: 0, // the policy allows no data: URLs
    chunkSizeWarningLimit: 1_000,
  },
  test: { include: ["tests/**/*.test.ts"], environment: "node" },
});
