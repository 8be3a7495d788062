/** Where it ended: the situation in sentences, then disputes, casualties, commitments and scores. */
import { type Casualties, casualtiesOf, claimsOf, type Dossier, disputesIn, type Toll } from "../dossier/index.ts";
import { dossierAfter, type History, situationAfter, stepsUntil } from "../history/index.ts";
import { type Region, regionNames, type Situation } from "../machine/index.ts";
import { disputeLine, rangeText } from "./claims.ts";
import { commitmentLines } from "./commitments.ts";
import { BLANK, type Block, indent, type Line, line, span } from "./line.ts";
import { courseStyles } from "./palette.ts";
import { top } from "./ribbon.ts";
import { scoreLines } from "./scores.ts";
import { momentText, nameOf, type Telling } from "./telling.ts";
import { regionName, sentence, stateWord } from "./words.ts";
import { beside, wrap } from "./wrap.ts";

/** Everything about one moment: the situation, and what the dossier holds. */
export function endingBlock(telling: Telling, columns: number, title = "Where it ended"): Block {
  const { history, until } = telling;
  const dossier = dossierUntil(history, until);
  return [
    ...section(`${title}, ${momentText(until)}`, situationLines(telling, columns - 2)),
    ...section("What is disputed", disputeLines(dossier, columns - 2)),
    ...section(
      "Casualties, as claimed",
      casualtiesOf(dossier).flatMap((one) => casualtyLines(telling, one, columns - 2)),
    ),
    ...section("Commitments", commitmentLines(dossier, history, columns - 2)),
    ...section("Scores of acts in each direction", scoreLines(telling, dossier, columns - 2)),
  ];
}

/** The dossier as it stood at the end of a minute. */
export function dossierUntil(history: History, until: number): Dossier {
  const count = stepsUntil(history, until);
  return count === history.steps.length ? history.dossier : dossierAfter(history, count);
}

/** The situation, a line for each region: its state, and the sentence that says what this means. */
export function situationLines(telling: Telling, columns: number): Block {
  const { history, until } = telling;
  const count = stepsUntil(history, until);
  const situation = situationAfter(history, count);
  return regionNames.flatMap((region) => {
    const since = history.steps.slice(0, count).findLast(({ before, after }) => before[region] !== after[region]);
    const dated = since === undefined ? "" : `, since ${momentText(since.minute)}`;
    return regionRow(telling, region, situation, dated, columns);
  });
}

/** Who says what, for each event that is disputed. */
export function disputeLines(dossier: Dossier, columns: number): Block {
  const disputes = disputesIn(claimsOf(dossier));
  return disputes.flatMap((dispute) =>
    wrap(line(span(`${dispute.event}: `, "faint"), ...disputeLine(dispute)), columns, 2),
  );
}

function regionRow(
  { history, scenario }: Telling,
  region: Region,
  situation: Situation,
  dated: string,
  columns: number,
): Block {
  const { dyad } = history;
  const names = { a: nameOf({ scenario }, dyad.a), b: nameOf({ scenario }, dyad.b) };
  const state = situation[region];
  const word = stateWord(state, dyad);
  const style = region === "course" ? courseStyles[top(state)] : undefined;
  return beside([
    { columns: 11, block: [line(span(regionName(region, dyad), "strong"))] },
    { columns: 22, block: wrap(line(span(word, style)), 22) },
    {
      columns: columns - 37,
      block: wrap(line(span(sentence(region, situation, names) + dated, "faint")), columns - 37),
    },
  ]);
}

function casualtyLines(telling: Telling, { in: place, tolls, killed, injured }: Casualties, columns: number): Block {
  const where = place === "?" ? "place not said" : nameOf(telling, place);
  const hurt = injured[1] > 0 ? `, ${rangeText(injured)} injured` : "";
  const head = line(span(`in ${where}: `, "strong"), `${rangeText(killed)} killed${hurt}`);
  return [head, ...tolls.flatMap((toll) => wrap(tollLine(toll), columns - 2, 2).map((one) => indent(2, one)))];
}

function tollLine({ event, by, killed, injured, captured, of }: Toll): Line {
  const figures = [
    killed[1] > 0 ? `${rangeText(killed)} killed` : "",
    injured[1] > 0 ? `${rangeText(injured)} injured` : "",
    captured[1] > 0 ? `${rangeText(captured)} captured` : "",
  ].filter((text) => text !== "");
  const who = of.length === 0 ? "" : ` (${of.join(", ")})`;
  return line(span(`${event}: `, "faint"), span(by, "strong"), ` says ${figures.join(", ") || "none"}${who}`);
}

/** A titled section; nothing when it would be empty. */
export function section(title: string, block: Block): Block {
  return block.length === 0 ? [] : [BLANK, line(span(title, "title")), ...block.map((one) => indent(2, one))];
}
