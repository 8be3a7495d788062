/** A fit as it was written, read again. */
import { Problem } from "../../problem/index.ts";
import type { Fitted } from "./fitted.ts";

/**
 * What `fit` wrote: the text of `demarche/model/calibrated.json`, or of a fit of your own.
 *
 * @param file what it is called in problems
 * @throws Problem `no-model` when it is something else
 */
export function readFit(text: string, file = "the model"): Fitted {
  const read = dataOf(text);
  if (isFit(read)) return read;
  throw new Problem("no-model", `${file} is nothing that fit wrote.`, {
    expected: "Write demarche fit mie.csv -o model.json.",
  });
}

function dataOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Nobody but `fit` writes this format, and what is in it is believed. */
function isFit(read: unknown): read is Fitted {
  return typeof read === "object" && read !== null && "format" in read && read.format === "demarche-fit/1";
}
