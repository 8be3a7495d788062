/** A walk through the record: one event after another, drawn with what it came of; and what if it had not happened. */
import {
  argument,
  type Crisis,
  carryOut,
  crisisKnownAt,
  crisisOf,
  cutAfter,
  relationBeside,
} from "../../crisis/index.ts";
import type { WalkData } from "../../lesson/index.ts";
import {
  branchPicture,
  dateText,
  eventCard,
  eventLines,
  type Look,
  type Picture,
  postsPicture,
  recordPicture,
  type Words,
} from "../../pictures/index.ts";
import { nth } from "../../problem/index.ts";
import { escapeHtml, renderHtml } from "../../render/index.ts";
import { judgeScenario, type ScenarioFile } from "../../scenario/index.ts";
import { enlarged } from "../enlarged.ts";
import { made } from "./elements.ts";

export interface Walked {
  readonly whole: Crisis;
  readonly file: ScenarioFile;
}

/** A scenario, or one relation of it, opened to be walked through. */
export function walkedIn(file: ScenarioFile, between: WalkData["between"]): Walked {
  const { scenario } = judgeScenario(file, { file: `${file.scenario}.yaml`, errorsAlone: true });
  if (scenario === undefined) throw new Error("A lesson holds a scenario that can't be read: a defect of ours.");
  const wanted = between === undefined ? scenario : relationBeside(scenario, between.join(","), argument("between"));
  return { whole: crisisOf(wanted), file };
}

/** What a walk needs beside its place. */
interface Walking {
  readonly of: Walked;
  readonly words: Words;
  /** No two alike in a page. */
  readonly name: string;
}

export function startWalk(element: HTMLElement, { from, to }: WalkData, { of, words, name }: Walking): void {
  const { whole, file } = of;
  const { walk } = words.lesson;
  const { steps } = whole.history;
  // What the clock brings about is seen with the event before it.
  const told = steps.filter(({ event }) => event.source !== "clock");
  const first = from === undefined ? 0 : told.findIndex(({ event }) => event.id === from);
  const end = to === undefined ? told.length : told.findIndex(({ event }) => event.id === to) + 1;
  const walked = told.slice(first, end);
  let at = 0;

  const where = made("p", { role: "status" });
  const back = made("button", { type: "button" }, walk.back);
  const on = made("button", { type: "button" }, walk.on);
  const without = made("button", { type: "button" }, walk.without);
  const buttons = made("p");
  buttons.append(back, " ", on, " ", without);
  const shown = made("div", { class: "output", role: "group", "aria-label": walk.shown, tabindex: "0" });
  const other = made("div", { class: "output", role: "group", "aria-label": walk.other, tabindex: "0" });

  /** The crisis as it was known after an event, from a file that has nothing later in it. */
  const knownAfter = (id: string) =>
    crisisKnownAt(whole, file, cutAfter(whole, steps.findIndex(({ event }) => event.id === id) + 1));
  const drawn = (draw: (look: Look) => Picture, what: string): string => {
    const width = Math.floor(((shown.clientWidth || element.clientWidth) - 28) / enlarged());
    const { svg, text } = draw({ theme: "auto", words, width, prefix: `${name}-${what}` });
    const twin = `<details><summary>${walk.text}</summary><pre>${escapeHtml(text.trim())}</pre></details>`;
    return `<figure class="picture">${svg}${twin}</figure>`;
  };
  const go = (by: number): void => {
    at = Math.min(Math.max(at + by, 0), walked.length - 1);
    const { event, minute } = nth(walked, at);
    const { crisis } = knownAfter(event.id);
    where.textContent = walk.place(at + 1, walked.length, dateText(minute, words, { year: true }));
    // Not disabled: a button that goes away under the finger takes the focus with it.
    back.setAttribute("aria-disabled", String(at === 0));
    on.setAttribute("aria-disabled", String(at === walked.length - 1));
    other.hidden = true;
    const step = crisis.history.steps.find((one) => one.event.id === event.id);
    shown.innerHTML = [
      drawn((look) => recordPicture(crisis, { ...look, chosen: event.id }), "record"),
      step === undefined ? "" : renderHtml(eventCard(crisis, step, words)),
      drawn((look) => postsPicture(crisis, look), "posts"),
    ].join("");
  };
  const imagine = (): void => {
    const { id } = nth(walked, at).event;
    // Only the record up to the walk's end is compared, so that nothing later is given away.
    const seen = knownAfter(walked.at(-1)?.event.id ?? id);
    const because = `${walk.other}${words.colon}${markText(seen.crisis, id, words)}`;
    const edited = { edit: [{ drop: id }], then: "prune", because } as const;
    const { supposed } = carryOut(edited, { scenario: seen.crisis.scenario, cut: true }, seen.file);
    other.innerHTML = drawn((look) => branchPicture(seen.crisis, { ...supposed, name: walk.without }, look), "other");
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

function markText(crisis: Crisis, id: string, words: Words): string {
  const step = crisis.history.steps.find(({ event }) => event.id === id);
  return step === undefined ? id : eventLines(crisis, step, words).whole;
}
