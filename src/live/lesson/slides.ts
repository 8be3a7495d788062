/** The script of slides. Keys, a clicker, a finger or two buttons turn them; the address keeps the place. */
import type { SlidesData } from "../../lesson/index.ts";
import { takeData } from "../../page/index.ts";
import { wordsOf } from "../../pictures/index.ts";
import { betName } from "./answers.ts";
import { findIn } from "./elements.ts";
import { gateOf } from "./gate.ts";
import { startPrediction } from "./predict.tsx";

/** The share of the screen that a slide may fill: its head and its foot take the rest. */
const MAX_SHARE = 0.84;

/** Cuts a slide into parts that fit, as far as possible. Each part repeats its headings. */
function split(slide: HTMLElement): void {
  slide.dataset["cut"] = "";
  if (slide.querySelector("[data-predict]") !== null) return;
  const rest = takeBelow(slide, slide.getBoundingClientRect().top + MAX_SHARE * innerHeight);
  if (rest === undefined) return;
  slide.after(rest);
  split(rest);
}

/** What stays in place and is repeated: headings, and the head of a table. */
const REPEATED = "h2, h3, thead, caption, .title, style";

/** What is split if it does not fit as a whole. Anything else is moved whole, or stays too long. */
const CUTTABLE = "section, div, ul, ol, table, tbody, main, figure";

/** Takes from an element what lies below a line, as a copy of the element that holds it; undefined if nothing can be taken. */
function takeBelow(element: HTMLElement, line: number): HTMLElement | undefined {
  const children = [...element.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
  const content = children.filter((child) => !child.matches(REPEATED));
  const index = content.findIndex((child) => child.getBoundingClientRect().bottom > line);
  const overflowing = content[index];
  if (overflowing === undefined) return undefined;
  const inner = overflowing.matches(CUTTABLE) ? takeBelow(overflowing, line) : undefined;
  // If nothing can be taken from the first, it stays too long, and only what follows is moved.
  const from = inner === undefined ? Math.max(index, 1) : index + 1;
  const moved = content.slice(from);
  if (inner === undefined && moved.length === 0) return undefined;
  const copy = element.cloneNode(false);
  if (!(copy instanceof HTMLElement)) return undefined;
  copy.removeAttribute("data-cut");
  if (copy instanceof HTMLOListElement) copy.start = (element as HTMLOListElement).start + from;
  for (const head of children.filter((child) => child.matches(REPEATED))) copy.append(head.cloneNode(true));
  copy.append(...(inner === undefined ? [] : [inner]), ...moved);
  return copy;
}

const data = takeData() as SlidesData;
const words = wordsOf(data.language);
const main = findIn(document.body, "main");
const where = findIn(document.body, ".where");
const started = new WeakSet<HTMLElement>();
let slides: readonly HTMLElement[] = [];
let at = 0;

/** Goes to a slide. */
function show(index: number, focus: boolean): void {
  at = Math.min(Math.max(index, 0), slides.length - 1);
  slides.forEach((slide, k) => {
    slide.classList.toggle("now", k === at);
  });
  where.textContent = words.lesson.slide.place(at + 1, slides.length);
  history.replaceState(null, "", `#${at + 1}`);
  if (focus) slides[at]?.focus();
}

/** Cuts slides longer than the screen, and starts bets. */
function prepare(): void {
  document.documentElement.classList.add("measured");
  for (const slide of main.querySelectorAll<HTMLElement>(":scope > section:not([data-cut])")) split(slide);
  document.documentElement.classList.remove("measured");
  slides = [...main.querySelectorAll<HTMLElement>(":scope > section")];
  for (const [k, slide] of slides.entries()) slide.setAttribute("aria-label", words.lesson.slide.at(k + 1));
  for (const element of main.querySelectorAll<HTMLElement>("[data-predict]")) {
    const index = Number(element.dataset["predict"]);
    const bet = data.predictions[index];
    if (bet === undefined || started.has(element)) continue;
    started.add(element);
    startPrediction(element, bet, { id: betName(index), words, onRevealed: () => gate.open(index + 1) });
  }
}

const gate = gateOf(data.rounds, (round) => {
  main.insertAdjacentHTML("beforeend", round);
  prepare();
  show(at, false);
});

/** Scrolls a slide that is longer than the screen: clickers have only page keys. @returns whether it moved */
function scrollSlide(way: 1 | -1): boolean {
  const slide = slides[at];
  if (slide === undefined) return false;
  const before = slide.scrollTop;
  slide.scrollBy({ top: way * 0.85 * slide.clientHeight, behavior: "instant" });
  return Math.abs(slide.scrollTop - before) > 1;
}

const forward = (): number => (scrollSlide(1) ? at : at + 1);
const turns: Readonly<Record<string, () => number>> = {
  ArrowRight: () => at + 1,
  ArrowLeft: () => at - 1,
  PageDown: forward,
  PageUp: () => (scrollSlide(-1) ? at : at - 1),
  " ": forward,
  Home: () => 0,
  End: () => slides.length - 1,
};

/** Controls that the space bar presses and that ignore other keys. */
const PRESSABLE = "button, summary, input[type=checkbox]";

/** Whether an element takes a key, or a finger's stroke, for itself. */
function isControl(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  return target.matches(PRESSABLE) ? key === " " : target.matches("input, textarea");
}

document.documentElement.classList.add("scripted");
prepare();
document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || isControl(event.target, event.key)) return;
  const turn = turns[event.key];
  if (turn === undefined) return;
  event.preventDefault();
  show(turn(), true);
});
findIn(document.body, "#back").addEventListener("click", () => show(at - 1, false));
findIn(document.body, "#on").addEventListener("click", () => show(at + 1, false));

/** How far a finger moves to turn a slide, in pixels. */
const STROKE = 60;
let stroke: { readonly x: number; readonly y: number } | undefined;
main.addEventListener(
  "touchstart",
  ({ touches: [touch, other], target }) => {
    const alone = touch !== undefined && other === undefined && !isControl(target, " ");
    stroke = alone ? { x: touch.clientX, y: touch.clientY } : undefined;
  },
  { passive: true },
);
main.addEventListener("touchend", ({ changedTouches: [touch] }) => {
  if (stroke === undefined || touch === undefined) return;
  const [x, y] = [touch.clientX - stroke.x, touch.clientY - stroke.y];
  stroke = undefined;
  if (Math.abs(x) >= STROKE && Math.abs(x) > 2 * Math.abs(y)) show(at + (x < 0 ? 1 : -1), false);
});
addEventListener("hashchange", () => show(Number(location.hash.slice(1)) - 1 || 0, true));
gate.begin();
show(Number(location.hash.slice(1)) - 1 || 0, false);
