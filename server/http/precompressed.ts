/** Serves `file.br` or `file.gz`, made when the pages were built, in place of `file` to browsers that take it. */
import { existsSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import type { RequestHandler } from "express";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};
const ENCODINGS = [
  { name: "br", extension: ".br" },
  { name: "gzip", extension: ".gz" },
] as const;

/** To stand before the static files of `folder`: it changes which file they serve, and says how it is encoded. */
export function precompressed(folder: string): RequestHandler {
  return (request, response, next) => {
    const type = TYPES[extname(request.path)];
    if (type === undefined || (request.method !== "GET" && request.method !== "HEAD")) return next();
    response.vary("Accept-Encoding");
    const path = normalize(join(folder, request.path));
    const found = path.startsWith(folder + sep)
      ? ENCODINGS.find(
          ({ name, extension }) => takes(request.headers["accept-encoding"], name) && existsSync(path + extension),
        )
      : undefined;
    if (found !== undefined) {
      request.url = request.path + found.extension;
      response.set({ "content-encoding": found.name, "content-type": type });
    }
    next();
  };
}

/** An encoding that is listed, and not with q=0. */
function takes(header: string | string[] | undefined, encoding: string): boolean {
  return String(header ?? "")
    .split(",")
    .some((part) => {
      const [name, ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
      return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    });
}
