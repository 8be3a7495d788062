/** The script of slides: arrows, space, page keys, Home and End turn them; the address keeps the place. */
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

const turns: Readonly<Record<string, () => number>> = {
  ArrowRight: () => at + 1,
  ArrowLeft: () => at - 1,
  PageDown: () => at + 1,
  PageUp: () => at - 1,
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
