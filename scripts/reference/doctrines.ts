/** The reference of doctrines, from the tables of strategies, levels, defaults and delays. */
import {
  defaults,
  type Level,
  levelOf,
  type Parameter,
  playedAs,
  type Strategy,
  strategies,
} from "../../src/doctrine/index.ts";
import { actIds } from "../../src/events/index.ts";
import { semantics } from "./doctrine-semantics.ts";
import { type Following, templates, twins } from "./escalation.ts";

/** docs/reference/doctrines.md */
export function doctrinesPage(): string {
  return [
    "# Doctrines",
    "",
    "Made from the tables in `src/doctrine`. A doctrine says how an actor reacts where a what-if says `then: model`: by rules of its own, or for a party by a named strategy. How chance works: [keyed chance](../explanation/keyed-chance.md). What all this can't say: [what this model cannot say](../explanation/what-this-model-cannot-say.md).",
    "",
    ...semantics,
    "## Defaults of ours",
    "",
    "Assumptions of every simulation. A file sets them otherwise by an assumption of the same name.",
    "",
    "| name | value | range | rests on |",
    "|---|---|---|---|",
    ...Object.entries(defaults).map(
      ([name, { value, range, basis }]) => `| ${name} | ${value} | ${range.join(" to ")} | ${basis} |`,
    ),
    "",
    "## The ladder",
    "",
    "Named strategies hear and play levels. From 2 on they are the MID hostility levels.",
    "",
    "| level | acts that are heard as it | played as |",
    "|---|---|---|",
    ...LEVELS.map(ofLevel),
    "",
    "## Named strategies",
    "",
    ...strategies.flatMap(ofStrategy),
    ...escalation(),
  ].join("\n");
}

const LEVELS: readonly Level[] = [5, 4, 3, 2, 1, 0, -1, -2];

function ofLevel(level: Level): string {
  const acts = actIds.filter((id) => levelOf(id) === level).join(", ");
  return `| ${level} | ${level === 0 ? "all others, such as statements and contacts: they call for no answer" : acts} | ${level === 0 ? "–" : playedAs[level]} |`;
}

function ofStrategy({ id, title, definition, source, parameters }: Strategy): readonly string[] {
  return [
    `### ${id}`,
    "",
    `**${title}.** ${definition}`,
    "",
    `Proposed by: ${source}.`,
    "",
    "| parameter | means | value | range | rests on |",
    "|---|---|---|---|---|",
    ...Object.entries(parameters).map(ofParameter),
    "",
  ];
}

function ofParameter([name, { meaning, value, range, basis }]: [string, Parameter]): string {
  return `| ${name} | ${meaning} | ${round(value)} | ${range.join(" to ")} | ${basis} |`;
}

function escalation(): readonly string[] {
  const [lessons, each, fewer, alone] = [templates(), twins(), twins({ answers: 0.4 }), twins({ "goes-on": 0 })];
  const answered = (one: Following | undefined): string => percent(one?.answered ?? 0);
  const tat = each["tit-for-tat"];
  return [
    "## How far the defaults escalate",
    "",
    "What follows one first act in 4,000 futures, seed 1; intervals are at most 1.6 points to either side. Of the confrontations after 1945 of two states alone in Militarized Interstate Events 1.0 (Gibler and Miller), 32.7 % are a single event, and both sides act in 43.2 %, in 57 % if a clash is an act of both. That data set codes threats, displays and force, so its numbers stand beside the second and the third column.",
    "",
    HEAD,
    RULE,
    ...Object.entries(lessons).map(ofFollowing),
    "| *data: Militarized Interstate Events* | – | *32.7 %* | *43.2 % to 57 %* | – |",
    "",
    "Each strategy against itself with all its defaults, after one strike:",
    "",
    HEAD,
    RULE,
    ...Object.entries(each).map(ofFollowing),
    "",
    "What the comparison says:",
    "",
    "- **Not everything escalates.** Half of what a strategy would answer is not answered (`answers`), and after more than half of its own acts it does not go on (`goes-on`): one act leads to less than one more on average.",
    `- **The defaults answer more often than the data.** Tit for tat answers a strike in ${answered(tat)} of the futures, against 43.2 % to 57 %. The data set does not code what it can't see, and \`answers\` has not been tuned to this table. With \`answers: 0.4\` tit for tat comes to ${answered(fewer["tit-for-tat"])}; generous tit for tat, with its published generosity, to ${answered(each["generous-tit-for-tat"])} as it is.`,
    `- **The same side often goes on alone.** In the data the next event is of the same side after 45 % of the events of one side, which \`goes-on\` has from there. Nothing follows in ${percent(tat?.nothing ?? 0)} of the futures of tit for tat, against 32.7 %; were \`goes-on\` 0, in ${percent(alone["tit-for-tat"]?.nothing ?? 0)}.`,
    `- **The templates are lessons.** Their numbers are chosen, and their parties are invented. Ardia's patrol is answered militarily in ${answered(Object.values(lessons)[0])} of the futures, by the default strategy of its neighbour. The expulsions never lead to force, since no doctrine there has an act that could.`,
    `- **Twins of bullying mostly come to force on both sides** (${percent(each["bullying"]?.forceByBoth ?? 0)}): each presses on until the other gives in, which neither ever does, or until nothing has come of \`patience\` steps.`,
    "",
  ];
}

const HEAD =
  "| | nothing follows | nothing militarised follows | the other side acts militarily | force on both sides |";
const RULE = "|---|---|---|---|---|";

function ofFollowing([name, { nothing, nothingMilitarised, answered, forceByBoth }]: [string, Following]): string {
  return `| ${name} | ${[nothing, nothingMilitarised, answered, forceByBoth].map(percent).join(" | ")} |`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
