import { createElement, Fragment, type ReactNode } from "react";

const ALLOWED = new Set(["p", "strong", "b", "em", "i", "ul", "ol", "li", "br", "h2", "h3", "h4"]);

/**
 * The text of an `html` element of a definition. Only plain text elements come through, without their attributes, and
 * links within this site or to https; anything else leaves its text.
 */
export function SafeHtml({ html }: { html: string }): ReactNode {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return <>{[...body.childNodes].map(toNode)}</>;
}

function toNode(node: ChildNode, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const name = node.tagName.toLowerCase();
  if (name === "script" || name === "style") return null;
  const children = [...node.childNodes].map(toNode);
  const href = node.getAttribute("href") ?? "";
  if (name === "a" && /^(https:\/\/|\/(?!\/)|#)/.test(href)) return createElement("a", { key, href }, ...children);
  if (name === "br") return createElement("br", { key });
  return ALLOWED.has(name) ? createElement(name, { key }, ...children) : <Fragment key={key}>{children}</Fragment>;
}
