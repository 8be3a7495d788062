/** Laws as JSON, and what came of checking them. */
import type * as z from "zod";
import { type Everywhere, type Law, testsOf, waysOf } from "../../laws/index.ts";
import { model } from "./model.ts";
import type { lawsDocument } from "./schema/documents.ts";

/** Laws with all that is said of them. */
export function lawsData(laws: readonly Law[], check?: Everywhere): z.infer<typeof lawsDocument> {
  return {
    model: model(),
    laws: laws.map((law) => {
      const { name, of, sentence, basis } = law;
      return { name, of, sentence, basis, checked: [...waysOf(law)], tests: [...testsOf(law)] };
    }),
    ...(check === undefined ? {} : { check: checkData(check) }),
  };
}

function checkData({ laws, situations, steps, breaches }: Everywhere): z.infer<typeof lawsDocument>["check"] {
  const told = breaches.map(({ law, sentence, what }) => ({ law, sentence, what }));
  return { laws, situations, steps, breaches: told };
}
