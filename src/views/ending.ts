/** Where it ended: the situation in sentences, then disputes, casualties, commitments and scores. */
import { type Casualties, casualtiesOf, claimsOf, type Dossier, disputesIn, type Toll } from "../dossier/index.ts";
import { dossierAfter, type History, situationAfter, stepsUntil } from "../history/index.ts";
import { type Dyad, regionNames, type Situation } from "../machine/index.ts";
import { BLANK, type Block, beside, indent, type Line, line, span, width, wrap } from "../render/index.ts";
import { rangeText, sideLines } from "./claims.ts";
import { commitmentLines } from "./commitments.ts";
import { top } from "./ribbon.ts";
import { scoreLines } from "./scores.ts";
import { courseStyles } from "./styles.ts";
import { momentText, nameOf, stopText, type Telling } from "./telling.ts";
import { regionName, sentence, stateText } from "./words.ts";

/** Everything about one moment: the situation, and what the dossier holds. */
export function endingBlock(
  telling: Telling,
  columns: number,
  title = `Where it ended, ${stopText(telling.until)}`,
): Block {
  const { history, until } = telling;
  const dossier = dossierUntil(history, until);
  return [
    ...section(title, situationLines(telling, columns - 2)),
    ...section("What is disputed", disputeLines(telling, dossier, columns - 2)),
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

/** The situation, a row for each region: its state, since when, and what that means. */
export function situationLines({ history, scenario, until }: Telling, columns: number): Block {
  const { dyad, steps } = history;
  const names = { a: nameOf({ scenario }, dyad.a), b: nameOf({ scenario }, dyad.b) };
  const count = stepsUntil(history, until);
  const situation = situationAfter(history, count);
  const states = regionNames.map((region) => stateText(region, situation[region], dyad));
  const widest = Math.min(26, Math.max(...states.map((state) => width(state))));
  return regionNames.flatMap((region, k) => {
    const changed = steps.slice(0, count).findLast(({ before, after }) => before[region] !== after[region]);
    const style = region === "course" ? courseStyles[top(situation.course)] : undefined;
    const meaning = columns - NAME - widest - SINCE - 6;
    return beside([
      { columns: NAME, block: [line(span(regionName(region, dyad), "strong"))] },
      { columns: widest, block: wrap(line(span(states[k] ?? "", style)), widest) },
      {
        columns: SINCE,
        block: [line(span(changed === undefined ? "unchanged" : momentText(changed.minute), "faint"))],
      },
      { columns: meaning, block: wrap(line(span(sentence(region, situation, names), "faint")), meaning) },
    ]);
  });
}

/** A situation by itself, without its history: a row for each region, its state and what that means. */
export function situationBlock(
  situation: Situation,
  dyad: Dyad,
  names: { readonly a: string; readonly b: string },
  columns: number,
): Block {
  const states = regionNames.map((region) => stateText(region, situation[region], dyad));
  const widest = Math.min(26, Math.max(...states.map((state) => width(state))));
  const room = columns - NAME - widest - 4;
  return regionNames.flatMap((region, k) =>
    beside([
      { columns: NAME, block: [line(span(regionName(region, dyad), "strong"))] },
      {
        columns: widest,
        block: wrap(
          line(span(states[k] ?? "", region === "course" ? courseStyles[top(situation.course)] : undefined)),
          widest,
        ),
      },
      { columns: room, block: wrap(line(span(sentence(region, situation, names), "faint")), room) },
    ]),
  );
}

const NAME = 11;
const SINCE = 10;

/** What each dispute is about, and under it what each side says. */
function disputeLines({ history }: Pick<Telling, "history">, dossier: Dossier, columns: number): Block {
  const steps = new Map(history.steps.map(({ event }) => [event.id, event]));
  return disputesIn(claimsOf(dossier)).flatMap((dispute) => {
    const event = steps.get(dispute.event);
    const where = event === undefined ? "" : ` (${event.at.slice(0, 10)})`;
    const head = line(span("≠ ", "warn"), span(`${dispute.about} of ${dispute.event}`, "warn"), span(where, "faint"));
    return [head, ...sideLines(dispute).flatMap((one) => wrap(one, columns - 4, 5).map((each) => indent(4, each)))];
  });
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
  return line(span(`${event}, `, "faint"), span(by, "strong"), `: ${figures.join(", ") || "none"}${who}`);
}

/** A titled section; nothing when it would be empty. */
export function section(title: string, block: Block): Block {
  return block.length === 0 ? [] : [BLANK, line(span(title, "title")), ...block.map((one) => indent(2, one))];
}
