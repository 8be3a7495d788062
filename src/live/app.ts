/** The part of a page that a script draws: in the place of what stands there for readers without scripts. */
import { type ComponentChild, render } from "preact";
import { config } from "zod";

/** Draws the part, which is made once the page's policy is kept to: it forbids code that is made of text, as zod would. */
export function drawApp(draw: () => ComponentChild): void {
  config({ jitless: true });
  const app = document.getElementById("app");
  app?.replaceChildren();
  if (app !== null) render(draw(), app);
  document.documentElement.classList.add("scripted");
}
