/** The part of a page that a script draws. It replaces what readers without scripts see there. */
import { type ComponentChild, render } from "preact";
import { config } from "zod";

/** Draws the part. First it stops zod from compiling code from text, which the page's policy forbids. */
export function drawApp(draw: () => ComponentChild): void {
  config({ jitless: true });
  const app = document.getElementById("app");
  app?.replaceChildren();
  if (app !== null) render(draw(), app);
  document.documentElement.classList.add("scripted");
}
