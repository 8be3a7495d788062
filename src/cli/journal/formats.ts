/** The formats in which a journal is exported and imported. */
import { unknownWord } from "../command.ts";

export const journalFormats = ["jsonl", "cloudevents", "yaml"] as const;

export type JournalFormat = (typeof journalFormats)[number];

const endings: readonly (readonly [RegExp, JournalFormat])[] = [
  [/\.jsonl$/, "jsonl"],
  [/\.ya?ml$/, "yaml"],
  [/\.json$/, "cloudevents"],
];

/** The format of `--format`, or else of the file's ending. */
export function formatOf(text: string | undefined, file?: string): JournalFormat | undefined {
  if (text === undefined) return endings.find(([ending]) => ending.test(file ?? ""))?.[1];
  const format = journalFormats.find((one) => one === text);
  if (format !== undefined) return format;
  throw unknownWord("--format", text, journalFormats);
}
