/** What a lesson refers to: its scenarios, and events in them. */
import { actOf, type DiplomaticEvent } from "../events/index.ts";
import { nearest, visibleLine } from "../problem/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { Remark } from "../views/index.ts";
import { type Mark, remarksOf } from "./codes.ts";
import { blocksOf, type LessonFile, type Predict, type Spots, type Walk } from "./lesson.ts";
import { eventMarks, eventsIn, referenceOf, relationMarks, relationOf, saidOf, shownMarks } from "./relation.ts";

/** Finds the scenario of a name; undefined where there is none, and a word where there is one that can't be used. */
export type Scenarios = (name: string) => Scenario | "broken" | "outside" | undefined;

/**
 * What is wrong with a lesson's references.
 *
 * @param known the names of bundled scenarios, of which the nearest is suggested
 */
export function lessonReferences(
  lesson: LessonFile,
  scenarios: Scenarios,
  file: string,
  known: readonly string[] = [],
): readonly Remark[] {
  const own = headMarks(lesson, scenarios, known);
  const marks = blocksOf(lesson).flatMap((block) =>
    block.kind === "step" || block.kind === "predict" ? blockMarks(block, lesson, scenarios, known) : [],
  );
  return remarksOf([...own, ...marks], file);
}

/** The event that shows what happened: the one named, or the first after the pause of that act or class. */
export function eventShown({ prediction }: Predict, relation: Scenario): DiplomaticEvent | undefined {
  const { pause, happened, event } = prediction;
  const own = eventsIn(relation);
  if (event !== undefined) return own.find(({ id }) => id === event);
  const { events } = relation;
  const later = new Set(events.slice(events.findIndex(({ id }) => id === pause) + 1));
  return own.find((one) => later.has(one) && (one.act === happened || actOf(one.act).class === happened));
}

function headMarks({ head, at }: LessonFile, scenarios: Scenarios, known: readonly string[]): readonly Mark[] {
  const { scenario: name, between } = head;
  if (name === undefined) return between === undefined ? [] : [nameless(at["between"]?.line ?? 1)];
  const wrong = scenarioMarks(name, at, scenarios, known);
  const scenario = scenarios(name);
  return typeof scenario === "object" ? relationMarks(between, at, scenario) : wrong;
}

function nameless(line: number): Mark {
  return { code: "no-scenario", line, message: NAMELESS, expected: "scenario: NAME" };
}

const NAMELESS = "No scenario is named, here or in the front matter.";

function blockMarks(
  block: Predict | Walk,
  lesson: LessonFile,
  scenarios: Scenarios,
  known: readonly string[],
): readonly Mark[] {
  const reference = referenceOf(block, lesson);
  if (reference === undefined) return [nameless(block.line)];
  const written = saidOf(block);
  if (written.scenario !== undefined) {
    const wrong = scenarioMarks(written.scenario, block.at, scenarios, known);
    if (wrong.length > 0) return wrong;
  }
  const scenario = scenarios(reference.scenario);
  if (scenario === undefined || typeof scenario === "string") return []; // Said at the front matter.
  const wrong = relationMarks(written.between, block.at, scenario);
  const relation = relationOf(scenario, reference.between);
  if (wrong.length > 0 || relation === undefined) return wrong;
  return block.kind === "step" ? walkMarks(block, relation) : predictMarks(block, relation);
}

function scenarioMarks(name: string, at: Spots, scenarios: Scenarios, known: readonly string[]): readonly Mark[] {
  const found = scenarios(name);
  const place = at["scenario"] ?? { line: 1 };
  const shown = visibleLine(name);
  if (found === undefined) {
    const message = `There is no scenario ${shown}, neither bundled nor beside the lesson.`;
    const expected = "a bundled scenario's name, or a path";
    return [{ ...place, code: "unknown-scenario", message, expected, suggestion: nearest(name, known) }];
  }
  if (found === "outside") {
    const message = `The path ${shown} leads out of the lesson's folder, and whatever lies there was not read.`;
    return [
      {
        ...place,
        code: "scenario-outside",
        message,
        expected: "a bundled scenario's name, or a file beside the lesson",
      },
    ];
  }
  if (found !== "broken") return [];
  return [
    { ...place, code: "broken-scenario", message: `The scenario ${shown} has errors; demarche check shows them.` },
  ];
}

function walkMarks({ walk, at, line }: Walk, relation: Scenario): readonly Mark[] {
  const ids = eventsIn(relation).map(({ id }) => id);
  const unknown = (["from", "to"] as const).flatMap((key) => shownMarks(walk[key], relation, at[key] ?? { line }));
  if (unknown.length > 0 || walk.from === undefined || walk.to === undefined) return unknown;
  if (ids.indexOf(walk.from) <= ids.indexOf(walk.to)) return [];
  const message = `The walk ends at ${walk.to}, before it begins at ${walk.from}.`;
  return [{ ...(at["to"] ?? { line: 1 }), code: "walk-backwards", message }];
}

function predictMarks(block: Predict, relation: Scenario): readonly Mark[] {
  const { prediction, at } = block;
  const place = at["happened"] ?? { line: block.line };
  const unknown = [
    ...eventMarks(prediction.pause, relation, at["pause"] ?? place),
    ...shownMarks(prediction.event, relation, at["event"] ?? place),
  ];
  if (unknown.length > 0 || eventShown(block, relation) !== undefined) return unknown;
  const message = `No event after ${prediction.pause} has ${prediction.happened} as its act or class.`;
  return [{ ...place, code: "nothing-shows-it", message, expected: "event: the id of the event that shows it" }];
}
