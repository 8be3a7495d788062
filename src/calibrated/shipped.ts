/** The model that the package brings along: a file of its own, read when it is first asked for. */
import { Problem } from "../problem/index.ts";
import type { NextModel } from "./model.ts";

/** What the file holds, as far as futures use it. */
interface Shipped {
  readonly mie: { readonly model: NextModel };
}

let loadedModel: NextModel | undefined;

/** The model of what comes next that was fitted to Militarized Interstate Events. @throws Problem in a browser, which has no files */
export function shippedNext(): NextModel {
  loadedModel ??= (shippedFit() as Shipped).mie.model;
  return loadedModel;
}

/**
 * The whole file of the fit that the package brings along.
 *
 * @throws Problem `no-model` where there are no files: in a browser
 */
export function shippedFit(): unknown {
  const builtin = globalThis.process?.getBuiltinModule?.("node:module");
  if (builtin === undefined) {
    throw new Problem("no-model", "The calibrated model is a file, and there are no files here.", {
      expected: "Simulate it with the program or the library on Node.",
    });
  }
  return builtin.createRequire(import.meta.url)("demarche/model/calibrated.json");
}
