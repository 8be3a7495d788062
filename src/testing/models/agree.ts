/** Agreement: what a model says beside what the real thing shows; where they differ, the difference is thrown. */
import type fc from "fast-check";
import { differenceText, differs, type StepRow } from "../spec/differences.ts";

/** Commands that run against a model and the real thing, as `fc.modelRun` takes them. */
export type Commands<Model extends object, Real> = fc.Arbitrary<Iterable<fc.Command<Model, Real>>>;

export function part(name: string, expected: unknown, actual: unknown): StepRow {
  return { part: name, expected: textOf(expected), actual: textOf(actual) };
}

/** @throws Error with an aligned difference when model and real thing are not the same */
export function agree(rows: readonly StepRow[]): void {
  if (rows.some(differs)) throw new Error(`Model and real thing differ.\n${differenceText(rows)}`);
}

/** A command that can always be run: it changes the model, works on the real thing, and both must agree. */
export function command<Model extends object, Real>(
  name: string,
  run: (model: Model, real: Real) => void,
): fc.Command<Model, Real> {
  return { check: () => true, run, toString: () => name };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
}
