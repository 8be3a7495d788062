/** The digest of the law: it changes when the chart, a guard or a requirement does. */
import { digest } from "../events/index.ts";
import { symbols } from "./alphabet.ts";
import { chart } from "./chart.ts";
import { guardText } from "./guards.ts";
import { requirements, requirementsOf } from "./requirements.ts";
import { transitionsOf, transitionText } from "./transitions.ts";

let cachedDigest: string | undefined;

/**
 * SHA-256, in hexadecimal, over all transitions of the chart with what each demands, in their order, and over what the
 * law demands of every act. What was computed under one law is not to be used under another.
 *
 * @example
 * ```ts
 * import { lawDigest } from "demarche/machine";
 * lawDigest().length; // => 64
 * ```
 */
export function lawDigest(): string {
  cachedDigest ??= digest(
    JSON.stringify([
      chart.config,
      transitionsOf(chart.root).map((one) => `${transitionText(one)} if ${guardText(one.guard)}`),
      symbols.map((symbol) => [symbol, requirementsOf(symbol).map((id) => [id, requirements[id].holds(symbol)])]),
    ]),
  );
  return cachedDigest;
}
