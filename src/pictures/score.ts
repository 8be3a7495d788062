/** The score of a bet on a ruler from 0, which is best, to 2, with marks for you, your class, and a guess that knows nothing. */
import { nth } from "../problem/index.ts";
import { column, decimal, heading, MARGIN, rule, sentences, spread } from "./content.ts";
import { measure } from "./font/measure.ts";
import { framePicture, type Look, type Picture, sheetOf } from "./picture.ts";
import { rulerBetween } from "./ruler.ts";
import { element, SMALL, textAt } from "./svg.ts";
import type { Token } from "./tokens.ts";

/** Brier scores over all options, from 0 to 2. */
export interface ScoreData {
  readonly you: number;
  /** The mean of a class. */
  readonly group?: number;
  /** The score of equal shares for every option. */
  readonly naive: number;
}

const WORST = 2;

export function scorePicture({ you, group, naive }: ScoreData, look: Look = {}): Picture {
  const sheet = sheetOf(look);
  const { score } = sheet.say;
  const { width } = sheet;
  const verdict = you < naive ? score.closer : you > naive ? score.further : score.same;
  const head = heading(sheet, score.title, [verdict], 12);
  const y = 12 + head.height + 62;
  const scale = rulerBetween(0, WORST, [MARGIN + 8, width - MARGIN - 8], [0, 0.5, 1, 1.5, WORST]);
  const marks = [
    { name: score.you, value: you, fill: "b" as Token },
    ...(group === undefined ? [] : [{ name: score.group, value: group, fill: "a" as Token }]),
    { name: score.naive, value: naive, fill: "soft" as Token },
  ].toSorted((one, other) => one.value - other.value);
  const texts = marks.map(({ name, value }) => `${name} ${decimal(sheet.say, value, 2)}`);
  const wishes = texts.map((text, k) => ({ middle: scale.at(nth(marks, k).value), width: measure(text, 14, 600) }));
  const places = spread(wishes, MARGIN, width - MARGIN, 12);
  const drawn = marks.map(({ value, fill }, k) => {
    const [x, place] = [scale.at(value), nth(places, k)];
    return [
      rule(sheet, [place, y - 36, x, y - 16], fill, 1.5),
      element("path", { d: `M${x.toFixed(1)} ${y - 2}l-7 -14h14z`, fill: sheet.colour(fill) }),
      textAt(sheet, { x: place, y: y - 42, text: nth(texts, k), size: 14, weight: 600, fill, anchor: "middle" }),
    ].join("");
  });
  const ruler = [
    element("rect", { x: scale.at(0), y, width: scale.at(WORST) - scale.at(0), height: 6, fill: sheet.colour("line") }),
    ...scale.ticks.map((tick) => rule(sheet, [scale.at(tick), y, scale.at(tick), y + 12], "soft")),
    ...scale.ticks.map((tick) =>
      textAt(sheet, { x: scale.at(tick), y: y + 27, text: String(tick), ...SMALL, anchor: "middle" }),
    ),
  ];
  const half = (width - 2 * MARGIN) / 2 - 12;
  const looks = { size: 13, fill: "soft" } as const;
  const best = column(sheet, { x: MARGIN, y: y + 38, width: half }, [{ text: score.best, ...looks }]);
  const right = { x: width - MARGIN - half, y: y + 38, width: half };
  const worst = column(sheet, right, [{ text: score.worst, anchor: "end", ...looks }]);
  const description = sentences([texts.join(", "), verdict, score.best, score.worst]);
  return framePicture(sheet, {
    height: y + 38 + Math.max(best.height, worst.height) + 10,
    title: score.title,
    description: description,
    text: [score.title, ...texts.map((text) => `- ${text}`), verdict, `${score.best}; ${score.worst}.`].join("\n"),
    body: head.body + ruler.join("") + drawn.join("") + best.body + worst.body,
  });
}
