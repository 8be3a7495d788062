/**
 * Redraws only what has changed: styling and placing what stays the same would cost most of a step. Changes are found in the
 * text, since parsing a picture takes a browser longer than everything else in drawing it.
 */
import { nth } from "../../problem/index.ts";
import { attributesOf, insideOf, isText, type Part, pairParts, partsOf, tagOf, unescapeText } from "./markup.ts";

/** The text that each place was made from. */
const texts = new WeakMap<Element, string>();

/** Gives a place the children that a picture's text describes. Nothing else changes them. */
export function patch(place: Element, text: string): void {
  const before = texts.get(place);
  texts.set(place, text);
  if (before === undefined) place.innerHTML = text;
  else patchChildren(place, before, text);
}

function patchChildren(place: Element, before: string, after: string): void {
  if (isText(before) && isText(after)) {
    place.textContent = unescapeText(after);
    return;
  }
  const [olds, news] = [partsOf(before), partsOf(after)];
  const nodes = [...place.children];
  if ([...olds, ...news].some(isText) || nodes.length !== olds.length) {
    place.innerHTML = after;
    return;
  }
  const paired = pairParts(olds, news);
  const keptIndices = new Set(paired);
  nodes.forEach((node, k) => {
    if (!keptIndices.has(k)) node.remove();
  });
  const fresh = madeIn(place, news.filter((_, k) => paired[k] === undefined).join(""));
  let next: Element | null = null;
  for (let k = news.length - 1; k >= 0; k--) {
    const old: number | undefined = paired[k];
    const node: Element | undefined = old === undefined ? fresh.pop() : nodes[old];
    if (node === undefined) continue;
    if (old === undefined) place.insertBefore(node, next);
    else patchElement(node, nth(olds, old), nth(news, k));
    next = node;
  }
}

/** The elements of a text, parsed as children of a place. */
function madeIn(place: Element, text: string): Element[] {
  if (text === "") return [];
  const range = document.createRange();
  range.selectNodeContents(place);
  return [...range.createContextualFragment(text).children];
}

function patchElement(element: Element, before: Part, after: Part): void {
  if (before === after) return;
  const [tagBefore, tagAfter] = [tagOf(before), tagOf(after)];
  if (tagBefore !== tagAfter) patchAttributes(element, attributesOf(tagBefore), attributesOf(tagAfter));
  const [inside, within] = [insideOf(before), insideOf(after)];
  if (inside !== within) patchChildren(element, inside, within);
}

function patchAttributes(element: Element, before: Attributes, after: Attributes): void {
  for (const name of before.keys()) if (!after.has(name)) element.removeAttribute(name);
  for (const [name, value] of after) if (before.get(name) !== value) element.setAttribute(name, value);
}

type Attributes = ReadonlyMap<string, string>;
