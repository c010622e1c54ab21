/** The built pages: one HTML file a page, and its parts under names that change with their content. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Router, static as staticFiles } from "express";
import { problem } from "../problems.ts";
import { projectRoot } from "../root.ts";
import { precompressed } from "./precompressed.ts";

/** Express patterns → file in dist/web. */
const PAGES: readonly (readonly [patterns: readonly string[], file: string])[] = [
  [["/"], "start.html"],
  [["/svara/:token"], "answer.html"],
  [["/logga-in", "/logga-in/:token", "/utredning", "/utredning/*rest"], "desk.html"],
  [["/tillganglighet"], "tillganglighet.html"],
  [["/om-uppgifterna"], "om-uppgifterna.html"],
];

export function pages(folder: string = join(projectRoot, "dist/web")): Router {
  const router = Router();
  const assets = join(folder, "assets");
  router.use(
    "/assets",
    precompressed(assets),
    staticFiles(assets, { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  for (const [patterns, file] of PAGES) {
    router.get([...patterns], (_request, response) => {
      if (!existsSync(join(folder, file))) throw problem("web-not-built");
      response.set({ "cache-control": "no-cache", "x-robots-tag": "noindex" });
      response.sendFile(file, { root: folder });
    });
  }
  router.use(staticFiles(folder, { index: false, maxAge: "1h" }));
  return router;
}
