/** The frame around a page that the server writes: what the build has put in the head of `board.html`. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { problem } from "../problems.ts";
import { projectRoot } from "../root.ts";

const BUILT = join(projectRoot, "dist/web");

/**
 * Links, styles and the script of the built page, without its title.
 *
 * @throws {Problem} `web-not-built`
 */
export function boardShell(folder: string = BUILT): string {
  const path = join(folder, "board.html");
  if (!existsSync(path)) throw problem("web-not-built");
  const [, head = ""] = /<head>([\s\S]*?)<\/head>/.exec(readFileSync(path, "utf8")) ?? [];
  return head.replace(/<title>[^<]*<\/title>/, "").trim();
}

/**
 * The styles of the built page as one text, with its fonts as data: what a file needs that stands alone.
 *
 * @throws {Problem} `web-not-built`
 */
export function boardStyles(folder: string = BUILT): string {
  const sheets = [...boardShell(folder).matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)];
  return sheets
    .map(([link]) => /href="([^"]+)"/.exec(link)?.[1] ?? "")
    .map((address) => readFileSync(join(folder, address), "utf8"))
    .join("\n")
    .replace(/url\(["']?([^"')]+\.woff2)["']?\)/g, (_, address: string) => {
      const bytes = readFileSync(join(folder, address.startsWith("/") ? address : `assets/${address}`));
      return `url("data:font/woff2;base64,${bytes.toString("base64")}")`;
    });
}

const ESCAPED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** A whole HTML document. `head` and `body` are markup, the title is text. */
export const wholePage = ({ head, title, body }: { head: string; title: string; body: string }): string =>
  `<!doctype html>
<html lang="sv">
<head>
${head}
<title>${title.replace(/[&<>]/g, (character) => ESCAPED[character] ?? "")} – Behovskartan</title>
</head>
<body>
${body}
</body>
</html>
`;
