/** The catalogue as data. */
import * as z from "zod/mini";
import { type ActId, actOf } from "../../events/index.ts";
import { requirements } from "../../machine/index.ts";
import { modelVersion } from "../model.ts";
import { act, type Data, model } from "./common.ts";

export const actsDocument = z.strictObject({
  model,
  acts: z.array(
    z.strictObject({
      id: act,
      class: z.string(),
      label: z.string(),
      definition: z.string(),
      by: z.array(z.enum(["party", "both", "third", "non-state", "unknown", "clock"])),
      fields: z.array(z.string()),
      requires: z.array(z.strictObject({ requirement: z.string(), sentence: z.string(), rule: z.string() })),
      version: z.int(),
      cameo: z.nullable(z.string()),
      goldstein: z.nullable(z.number()),
      plover: z.nullable(
        z.strictObject({ event: z.string(), mode: z.nullable(z.string()), score: z.nullable(z.number()) }),
      ),
      mid: z.nullable(z.number()),
      article: z.nullable(z.string()),
      rung: z.nullable(z.number()),
    }),
  ),
});

/** Acts with all that the catalogue says of them. */
export function actsData(ids: readonly ActId[], version: string): Data<typeof actsDocument> {
  return { model: modelVersion(version), acts: ids.map(actData) };
}

function actData(id: ActId): Data<typeof actsDocument>["acts"][number] {
  const { class: kind, label, definition, by, fields, requires, version, ...codes } = actOf(id);
  const { cameo, goldstein, plover, mid, article, rung } = codes;
  return {
    id,
    class: kind,
    label,
    definition,
    by,
    fields: Object.keys(fields),
    requires: requires.map((requirement) => {
      const { sentence, rule } = requirements[requirement];
      return { requirement, sentence, rule };
    }),
    version,
    cameo,
    goldstein,
    plover,
    mid,
    article,
    rung,
  };
}
