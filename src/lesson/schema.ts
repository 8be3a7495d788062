/** What the YAML parts of a lesson may say: the front matter, a quiz, a prediction and a walk through the record. */
import * as z from "zod/mini";
import { languages } from "../pictures/index.ts";
import { pair } from "../scenario/index.ts";
import { described } from "../schema/index.ts";

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(4000));
const word = described(
  z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/)),
  "a word of letters, digits and hyphens",
);
const scenario = described(text, "A bundled scenario's name, or a path from the lesson's folder");
const between = described(pair, "Of a scenario with several relations the two parties of one; the main one by default");

/** What stands between the two lines of three hyphens at the top. */
export const frontMatter = z.strictObject({
  lesson: described(z.int().check(z.minimum(1), z.maximum(999)), "Its number in the course"),
  title: text,
  goals: described(z.array(text).check(z.minLength(1), z.maxLength(12)), "What a student can do afterwards"),
  minutes: described(z.int().check(z.minimum(1), z.maximum(600)), "How long it takes"),
  level: described(text, "For whom it is"),
  needs: described(
    z.optional(z.array(z.union([z.int().check(z.minimum(1), z.maximum(999)), text])).check(z.maxLength(20))),
    "Earlier lessons, by number, or other knowledge",
  ),
  scenario: z.optional(scenario),
  between: z.optional(between),
  lang: described(z.optional(z.enum(languages)), "The language of what stands around it"),
});

/** One question of a quiz; more than one option may be right. */
export const question = z.strictObject({
  ask: text,
  options: z
    .array(z.strictObject({ say: text, right: z.optional(z.boolean()), because: text }))
    .check(z.minLength(2), z.maxLength(8)),
});

export const quiz: z.ZodMiniArray<typeof question> = z.array(question).check(z.minLength(1), z.maxLength(30));

/** What will happen next? Probabilities, locked before the answer is shown. */
export const prediction = z.strictObject({
  scenario: z.optional(scenario),
  between: z.optional(between),
  pause: described(word, "Pause after this event"),
  ask: text,
  options: z.record(word, z.strictObject({ say: text, feedback: text })),
  happened: described(word, "The option that happened"),
  event: described(
    z.optional(word),
    "The event that shows it; the first after the pause of that act or class by default",
  ),
});

export const walk = z.strictObject({
  scenario: z.optional(scenario),
  between: z.optional(between),
  from: described(z.optional(word), "The first event shown"),
  to: described(z.optional(word), "The last event shown"),
});
