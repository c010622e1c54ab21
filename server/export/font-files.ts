import { join } from "node:path";
import { projectRoot } from "../root.ts";

/** The one font of drawings and documents. A machine's own fonts are never used: they would change what is seen. */
export const FONT = "Source Sans 3";

/** Folder of its files. */
export const FONT_FOLDER = join(projectRoot, "node_modules/source-sans/TTF");

export const fontFile = (cut: "Regular" | "It" | "Semibold" | "Bold" | "BoldIt"): string =>
  join(FONT_FOLDER, `SourceSans3-${cut}.ttf`);

/** The cuts that drawings and documents are set in. */
export const FONT_FILES = (["Regular", "It", "Semibold", "Bold"] as const).map(fontFile);
