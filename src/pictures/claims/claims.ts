/** Claims facing each other: a row for each question, with party a's answer left, party b's right and ≠ between them. */

import { claimsOf, disputesIn, type FiledClaim, figures, isCount } from "../../dossier/index.ts";
import { boundsOf } from "../../events/index.ts";
import { dossierAfter, stepsUntil } from "../../history/index.ts";
import { visibleLine } from "../../problem/index.ts";
import type { ReplayView } from "../../views/index.ts";
import { type Drawn, remark, stackDrawings } from "../content.ts";
import { dateText } from "../dates.ts";
import { cut, wrapLines } from "../font/wrap.ts";
import { humanize, nameIn } from "../names.ts";
import { describe, framePicture, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import { unequal } from "../record/glyph.ts";
import { markOf } from "../record/marks.ts";
import { element, SMALL, textAt } from "../svg.ts";
import type { Words } from "../words/index.ts";

/** Which claims are shown. */
export interface ClaimsLook extends Look {
  /** Only what is disputed. */
  readonly disputed?: boolean;
  /** Only the claims about this event. */
  readonly event?: string;
  /** The maximum number of questions; 40 by default. */
  readonly most?: number;
}

/** A question and everyone's answers. */
interface Question {
  readonly about: string;
  readonly event: string;
  readonly disputed: boolean;
  readonly a: readonly string[];
  readonly b: readonly string[];
  /** What others say, each with its name. */
  readonly others: readonly string[];
}

const TEXT = { size: 15 } as const;
const LINE = 20;

/** What the parties say about the same things, face to face. */
export function claimsPicture(telling: ReplayView, look: ClaimsLook = {}): Picture {
  const sheet = sheetOf(look);
  const { say, width } = sheet;
  const all = questionsOf(telling, say).filter(
    ({ disputed, event }) => (look.disputed !== true || disputed) && (look.event === undefined || look.event === event),
  );
  const questions = all.slice(0, look.most ?? 40);
  const { a, b } = telling.scenario.dyad;
  const side = width / 2 - 34;
  const heading = (code: string): string => cut(say.says(nameIn(telling, code)), side, { size: 16, weight: 600 });
  const heads = [
    textAt(sheet, { x: 12, y: 22, text: heading(a), size: 16, weight: 600, fill: "a" }),
    textAt(sheet, { x: width - 12, y: 22, text: heading(b), size: 16, weight: 600, fill: "b", anchor: "end" }),
  ];
  const { body, end } = stackDrawings(40, questions, (question, y) => rowOf(sheet, telling, question, y, side));
  const hiddenCount = all.length - questions.length;
  const rest = questions.length === 0 ? say.noClaims : hiddenCount > 0 ? say.moreClaims(hiddenCount) : "";
  const lines = questions.flatMap((question) => questionText(telling, question, say));
  return framePicture(sheet, {
    ...describe(say.titles.claims, lines.length === 0 ? [say.noClaims] : lines),
    body: heads.join("") + body + remark(sheet, rest, end + 14),
    height: end + (rest === "" ? 4 : 28),
  });
}

/** The questions up to the minute shown. Counts of casualties have a picture of their own. */
function questionsOf(telling: ReplayView, say: Words): readonly Question[] {
  const { a, b } = telling.scenario.dyad;
  const claims = claimsOf(dossierAfter(telling.history, stepsUntil(telling.history, telling.until)));
  const disputed = new Set(disputesIn(claims).map(({ event, about }) => `${event} ${about}`));
  const groups = Map.groupBy(claims, ({ event, about }) => `${event} ${about}`);
  return [...groups].flatMap(([key, group]): Question[] => {
    const [first] = group;
    if (first === undefined || (first.about === "casualties" && group.some(isCount))) return [];
    const by = (code: string): readonly string[] =>
      group.filter((claim) => claim.by === code).map((claim) => claimWords(claim, telling, say));
    const others = [...new Set(group.map((claim) => claim.by))].filter((code) => code !== a && code !== b);
    return [
      {
        about: say.subjects[first.about] ?? humanize(first.about),
        event: first.event,
        disputed: disputed.has(key),
        a: by(a),
        b: by(b),
        others: others.map((code) => `${nameIn(telling, code)}${say.colon}${by(code).join("; ")}`),
      },
    ];
  });
}

/** What a claim says, with its figures, and the group that it means if its words do not name it. */
export function claimWords(claim: FiledClaim, telling: Pick<ReplayView, "scenario">, say: Words): string {
  const { says = "", of, group } = claim;
  const counts = figures.flatMap((figure) => {
    const value = claim[figure];
    return value === undefined ? [] : [say.counted[figure](say.range(...boundsOf(value)))];
  });
  const countText = counts.join(", ") + (of === undefined || counts.length === 0 ? "" : ` (${of})`);
  const name = group === undefined ? "" : nameIn(telling, group);
  const meant = name === "" || says.includes(name) ? "" : ` (${name})`;
  return visibleLine([says, countText].filter((part) => part !== "").join(": ") + meant);
}

/** What the question is about: `What was hit · Iran: strikes, 16 Jan`. */
function headOf(telling: ReplayView, { about, event }: Question, say: Words): string {
  const step = telling.history.steps.find((one) => one.event.id === event);
  if (step === undefined) return about;
  return `${about} · ${markOf(step, telling, say).whole}, ${dateText(step.minute, say, { year: true })}`;
}

function rowOf(sheet: Sheet, telling: ReplayView, question: Question, y: number, side: number): Drawn {
  const { say, width } = sheet;
  const wrapAll = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => wrapLines(text, side - 14, 8, TEXT));
  const [left, right] = [wrapAll(question.a), wrapAll(question.b)];
  const lines = Math.max(1, left.length, right.length);
  const head = cut(headOf(telling, question, say), width - 24, { size: 12 });
  const top = y + 20;
  const height = lines * LINE + 4;
  const column = (texts: readonly string[], party: "a" | "b"): string => {
    const silent = texts.length === 0;
    const anchor = party === "a" ? "start" : "end";
    const x = party === "a" ? 24 : width - 24;
    const from = top + (height - Math.max(1, texts.length) * LINE) / 2 + 15;
    const bar = element("rect", {
      x: party === "a" ? 12 : width - 16,
      y: top,
      width: 4,
      height,
      rx: 1,
      fill: sheet.colour(party),
      opacity: silent ? 0.35 : undefined,
    });
    const looks = { x, anchor, fill: silent ? "soft" : "ink", ...TEXT } as const;
    const shown = silent ? [cut(say.silent, side - 14, TEXT)] : texts;
    return bar + shown.map((text, k) => textAt(sheet, { y: from + k * LINE, text, ...looks })).join("");
  };
  const others = question.others.flatMap((text) => wrapLines(text, width - 48, 3, { size: 13 }));
  const below = others.map((text, k) =>
    textAt(sheet, { x: width / 2, y: top + height + 16 + k * 17, text, size: 13, fill: "soft", anchor: "middle" }),
  );
  const sign = question.disputed
    ? element("g", { transform: `translate(${width / 2 - 9} ${top + height / 2 + 7}) scale(2)` }, unequal(sheet, 0, 0))
    : "";
  const body = element(
    "g",
    { class: "question", "data-event": question.event, "data-disputed": question.disputed ? "yes" : "no" },
    textAt(sheet, { x: 12, y: y + 12, text: head, ...SMALL }),
    column(left, "a"),
    sign,
    column(right, "b"),
    ...below,
  );
  return { body, height: 20 + height + (others.length === 0 ? 0 : others.length * 17 + 6) + 16 };
}

function questionText(telling: ReplayView, question: Question, say: Words): readonly string[] {
  const { a, b } = telling.scenario.dyad;
  const side = (code: string, texts: readonly string[]): string =>
    `  ${say.says(nameIn(telling, code))}${say.colon}${texts.length === 0 ? say.silent : texts.join("; ")}`;
  return [
    `${headOf(telling, question, say)}${question.disputed ? ` [${say.disputed}]` : ""}`,
    side(a, question.a),
    side(b, question.b),
    ...question.others.map((text) => `  ${text}`),
  ];
}
