/** Cutting: a file as it could have been written at a moment, without anything that tells of later. */
import { dayStart, formatWhen, when } from "../events/index.ts";
import { type Cut, cutHistory, toldAt } from "../history/index.ts";
import { judgeScenario, type Scenario, type ScenarioFile } from "../scenario/index.ts";
import { dayText } from "../views/index.ts";
import { type Crisis, crisisOf } from "./crisis.ts";

type FileEvent = ScenarioFile["events"][number];

/** The crisis as it was known at a moment, opened from a file that has nothing later in it. */
export function crisisKnownAt(
  crisis: Crisis,
  file: ScenarioFile,
  cut: Cut,
): { readonly crisis: Crisis; readonly file: ScenarioFile } {
  const { scenario, history } = crisis;
  // Causes may lie in other relations: what has happened there by then is known as well.
  const happened = scenario.events.slice(0, toldAt(scenario.events, history, cut));
  const steps = history.steps.slice(0, cut.count);
  const ids = new Set([...happened, ...steps.map(({ event }) => event)].map(({ id }) => id));
  const read = judgeScenario(fileUntil(file, ids, cut, scenario), {
    file: `${scenario.name}.yaml`,
    between: scenario.dyad,
    errorsAlone: true,
  });
  if (read.scenario === undefined || read.file === undefined)
    throw new Error("A record that was cut can't be read: a defect of ours.");
  const whole = crisisOf(read.scenario);
  return { crisis: { ...whole, history: cutHistory(whole.history, cut), until: cut.minute }, file: read.file };
}

/**
 * A file with the events so far and nothing else of the story: no what-ifs, expectations, invariants, questions,
 * doctrines, assumptions and outcomes, which are all written with the end in mind. The title of a source that may be
 * younger than the moment is withheld, and so are groups that no event so far has mentioned.
 *
 * @param ids the ids of the events so far
 */
function fileUntil(
  file: ScenarioFile,
  ids: ReadonlySet<string>,
  { minute }: Cut,
  { relations }: Pick<Scenario, "relations">,
): ScenarioFile {
  const events = file.events.filter(({ id }) => ids.has(id));
  const later = file.events.filter(({ id }) => !ids.has(id));
  const context = (file.context ?? []).filter(({ at }) => when(at).start <= minute);
  const cited = new Set([...events, ...context].flatMap(({ cite }) => [cite ?? []].flat()));
  const citedLater = new Set(later.flatMap(({ cite }) => [cite ?? []].flat()));
  const { scenario, purpose, quiet, parties, others = {}, sources, opening } = file;
  const mentioned = new Set(events.flatMap(actorsIn));
  const knownActors = Object.entries(others).filter(([code, { kind }]) => kind !== "non-state" || mentioned.has(code));
  return {
    scenario,
    title: `${listed(Object.values(parties).map(({ name }) => name))}, as known on ${dayText(minute)}`,
    purpose,
    window: { from: file.window.from, to: formatWhen(minute, "minute") },
    ...(quiet === undefined ? {} : { quiet }),
    parties,
    others: Object.fromEntries(knownActors),
    sources: Object.fromEntries(
      Object.entries(sources).flatMap(([id, source]) =>
        cited.has(id) ? [[id, sourceUntil(source, citedLater.has(id), minute)] as const] : [],
      ),
    ),
    ...(relations.length > 1
      ? { relations: openedRelations(file, relations) }
      : opening === undefined
        ? {}
        : { opening }),
    context,
    events,
  };
}

/** `A, B and C`. */
function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((part) => part !== "").join(" and ");
}

/** The relations that the whole file follows, by name: which they are must not depend on what has happened so far. */
function openedRelations(
  { relations, opening }: ScenarioFile,
  dyads: Scenario["relations"],
): NonNullable<ScenarioFile["relations"]> {
  if (relations !== undefined) return relations;
  return dyads.map(({ a, b }, k) => ({
    between: [a, b],
    ...(k === 0 && opening !== undefined ? { opening } : {}),
  }));
}

type Source = ScenarioFile["sources"][string];

/** A source as it can be named at a moment: one that is younger, or may be, keeps its title and address to itself. */
export function sourceUntil(source: Source, citedLater: boolean, minute: number): Source {
  const { date, author, publisher } = source;
  const published = date === undefined ? undefined : when(date);
  // On the day itself it may tell of what came later that day, and it does where a later event cites it.
  const older =
    published === undefined || published.end >= dayStart(minute)
      ? !citedLater && (published?.start ?? minute) <= minute
      : true;
  if (older) return source;
  return {
    title: "(a later report; its title is withheld)",
    ...(author === undefined ? {} : { author }),
    ...(publisher === undefined ? {} : { publisher }),
  };
}

function actorsIn({ from, to, claims = [] }: FileEvent): readonly string[] {
  const claimActors = claims.flatMap(({ by, group, in: place }) => [
    by,
    ...[group ?? []].flat(),
    ...[place ?? []].flat(),
  ]);
  return [...[from].flat(), ...[to ?? []].flat(), ...claimActors];
}
