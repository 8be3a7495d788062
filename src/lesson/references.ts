/** What a lesson refers to: its scenarios, and events in them. */
import { actOf, type DiplomaticEvent } from "../events/index.ts";
import { nearest, visibleLine } from "../problem/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { Remark } from "../views/index.ts";
import { type LessonIssue, remarksOf } from "./codes.ts";
import { blocksOf, type KeyRanges, type LessonFile, type Predict, type Walk } from "./lesson.ts";
import {
  eventIssues,
  eventsIn,
  referenceOf,
  relationIssues,
  relationOf,
  shownEventIssues,
  writtenReferenceOf,
} from "./relation.ts";

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
  const ownIssues = headIssues(lesson, scenarios, known);
  const issues = blocksOf(lesson).flatMap((block) =>
    block.kind === "step" || block.kind === "predict" ? blockIssues(block, lesson, scenarios, known) : [],
  );
  return remarksOf([...ownIssues, ...issues], file);
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

function headIssues({ head, at }: LessonFile, scenarios: Scenarios, known: readonly string[]): readonly LessonIssue[] {
  const { scenario: name, between } = head;
  if (name === undefined) return between === undefined ? [] : [namelessIssue(at["between"]?.line ?? 1)];
  const wrong = scenarioIssues(name, at, scenarios, known);
  const scenario = scenarios(name);
  return typeof scenario === "object" ? relationIssues(between, at, scenario) : wrong;
}

function namelessIssue(line: number): LessonIssue {
  return { code: "no-scenario", line, message: NAMELESS, expected: "scenario: NAME" };
}

const NAMELESS = "No scenario is named, here or in the front matter.";

function blockIssues(
  block: Predict | Walk,
  lesson: LessonFile,
  scenarios: Scenarios,
  known: readonly string[],
): readonly LessonIssue[] {
  const reference = referenceOf(block, lesson);
  if (reference === undefined) return [namelessIssue(block.line)];
  const written = writtenReferenceOf(block);
  if (written.scenario !== undefined) {
    const wrong = scenarioIssues(written.scenario, block.at, scenarios, known);
    if (wrong.length > 0) return wrong;
  }
  const scenario = scenarios(reference.scenario);
  if (scenario === undefined || typeof scenario === "string") return []; // Reported at the front matter.
  const wrong = relationIssues(written.between, block.at, scenario);
  const relation = relationOf(scenario, reference.between);
  if (wrong.length > 0 || relation === undefined) return wrong;
  return block.kind === "step" ? walkIssues(block, relation) : predictIssues(block, relation);
}

function scenarioIssues(
  name: string,
  at: KeyRanges,
  scenarios: Scenarios,
  known: readonly string[],
): readonly LessonIssue[] {
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

function walkIssues({ walk, at, line }: Walk, relation: Scenario): readonly LessonIssue[] {
  const ids = eventsIn(relation).map(({ id }) => id);
  const unknown = (["from", "to"] as const).flatMap((key) =>
    shownEventIssues(walk[key], relation, at[key] ?? { line }),
  );
  if (unknown.length > 0 || walk.from === undefined || walk.to === undefined) return unknown;
  if (ids.indexOf(walk.from) <= ids.indexOf(walk.to)) return [];
  const message = `The walk ends at ${walk.to}, before it begins at ${walk.from}.`;
  return [{ ...(at["to"] ?? { line: 1 }), code: "walk-backwards", message }];
}

function predictIssues(block: Predict, relation: Scenario): readonly LessonIssue[] {
  const { prediction, at } = block;
  const place = at["happened"] ?? { line: block.line };
  const unknown = [
    ...eventIssues(prediction.pause, relation, at["pause"] ?? place),
    ...shownEventIssues(prediction.event, relation, at["event"] ?? place),
  ];
  if (unknown.length > 0 || eventShown(block, relation) !== undefined) return unknown;
  const message = `No event after ${prediction.pause} has ${prediction.happened} as its act or class.`;
  return [{ ...place, code: "nothing-shows-it", message, expected: "event: the id of the event that shows it" }];
}
