/** The part of a page that a script draws. It replaces what readers without scripts see there. */
import { type ComponentChild, render } from "preact";

/** Draws the part. */
export function drawApp(draw: () => ComponentChild): void {
  const app = document.getElementById("app");
  app?.replaceChildren();
  if (app !== null) render(draw(), app);
  document.documentElement.classList.add("scripted");
}
