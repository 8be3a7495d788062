/** A file that was found right, as the scenario that everything else computes with. */
import { parseDuration, when } from "../events/index.ts";
import { QUIET } from "../history/index.ts";
import type { Situation } from "../machine/index.ts";
import type { Scenario } from "./scenario.ts";
import type { ScenarioFile } from "./schema/file.ts";
import { listOf, toEvent, toOpening } from "./translate.ts";
import { toContracts, toExpectations } from "./translate-contract.ts";
import { toWhatIf } from "./translate-edit.ts";
import { toDoctrine, toOutcome } from "./translate-model.ts";

/** Puts a scenario together from a file without errors. */
export function assemble(file: ScenarioFile): Scenario {
  const [a = "", b = ""] = Object.keys(file.parties);
  const dyad = { a, b };
  const parties = mapped(file.parties, ({ name }) => ({ name, kind: "party" as const }));
  const record = new Map(file.events.map((event) => [event.id, event]));
  return {
    name: file.scenario,
    title: file.title,
    purpose: file.purpose,
    window: { from: when(file.window.from).start, to: when(file.window.to).end },
    quiet: parseDuration(file.quiet ?? "") ?? QUIET,
    dyad,
    actors: { ...parties, ...file.others },
    sources: file.sources,
    opening: toOpening(file.opening ?? {}, dyad) ?? incoherent(),
    context: (file.context ?? []).map((one) => ({ ...one, cite: listOf(one.cite) })),
    events: file.events.map(toEvent),
    expect: toExpectations(file.expect, dyad),
    contracts: toContracts(file, dyad),
    whatIfs: mapped(file["what-if"], (one) => toWhatIf(one, record, dyad)),
    doctrines: mapped(file.doctrines, (one) => toDoctrine(one, dyad)),
    assumptions: file.assume ?? {},
    outcomes: mapped(file.outcomes, (one) => toOutcome(one, dyad)),
    lessons: file.teach ?? [],
  };
}

function mapped<T, U>(record: Readonly<Record<string, T>> | undefined, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record ?? {}).map(([key, value]) => [key, change(value)]));
}

function incoherent(): Situation {
  throw new Error("An opening that was checked is no situation: a defect of ours.");
}
