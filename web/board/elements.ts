/** Makes an element with attributes and what stands in it; `class` is a name of the style sheet. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

export function makeButton(label: string, className: string, press: () => void): HTMLButtonElement {
  const button = make("button", { type: "button", class: className }, label);
  button.addEventListener("click", press);
  return button;
}
