/** The script of slides: arrows, page keys, Home and End turn them; the address keeps the place. */
const slides = [...document.querySelectorAll<HTMLElement>("main > section")];
const where = document.querySelector<HTMLElement>(".where");
let at = 0;

function show(index: number, focus: boolean): void {
  at = Math.min(Math.max(index, 0), slides.length - 1);
  slides.forEach((slide, k) => {
    slide.classList.toggle("now", k === at);
  });
  if (where !== null) where.textContent = `Slide ${at + 1} of ${slides.length}; arrow keys turn.`;
  history.replaceState(null, "", `#${at + 1}`);
  if (focus) slides[at]?.focus();
}

/** A slide longer than the screen is read to its end before the next: clickers have page keys and no others. */
function scrolled(way: 1 | -1): boolean {
  const slide = slides[at];
  if (slide === undefined) return false;
  const before = slide.scrollTop;
  slide.scrollBy({ top: way * 0.85 * slide.clientHeight, behavior: "instant" });
  return Math.abs(slide.scrollTop - before) > 1;
}

const turns: Readonly<Record<string, () => number>> = {
  ArrowRight: () => at + 1,
  ArrowLeft: () => at - 1,
  PageDown: () => (scrolled(1) ? at : at + 1),
  PageUp: () => (scrolled(-1) ? at : at - 1),
  Home: () => 0,
  End: () => slides.length - 1,
};

document.documentElement.classList.add("scripted");
document.addEventListener("keydown", (event) => {
  const turn = event.altKey || event.ctrlKey || event.metaKey ? undefined : turns[event.key];
  if (turn === undefined) return;
  event.preventDefault();
  show(turn(), true);
});
addEventListener("hashchange", () => show(Number(location.hash.slice(1)) - 1 || 0, true));
show(Number(location.hash.slice(1)) - 1 || 0, false);

export {};
