import { escapeXml } from "../xlsx-text.ts";

/** A piece of XML that is already written; a plain string is text. */
export interface Xml {
  readonly xml: string;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element on lines of its own when it holds elements; what is undefined is left out. */
export function element(name: string, attributes: Attributes, ...content: readonly (string | Xml | undefined)[]): Xml {
  const told = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value)).replaceAll(/[\t\n\r]/g, " ")}"`)
    .join("");
  const inner = content
    .filter((part) => part !== undefined)
    .map((part) => (typeof part === "string" ? escapeXml(part) : `\n${part.xml}`))
    .join("");
  if (inner === "") return { xml: `<${name}${told}/>` };
  return { xml: `<${name}${told}>${inner}${inner.startsWith("\n") ? "\n" : ""}</${name}>` };
}
