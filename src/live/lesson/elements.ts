/** Elements: finding those that a page must have, and making new ones. */

/** The element within another that a selector names; every page that the build makes has it. */
export function findIn<E extends HTMLElement>(parent: HTMLElement, selector: string): E {
  const found = parent.querySelector<E>(selector);
  if (found === null) throw new Error(`The page has no ${selector}.`);
  return found;
}

/** A new element with attributes and text. */
export function makeElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  text = "",
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}
