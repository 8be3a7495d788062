/** The catalogue as JSON. */
import type * as z from "zod";
import { type ActId, actOf } from "../../events/index.ts";
import { requirements } from "../../machine/index.ts";
import { model } from "./model.ts";
import type { actsDocument } from "./schema/documents.ts";

/** Acts with all that the catalogue says of them. */
export function actsData(ids: readonly ActId[]): z.infer<typeof actsDocument> {
  return { model: model(), acts: ids.map(actData) };
}

function actData(id: ActId): z.infer<typeof actsDocument>["acts"][number] {
  const { by, fields, requires, plover, class: kind, label, definition, version, ...codes } = actOf(id);
  const { cameo, goldstein, mid, article, rung } = codes;
  return {
    id,
    class: kind,
    label,
    definition,
    by: [...by],
    fields: Object.keys(fields),
    requires: requires.map((requirement) => {
      const { sentence, rule } = requirements[requirement];
      return { requirement, sentence, rule };
    }),
    version,
    cameo,
    goldstein,
    plover: plover === null ? null : { ...plover },
    mid,
    article,
    rung,
  };
}
