/** Fitting: a slide that is longer than the screen is cut into several, at its blocks, items and rows. */

/** The share of the screen that a slide may fill: its head and its foot take the rest. */
const SHARE = 0.84;

/** Cuts a slide until each of its parts fits, as far as it can be cut; its headings are said again. */
export function split(slide: HTMLElement): void {
  slide.dataset["cut"] = "";
  if (slide.querySelector("[data-predict]") !== null) return;
  const rest = taken(slide, slide.getBoundingClientRect().top + SHARE * innerHeight);
  if (rest === undefined) return;
  slide.after(rest);
  split(rest);
}

/** What stays where it is and is said again: headings, and the head of a table. */
const HEADS = "h2, h3, thead, caption, .title, style";

/** What is split where it does not fit as a whole; the rest is moved, or stays too long. */
const CUT = "section, div, ul, ol, table, tbody, main, figure";

/** Takes from an element what lies below a line, as a copy of the element that holds it; undefined if nothing can be taken. */
function taken(element: HTMLElement, line: number): HTMLElement | undefined {
  const children = [...element.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
  const content = children.filter((child) => !child.matches(HEADS));
  const index = content.findIndex((child) => child.getBoundingClientRect().bottom > line);
  const over = content[index];
  if (over === undefined) return undefined;
  const inner = over.matches(CUT) ? taken(over, line) : undefined;
  // Nothing of the first can be taken: it is as long as it is, and what follows goes on.
  const from = inner === undefined ? Math.max(index, 1) : index + 1;
  const moved = content.slice(from);
  if (inner === undefined && moved.length === 0) return undefined;
  const copy = element.cloneNode(false);
  if (!(copy instanceof HTMLElement)) return undefined;
  copy.removeAttribute("data-cut");
  if (copy instanceof HTMLOListElement) copy.start = (element as HTMLOListElement).start + from;
  for (const head of children.filter((child) => child.matches(HEADS))) copy.append(head.cloneNode(true));
  copy.append(...(inner === undefined ? [] : [inner]), ...moved);
  return copy;
}
