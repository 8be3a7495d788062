/** Where a sweep starts: a what-if whose policy is `model`, or the record up to a moment. */

import { crisisOf, option, until, whatIfNamed } from "../../crisis/index.ts";
import { formatWhen } from "../../events/index.ts";
import { lengthOf, type Setup, setupFrom, setupOf } from "../../futures/index.ts";
import { Problem } from "../../problem/index.ts";
import { type Scenario, suppose } from "../../scenario/index.ts";
import { type Options, textOption } from "../command.ts";

/** Whence the futures of a sweep go on. */
export interface Start {
  readonly setup: Setup;
  /** The what-if, or what was given with `--from`. */
  readonly whatIf?: string;
  readonly from?: string;
  /** The moments, and how long it lasts, for the manifest. */
  readonly told: { readonly start: string; readonly horizon: string; readonly length: number };
}

/**
 * Where the options say that a sweep starts; the file's first what-if with `then: model` when they do not say it.
 *
 * @throws Problem when there is no such place, or nobody with a doctrine
 */
export function startOf(scenario: Scenario, options: Options): Start {
  if (Object.keys(scenario.doctrines).length === 0) {
    throw new Problem(
      "not-modelled",
      "The file has no doctrines: nobody decides what follows. Add some under `doctrines`.",
    );
  }
  if (Object.keys(scenario.outcomes).length === 0) {
    throw new Problem(
      "not-modelled",
      "The file asks for no outcome: there is nothing to count. Add some under `outcomes`.",
    );
  }
  const [from, named] = [textOption(options, "from"), textOption(options, "whatIf")];
  if (from !== undefined && named !== undefined) {
    throw new Problem("bad-option", "--from starts from the record: give it without --what-if.");
  }
  if (from !== undefined) {
    const setup = setupAt(scenario, from);
    return { setup, from, told: told(setup) };
  }
  const whatIf = named === undefined ? firstModel(scenario) : whatIfNamed(named, scenario);
  if (scenario.whatIfs[whatIf]?.then !== "model") {
    const models = modelsIn(scenario);
    const others = models.length === 0 ? "This file has none." : `Such what-ifs: ${models.join(", ")}.`;
    throw new Problem(
      "not-modelled",
      `${whatIf} does not say \`then: model\`: no doctrine decides what follows it. ${others}`,
    );
  }
  const setup = setupOf(scenario, suppose(scenario, whatIf).branch);
  return { setup, whatIf, told: told(setup) };
}

function setupAt(scenario: Scenario, from: string): Setup {
  const record = crisisOf(scenario);
  const { history } = until(record, from, option("from"));
  const left = record.history.steps.slice(history.steps.length);
  return setupFrom(scenario, {
    history,
    reopened: left.flatMap(({ event }) => (event.source === "clock" ? [] : [event])),
  });
}

function firstModel(scenario: Scenario): string {
  const [first] = modelsIn(scenario);
  if (first !== undefined) return first;
  throw new Problem(
    "not-modelled",
    "The file has no what-if with `then: model`. Say where the doctrines take over: --from DATE or --from ID.",
  );
}

function modelsIn({ whatIfs }: Scenario): readonly string[] {
  return Object.entries(whatIfs).flatMap(([name, { then }]) => (then === "model" ? [name] : []));
}

function told(setup: Setup): Start["told"] {
  const minute = (one: number): string => formatWhen(one, "minute");
  return { start: minute(setup.history.now), horizon: minute(setup.horizon), length: lengthOf(setup) };
}
