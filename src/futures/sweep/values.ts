/** Values: a setup with some of the numbers that it rests on set otherwise. */
import type { Doctrine } from "../../doctrine/index.ts";
import type { Setup } from "../model.ts";

/**
 * A setup with other values, by the names that `assumptionsOf` gives: those of assumptions and defaults, and
 * `CODE.parameter` for a strategy's parameter.
 */
export function withValues(setup: Setup, values: Readonly<Record<string, number>>): Setup {
  const assumptions = { ...setup.assumptions };
  const doctrines: Record<string, Doctrine> = { ...setup.doctrines };
  for (const [name, value] of Object.entries(values)) {
    const [code = "", key = ""] = name.split(".");
    const doctrine = Object.hasOwn(doctrines, code) ? doctrines[code] : undefined;
    const own = !Object.hasOwn(assumptions, name) && doctrine?.kind === "strategy";
    if (own) doctrines[code] = { ...doctrine, parameters: { ...doctrine.parameters, [key]: value } };
    else assumptions[name] = { ...assumptions[name], value };
  }
  return { ...setup, assumptions, doctrines };
}
