/** What the YAML parts of a lesson may say: the front matter, a quiz, a prediction and a walk through the record. */
import * as z from "zod";
import { languages } from "../pictures/index.ts";
import { pair } from "../scenario/index.ts";

const text = z.string().trim().min(1).max(4000);
const word = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/)
  .describe("a word of letters, digits and hyphens");
const scenario = text.describe("A bundled scenario's name, or a path from the lesson's folder");
const between = pair.describe("Of a scenario with several relations the two parties of one; the main one by default");

/** What stands between the two lines of three hyphens at the top. */
export const frontMatter = z.strictObject({
  lesson: z.number().int().min(1).max(999).describe("Its number in the course"),
  title: text,
  goals: z.array(text).min(1).max(12).describe("What a student can do afterwards"),
  minutes: z.number().int().min(1).max(600).describe("How long it takes"),
  level: text.describe("For whom it is"),
  needs: z
    .array(z.union([z.number().int().min(1).max(999), text]))
    .max(20)
    .optional()
    .describe("Earlier lessons, by number, or other knowledge"),
  scenario: scenario.optional(),
  between: between.optional(),
  lang: z.enum(languages).optional().describe("The language of what stands around it"),
});

/** One question of a quiz; more than one option may be right. */
export const question = z.strictObject({
  ask: text,
  options: z
    .array(z.strictObject({ say: text, right: z.boolean().optional(), because: text }))
    .min(2)
    .max(8),
});

export const quiz: z.ZodArray<typeof question> = z.array(question).min(1).max(30);

/** What will happen next? Probabilities, locked before the answer is shown. */
export const prediction = z.strictObject({
  scenario: scenario.optional(),
  between: between.optional(),
  pause: word.describe("Pause after this event"),
  ask: text,
  options: z.record(word, z.strictObject({ say: text, feedback: text })),
  happened: word.describe("The option that happened"),
  event: word.optional().describe("The event that shows it; the first after the pause of that act or class by default"),
});

export const walk = z.strictObject({
  scenario: scenario.optional(),
  between: between.optional(),
  from: word.optional().describe("The first event shown"),
  to: word.optional().describe("The last event shown"),
});
