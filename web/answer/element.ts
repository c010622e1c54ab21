/** Elements made by hand: the first page is small enough to do without React, which is as large as all the rest of it. */

type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>;

/**
 * An element with attributes and children. A function is a listener for the event it is named after (`click`), `true` an
 * attribute without value, `false` none. Texts are texts, never markup.
 */
export function element(name: string, attributes: Attributes, ...children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

export const paragraph = (text: string): HTMLElement => element("p", {}, text);

export function button(text: string, onPress: () => void, look = "button"): HTMLElement {
  return element("button", { type: "button", class: look, click: onPress }, text);
}
