/** The version of the model: that of the package, and a fingerprint of what the chart answers. */
import { createHash } from "node:crypto";
import { keyOf, PEACE, sharedTable, symbols } from "../../machine/index.ts";
import { packageVersion } from "../package.ts";

/** A model's version. */
export interface Model {
  readonly version: string;
  readonly chart: string;
}

/** So many situations are asked about, those nearest to peace: any rule of the chart shows in one of them. */
const PROBED = 40;

let known: Model | undefined;

/** The version of the model at work. */
export function model(): Model {
  known ??= { version: packageVersion(), chart: fingerprint() };
  return known;
}

/** A hash over the chart's answers to every symbol from the first situations that are reached from peace. */
function fingerprint(): string {
  const hash = createHash("sha256");
  const queue = [sharedTable.idOf(PEACE)];
  const seen = new Set(queue);
  for (let k = 0; k < Math.min(PROBED, queue.length); k++) {
    const id = queue[k] ?? 0;
    for (let symbol = 0; symbol < symbols.length; symbol++) {
      const next = sharedTable.next(id, symbol);
      hash.update(`${sharedTable.verdict(id, symbol)} ${keyOf(sharedTable.situationOf(next))}\n`);
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return hash.digest("hex").slice(0, 16);
}
