/** Laws as data, and what came of checking them. */
import * as z from "zod/mini";
import { type Everywhere, type Law, testsOf, waysOf } from "../../laws/index.ts";
import { described } from "../../schema/index.ts";
import { modelVersion } from "../model.ts";
import { type Data, model } from "./common.ts";

export const lawsDocument = z.strictObject({
  model,
  laws: z.array(
    z.strictObject({
      name: z.string(),
      of: described(z.enum(["situation", "step", "chart", "history", "branch", "future"]), "What it is a law of"),
      sentence: z.string(),
      basis: described(z.string(), "Where it comes from, or why it must hold"),
      checked: described(z.array(z.string()), "How it is checked: everywhere, at random, on what is shipped"),
      tests: described(z.array(z.string()), "In which tests of this project"),
    }),
  ),
  check: described(
    z.optional(
      z.strictObject({
        laws: described(z.int(), "How many of them can be held to everything reachable, and were"),
        situations: z.int(),
        steps: described(z.int(), "Every act by everyone, in every situation"),
        breaches: z.array(z.strictObject({ law: z.string(), sentence: z.string(), what: z.string() })),
      }),
    ),
    "What came of --check",
  ),
});

export function lawsData(laws: readonly Law[], version: string, check?: Everywhere): Data<typeof lawsDocument> {
  return {
    model: modelVersion(version),
    laws: laws.map((law) => {
      const { name, of, sentence, basis } = law;
      return { name, of, sentence, basis, checked: waysOf(law), tests: testsOf(law) };
    }),
    check: check && checkData(check),
  };
}

function checkData({ laws, situations, steps, breaches }: Everywhere): Data<typeof lawsDocument>["check"] {
  const breachData = breaches.map(({ law, sentence, what }) => ({ law, sentence, what }));
  return { laws, situations, steps, breaches: breachData };
}
