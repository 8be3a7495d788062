/** Assumptions of a tournament: every number that its strategies use, with who uses it. */
import { type Parameter, strategyOf } from "../../doctrine/index.ts";

/** A number that strategies go by. */
export interface StrategyAssumption extends Parameter {
  readonly name: string;
  readonly strategies: readonly string[];
  /** Whether the value was given instead of the strategy's own. */
  readonly given: boolean;
}

/** The numbers that some strategies go by, each once for all that share it. */
export function strategyAssumptions(
  strategies: readonly string[],
  settings: Readonly<Record<string, number>> = {},
): readonly StrategyAssumption[] {
  const found = new Map<string, StrategyAssumption>();
  for (const id of strategies) {
    for (const [name, parameter] of Object.entries(strategyOf(id)?.parameters ?? {})) {
      const given = Object.hasOwn(settings, name) ? settings[name] : undefined;
      const value = given ?? parameter.value;
      const key = JSON.stringify([name, value, parameter.range]);
      const before = found.get(key);
      found.set(key, {
        ...parameter,
        name,
        value,
        given: given !== undefined,
        strategies: [...(before?.strategies ?? []), id],
      });
    }
  }
  return [...found.values()];
}

/** Between what a parameter may be given: its range, but a chance anything from never to always. */
export function boundsFor(name: string, range: readonly [number, number] = [0, 0]): readonly [number, number] {
  return name === "answers" || name === "goes-on" ? [0, 1] : range;
}
