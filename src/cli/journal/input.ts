/** A journal read as the scenario that it holds, so that every command takes one where it takes a file. */
import type { Facts } from "../../journal/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { fitted, MAX_BYTES, scenarioText } from "../../scenario/index.ts";
import { hashOf } from "../write.ts";
import type { JournalAddress } from "./address.ts";
import { lineOf, withJournal } from "./open.ts";

/** The scenario in a journal, as an input. */
export interface JournalText {
  readonly file: string;
  readonly text: string;
  /** SHA-256 of the text. */
  readonly hash: string;
  readonly facts: Facts;
  /** What was left out, since it is about events that are not there. */
  readonly left: readonly string[];
}

/**
 * The scenario in a journal, as text.
 *
 * @throws Problem when it holds none, or one that is too long to be read as a file
 */
export async function journalInput(address: JournalAddress): Promise<JournalText> {
  return withJournal(
    address,
    async (journal) => {
      const { stream, facts, partial } = await lineOf(journal, address);
      const file = `${visibleLine(journal.name)}#${stream}`;
      if (facts.frame === undefined) {
        throw new Problem(
          "no-scenario",
          `${file} holds events and no scenario: demarche journal show tells what it holds. Give it one: demarche journal append … --from FILE.`,
        );
      }
      const text = scenarioText(facts);
      if (text.length > MAX_BYTES) {
        throw new Problem(
          "too-large",
          `${file} is longer than ${MAX_BYTES / 1024 / 1024} MB as a scenario's file, the most that is read. demarche journal show tells where it stands.`,
        );
      }
      const fit = fitted(text, partial);
      return { file, text: fit.text, hash: hashOf(fit.text), facts, left: fit.left };
    },
    { readOnly: !address.server },
  );
}
