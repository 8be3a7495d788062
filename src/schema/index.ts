/** What schemas need beside zod's smaller form: a description, and messages in English. */
import { en } from "zod/locales";
import * as z from "zod/mini";

/** The schema under a description of its own. The one that is given keeps its own, or none. */
export function described<S extends z.ZodMiniType>(schema: S, description: string): S {
  const copy = z.clone(schema);
  z.globalRegistry.add(copy, { description });
  return copy;
}

let english: ReturnType<typeof en> | undefined;

/** How to read what people are told of: without it a fault says no more than "Invalid input". */
export const inEnglish: z.core.ParseContext<z.core.$ZodIssue> = {
  error: (issue) => {
    english ??= en();
    return english.localeError(issue);
  },
};
