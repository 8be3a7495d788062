/** What a search came to: the ways, the proof that there is none, or how far it got. */
import { actOf } from "../../events/index.ts";
import type { ChartEvent, Dyad, Situation } from "../../machine/index.ts";
import {
  BLANK,
  type Block,
  beside,
  formatCount,
  indented,
  line,
  paragraph,
  plural,
  section,
  span,
  wrap,
} from "../../render/index.ts";
import { regionKey, stateWord } from "../../scenario/index.ts";
import type { Found, Missed, OutOfBudget, Searched, Unreachable, Way, WayStep } from "../../search/index.ts";
import { patternText } from "../findings.ts";
import { standingLines } from "../play.ts";
import { classStyles } from "../styles.ts";
import { changeLines } from "../timeline.ts";

/** A search and what it was for. */
export interface SearchView {
  readonly title: string;
  readonly purpose: string;
  readonly dyad: Dyad;
  /** Where it began, as a person says it: `the end of 2024-01-18`. */
  readonly moment: string;
  readonly from: Situation;
  /** What was looked for, as it was typed. */
  readonly goal: string;
  /** How many different ways were asked for. */
  readonly wanted: number;
  /** What was allowed and forbidden, as it was typed; empty where all that is valid was. */
  readonly limits: string;
  readonly searched: Searched;
}

/** A whole search. */
export function searchBlock(view: SearchView, columns: number): Block {
  const { title, moment, from, dyad, goal, limits, purpose, searched } = view;
  const goalText = `To ${goal}, from ${moment}${limits === "" ? "" : `, ${limits}`}`;
  return [
    ...paragraph(title, columns, "title"),
    ...paragraph(goalText, columns),
    ...indented(2, standingLines(from, dyad, columns - 2)),
    ...(searched.kind === "found"
      ? foundBlock(searched, view, columns)
      : searched.kind === "unreachable"
        ? unreachableBlock(searched, view, columns)
        : budgetBlock(searched, view, columns)),
    BLANK,
    ...paragraph(effortText(searched), columns, "faint"),
    ...paragraph(
      `Purpose: ${purpose}. What the rules allow; not what is likely, and not a forecast.`,
      columns,
      "faint",
    ),
  ];
}

function foundBlock({ ways, outOfBudget }: Found, { dyad, wanted }: SearchView, columns: number): Block {
  const few = ways.length < wanted;
  const shortfall = outOfBudget
    ? `${plural(ways.length, "way")} of ${wanted} found before the budget ended.`
    : "Every other way passes through a situation of one of these, or makes a detour.";
  return [
    ...ways.flatMap(({ steps, ...way }, k) => {
      const head = `${k === 0 ? "The shortest way" : "Another way"}: ${plural(steps.length, "step")}, each valid`;
      return section(head, wayLines({ ...way, steps }, dyad, columns - 2));
    }),
    ...(few ? [BLANK, ...wrap(line(shortfall), columns)] : []),
  ];
}

function unreachableBlock(found: Unreachable, { dyad, limits }: SearchView, columns: number): Block {
  const { visited, core, regions } = found;
  const within = limits === "" ? "can be reached by valid acts" : `can be reached by valid acts, ${limits},`;
  const proof = `There is no way. All ${formatCount(visited)} situations that ${within} were visited, and none matches.`;
  return [
    BLANK,
    ...wrap(line(span("✗ ", "bad"), proof), columns, 2),
    ...wrap(line(`  ${reasonText(regions, patternText(core, dyad), dyad)}`), columns, 2),
  ];
}

/** Why nothing matches, in one sentence. */
export function reasonText(regions: readonly Missed[], core: string, dyad: Dyad): string {
  const [only, ...others] = regions;
  if (only === undefined) return "Nothing was looked for.";
  if (others.length > 0) return `Each part of ${core} was reached, but never all of it at once.`;
  const reached = only.reached.map((state) => stateWord(state, dyad)).join(", ");
  return `${core} was never reached: ${regionKey(only.region, dyad)} was only ever ${reached}.`;
}

function budgetBlock({ noneWithin, closest }: OutOfBudget, { dyad }: SearchView, columns: number): Block {
  const { way, matched, of } = closest;
  const bound = noneWithin === 0 ? "" : ` There is no way of ${plural(noneWithin, "step")} or fewer.`;
  const resultText = `The budget ended before a way was found or proved impossible.${bound}`;
  const close = `The closest: ${matched} of ${plural(of, "part")}`;
  return [
    BLANK,
    ...wrap(line(span("? ", "warn"), resultText), columns, 2),
    ...section(close, wayLines(way, dyad, columns - 2)),
  ];
}

function effortText({ visited, expanded }: Searched): string {
  return `Visited ${formatCount(visited)} situations; tried every allowed act in ${formatCount(expanded)} of them.`;
}

/** At most this many other acts that would have done the same are named. */
const MAX_NAMED = 3;

/** The rows of a way; where it has none, that it begins where it is to end. */
function wayLines({ steps, from }: Way, dyad: Dyad, columns: number): Block {
  if (steps.length === 0) return [line("It stands there already:"), ...standingLines(from, dyad, columns)];
  const number = `${steps.length}`.length + 1;
  const who = Math.max(...steps.map(({ event }) => byText(event, dyad).length));
  const rest = Math.max(30, columns - number - who - 6);
  const act = Math.floor(rest * 0.42);
  return steps.flatMap((step, k) => {
    const { label, class: kind } = actOf(step.event.type);
    return beside([
      { columns: number, block: [line(span(`${k + 1}.`.padStart(number), "faint"))] },
      { columns: who, block: [line(byText(step.event, dyad))] },
      { columns: act, block: [...wrap(line(span(label, classStyles[kind])), act), ...insteadLines(step, dyad, act)] },
      {
        columns: rest - act,
        block: changeLines({ ...step, verdict: "applied" }, dyad).flatMap((one) => wrap(one, rest - act, 2)),
      },
    ]);
  });
}

/** Who acts: `IRN`, `IRN + PAK`, `clock`. */
function byText({ type, by }: ChartEvent, { a, b }: Dyad): string {
  if (by === "other") return actOf(type).class === "clock" ? "clock" : "another";
  return by === "both" ? `${a} + ${b}` : by === "a" ? a : b;
}

function insteadLines({ event, instead }: WayStep, dyad: Dyad, columns: number): Block {
  if (instead.length === 0) return [];
  // Of another act the name, of another actor who it is.
  const texts = instead.map((other) =>
    [
      ...(other.type === event.type ? [] : [other.type]),
      ...(other.type !== event.type && other.by === event.by ? [] : [`by ${byText(other, dyad)}`]),
    ].join(" "),
  );
  const more = texts.length > MAX_NAMED ? `, or one of ${texts.length - MAX_NAMED} more` : "";
  return wrap(line(span(`or ${texts.slice(0, MAX_NAMED).join(", ")}${more}`, "faint")), columns);
}
