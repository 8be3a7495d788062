/** A walk through the record: one event after another, with where everything stood; and what if it had not happened. */

import type { WalkData } from "../../lesson/index.ts";
import type { ShownCrisis } from "../../notebook/index.ts";
import { nth } from "../../problem/index.ts";
import { made } from "./elements.ts";

/** Makes the walk in its element. */
export function startWalk(element: HTMLElement, { from, to }: WalkData, crisis: ShownCrisis): void {
  const ids = crisis.events.map(({ id }) => id);
  const first = from === undefined ? 0 : ids.indexOf(from);
  const walked = ids.slice(first, to === undefined ? undefined : ids.indexOf(to) + 1);
  let at = 0;

  const where = made("p", { role: "status" });
  const back = made("button", { type: "button" }, "Previous event");
  const on = made("button", { type: "button" }, "Next event");
  const without = made("button", { type: "button" }, "What if it had not happened?");
  const buttons = made("p");
  buttons.append(back, " ", on, " ", without);
  const shown = made("div", { class: "output", role: "group", "aria-label": "The event", tabindex: "0" });
  const other = made("div", { class: "output", role: "group", "aria-label": "Without it", tabindex: "0" });

  const go = (step: number): void => {
    at = Math.min(Math.max(at + step, 0), walked.length - 1);
    const id = nth(walked, at);
    const seen = crisis.until(id);
    const event = seen.events.at(-1);
    where.textContent = `Event ${at + 1} of ${walked.length}: ${id}, ${event?.at ?? ""}.`;
    // Not disabled: a button that goes away under the finger takes the focus with it.
    back.setAttribute("aria-disabled", String(at === 0));
    on.setAttribute("aria-disabled", String(at === walked.length - 1));
    other.hidden = true;
    shown.innerHTML = seen.event(id).toHTML() + seen.situation().toHTML();
  };
  const imagine = (): void => {
    const id = nth(walked, at);
    // Only the record up to the walk's end is compared, so that nothing later is given away.
    const seen = crisis.until(walked.at(-1) ?? id);
    const compared = seen.whatIf({ edit: [{ drop: id }], then: "prune", because: `Without ${id}.` }).compare();
    other.innerHTML = compared.toHTML();
    other.hidden = false;
    other.focus();
  };
  back.addEventListener("click", () => go(-1));
  on.addEventListener("click", () => go(1));
  without.addEventListener("click", imagine);
  const walking = made("div", { class: "walking" });
  walking.append(where, buttons, shown, other);
  element.prepend(walking);
  go(0);
}
