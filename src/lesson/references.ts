/** What a lesson refers to: its scenarios, and events in them. */
import { actOf, type DiplomaticEvent } from "../events/index.ts";
import { nearest, visibleLine } from "../problem/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { Remark } from "../views/index.ts";
import type { LessonBlock, LessonFile, Predict, Spots, Walk } from "./lesson.ts";
import { blocksOf } from "./lesson.ts";
import { type Mark, remarksOf } from "./mark.ts";

/** Finds the scenario of a name; undefined where there is none, and a word where there is one that can't be used. */
export type Scenarios = (name: string) => Scenario | "broken" | "outside" | undefined;

/** The names of the scenarios that a lesson refers to, each once. */
export function scenarioNames(lesson: LessonFile): readonly string[] {
  const names = [lesson.head.scenario, ...blocksOf(lesson).map((block) => scenarioName(block, lesson))];
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** The scenario that a walk or a prediction is about, by name. */
export function scenarioName(block: LessonBlock, { head }: LessonFile): string | undefined {
  if (block.kind === "step") return block.walk.scenario ?? head.scenario;
  return block.kind === "predict" ? (block.prediction.scenario ?? head.scenario) : undefined;
}

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
  const { scenario } = lesson.head;
  const own = scenario === undefined ? [] : scenarioMarks(scenario, lesson.at, scenarios, known);
  const marks = blocksOf(lesson).flatMap((block) =>
    block.kind === "step" || block.kind === "predict" ? blockMarks(block, lesson, scenarios, known) : [],
  );
  return remarksOf([...own, ...marks], file);
}

/** The event that shows what happened: the one named, or the first after the pause of that act or class. */
export function eventShown({ prediction }: Predict, { events }: Scenario): DiplomaticEvent | undefined {
  const { pause, happened, event } = prediction;
  if (event !== undefined) return events.find(({ id }) => id === event);
  const from = events.findIndex(({ id }) => id === pause) + 1;
  return events.slice(from).find(({ act }) => act === happened || actOf(act).class === happened);
}

function blockMarks(
  block: Predict | Walk,
  lesson: LessonFile,
  scenarios: Scenarios,
  known: readonly string[],
): readonly Mark[] {
  const name = scenarioName(block, lesson);
  if (name === undefined) {
    const message = "No scenario is named, here or in the front matter.";
    return [{ code: "no-scenario", line: block.line, message, expected: "scenario: NAME" }];
  }
  const written = block.kind === "step" ? block.walk.scenario : block.prediction.scenario;
  if (written !== undefined) {
    const wrong = scenarioMarks(written, block.at, scenarios, known);
    if (wrong.length > 0) return wrong;
  }
  const scenario = scenarios(name);
  if (scenario === undefined || typeof scenario === "string") return []; // Said at the front matter.
  return block.kind === "step" ? walkMarks(block, scenario) : predictMarks(block, scenario);
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

function walkMarks({ walk, at }: Walk, { events }: Scenario): readonly Mark[] {
  const ids = events.map(({ id }) => id);
  const unknown = (["from", "to"] as const).flatMap((key) => eventMarks(walk[key], ids, at[key]));
  if (unknown.length > 0 || walk.from === undefined || walk.to === undefined) return unknown;
  if (ids.indexOf(walk.from) <= ids.indexOf(walk.to)) return [];
  const message = `The walk ends at ${walk.to}, before it begins at ${walk.from}.`;
  return [{ ...(at["to"] ?? { line: 1 }), code: "walk-backwards", message }];
}

function predictMarks(block: Predict, scenario: Scenario): readonly Mark[] {
  const { prediction, at } = block;
  const ids = scenario.events.map(({ id }) => id);
  const unknown = (["pause", "event"] as const).flatMap((key) => eventMarks(prediction[key], ids, at[key]));
  if (unknown.length > 0 || eventShown(block, scenario) !== undefined) return unknown;
  const message = `No event after ${prediction.pause} has ${prediction.happened} as its act or class.`;
  const place = at["happened"] ?? { line: block.line };
  return [{ ...place, code: "nothing-shows-it", message, expected: "event: the id of the event that shows it" }];
}

function eventMarks(id: string | undefined, ids: readonly string[], place: Spots[string] | undefined): readonly Mark[] {
  if (id === undefined || ids.includes(id)) return [];
  return [
    {
      ...(place ?? { line: 1 }),
      code: "unknown-event",
      message: `The scenario has no event ${visibleLine(id)}.`,
      expected: "the id of an event",
      suggestion: nearest(id, ids),
    },
  ];
}
