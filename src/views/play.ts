/** Play: where the player stands, what is valid now and what it would change, and what has just happened. */
import { type ActClass, type ActId, actOf, type DiplomaticEvent } from "../events/index.ts";
import { changes, type Step } from "../history/index.ts";
import type { Dyad, Region, Situation } from "../machine/index.ts";
import { BLANK, type Block, beside, indented, type Line, line, plural, span, wrap } from "../render/index.ts";
import type { ReplayView } from "./replay-view.ts";
import { courseSpan } from "./situation.ts";
import { classStyles } from "./styles.ts";
import { columnsFor, stepBlock } from "./timeline.ts";
import { regionText, whoText } from "./words.ts";

/** An act that the player may do, as it is shown. */
export interface ShownChoice {
  readonly act: ActId;
  readonly class: ActClass;
  readonly judged: { readonly after: Situation };
  readonly consent?: "needed" | "given";
}

/** The valid acts by class: each with what it would change; those that change nothing on one line. */
export function choicesBlock(
  choices: readonly ShownChoice[],
  now: Situation,
  other: string,
  dyad: Dyad,
  columns: number,
): Block {
  const widest = choices.reduce((most, { act }) => Math.max(most, act.length), 0);
  const room = columns - widest - 4;
  const choiceRow = ({ act, class: kind, judged, consent }: ShownChoice): Block => {
    const effects = changes(now, judged.after).map(({ region, to }) => regionText(region, to, dyad));
    const consentText: Line = consent === undefined ? [] : [span(` (${CONSENT[consent]} ${other})`, "warn")];
    return beside([
      { columns: widest + 2, block: [line("  ", span(act, classStyles[kind]))] },
      { columns: room, block: wrap(line(effects.join(", ") || "changes nothing", ...consentText), room) },
    ]);
  };
  return [...Map.groupBy(choices, ({ class: kind }) => kind)].flatMap(([kind, members]) => {
    const moving = members.filter(({ judged, consent }) => judged.after !== now || consent !== undefined);
    const still = members.filter((one) => !moving.includes(one));
    return [line(span(kind, "title")), ...moving.flatMap(choiceRow), ...stillLines(still, columns)];
  });
}

/** The situation on a line or two: the course, both missions, what else is not as in peace. */
export function standingLines(situation: Situation, dyad: Dyad, columns: number): Block {
  return wrap(standingLine(situation, dyad, ["missionA", "missionB", "channels", "posture", "terms"]), columns, 2);
}

/** The course, and some other regions, on one line. */
export function standingLine(situation: Situation, dyad: Dyad, regions: readonly Region[]): Line {
  const others = regions.map((region) => ` · ${regionText(region, situation[region], dyad)}`);
  return line(courseSpan(situation.course, dyad), span(others.join(""), "faint"));
}

/** Steps that have just happened, as a timeline without its head. */
export function happenedBlock(replay: Pick<ReplayView, "scenario">, steps: readonly Step[], columns: number): Block {
  // Ids are typed in a game, so that they stand on one line where there is room.
  const longest = steps.reduce((most, { event }) => Math.max(most, event.id.length), 0);
  const widths = columnsFor(steps, columns, Math.min(26, longest));
  return steps.flatMap((step) => stepBlock(replay, step, widths));
}

/** How much of what happened is shown before the first move. */
const LAST = 3;

/** What happened before the first move: the last of it. */
export function openingBlock({ scenario, history }: Pick<ReplayView, "scenario" | "history">, columns: number): Block {
  const { steps } = history;
  const earlier = steps.length - LAST;
  const earlierLines = earlier < 1 ? [] : [line(span(`${plural(earlier, "event")} before: .log`, "faint"))];
  return [...earlierLines, ...happenedBlock({ scenario }, steps.slice(-LAST), columns)];
}

/** What one party has proposed and waits for the other to do too. */
export function proposalLines(
  proposals: readonly { act: ActId; by: string }[],
  player: string,
  columns: number,
): Block {
  const sentences = proposals.map(({ act, by }) =>
    by === player
      ? `You propose ${act}; it happens when the other side proposes it too.`
      : `${by} proposes ${act} (${actOf(act).label.toLowerCase()}); ${act} accepts.`,
  );
  return [...new Set(sentences)].flatMap((text) => wrap(line(span("? ", "warn"), text), columns, 2));
}

/** What has just happened in other relations, a line each. */
export function elsewhereBlock(events: readonly DiplomaticEvent[], columns: number): Block {
  return events.flatMap((event) => {
    const { label, class: kind } = actOf(event.act);
    const what = line(span("elsewhere ", "faint"), `${event.at} ${whoText(event)} `, span(label, classStyles[kind]));
    return wrap(line(...what, span(` [${event.id}]`, "faint")), columns, 4);
  });
}

/** Several blocks, apart from each other, without the empty ones. */
export function separateBlocks(...blocks: readonly Block[]): Block {
  return blocks.filter((block) => block.length > 0).flatMap((block, k) => (k === 0 ? block : [BLANK, ...block]));
}

const CONSENT = { needed: "only together with", given: "proposed already by" } as const;

function stillLines(still: readonly ShownChoice[], columns: number): Block {
  if (still.length === 0) return [];
  const names = still.map(({ act }) => act).join(", ");
  return indented(2, wrap(line(span("changing nothing: ", "faint"), names), columns - 2, 2));
}
