/** A walk through the record, one event after another: each with its causes, and what if it had not happened. */
import {
  argument,
  type Crisis,
  crisisKnownAt,
  crisisOf,
  cutAfter,
  relationBeside,
  tryOwnWhatIf,
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
import { letterScale } from "../letter-scale.ts";
import { makeElement } from "./elements.ts";

export interface OpenedScenario {
  readonly whole: Crisis;
  readonly file: ScenarioFile;
}

/** Opens a scenario, or one relation of it, for a walk. */
export function openScenario(file: ScenarioFile, between: WalkData["between"]): OpenedScenario {
  const { scenario } = judgeScenario(file, { file: `${file.scenario}.yaml`, errorsAlone: true });
  if (scenario === undefined) throw new Error("A lesson holds a scenario that can't be read: a defect of ours.");
  const relation = between === undefined ? scenario : relationBeside(scenario, between.join(","), argument("between"));
  return { whole: crisisOf(relation), file };
}

/** What a walk needs besides its place. */
interface WalkParts {
  readonly of: OpenedScenario;
  readonly words: Words;
  /** No two alike in a page. */
  readonly name: string;
}

export function startWalk(element: HTMLElement, { from, to }: WalkData, { of, words, name }: WalkParts): void {
  const { whole, file } = of;
  const { walk } = words.lesson;
  const { steps } = whole.history;
  // Events of the clock are shown with the event before them.
  const visible = steps.filter(({ event }) => event.source !== "clock");
  const first = from === undefined ? 0 : visible.findIndex(({ event }) => event.id === from);
  const end = to === undefined ? visible.length : visible.findIndex(({ event }) => event.id === to) + 1;
  const walked = visible.slice(first, end);
  let at = 0;

  const where = makeElement("p", { role: "status" });
  const back = makeElement("button", { type: "button" }, walk.back);
  const on = makeElement("button", { type: "button" }, walk.on);
  const without = makeElement("button", { type: "button" }, walk.without);
  const buttons = makeElement("p");
  buttons.append(back, " ", on, " ", without);
  const shown = makeElement("div", { class: "output", role: "group", "aria-label": walk.shown, tabindex: "0" });
  const other = makeElement("div", { class: "output", role: "group", "aria-label": walk.other, tabindex: "0" });

  /** The crisis as it was known after an event, from a file that has nothing later in it. */
  const knownAfter = (id: string) =>
    crisisKnownAt(whole, file, cutAfter(whole, steps.findIndex(({ event }) => event.id === id) + 1));
  const figureHtml = (draw: (look: Look) => Picture, what: string): string => {
    const width = Math.floor(((shown.clientWidth || element.clientWidth) - 28) / letterScale());
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
      figureHtml((look) => recordPicture(crisis, { ...look, chosen: event.id }), "record"),
      step === undefined ? "" : renderHtml(eventCard(crisis, step, words)),
      figureHtml((look) => postsPicture(crisis, look), "posts"),
    ].join("");
  };
  const imagine = (): void => {
    const { id } = nth(walked, at).event;
    // Only the record up to the walk's end is compared, which reveals nothing later.
    const cut = knownAfter(walked.at(-1)?.event.id ?? id);
    const because = `${walk.other}${words.colon}${eventText(cut.crisis, id, words)}`;
    const edited = { edit: [{ drop: id }], then: "prune", because } as const;
    const { evaluated } = tryOwnWhatIf(edited, { scenario: cut.crisis.scenario, cut: true }, cut.file);
    other.innerHTML = figureHtml(
      (look) => branchPicture(cut.crisis, { ...evaluated, name: walk.without }, look),
      "other",
    );
    other.hidden = false;
    other.focus();
  };
  back.addEventListener("click", () => go(-1));
  on.addEventListener("click", () => go(1));
  without.addEventListener("click", imagine);
  const section = makeElement("div", { class: "walking" });
  section.append(where, buttons, shown, other);
  element.prepend(section);
  go(0);
}

function eventText(crisis: Crisis, id: string, words: Words): string {
  const step = crisis.history.steps.find(({ event }) => event.id === id);
  return step === undefined ? id : eventLines(crisis, step, words).whole;
}
