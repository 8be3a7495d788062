/** A journal read as the scenario that it holds, so that every command takes one where it takes a file. */
import { Problem, visibleLine } from "../../problem/index.ts";
import { isLong, type LineageReading, MAX_BYTES, readLineage } from "../../scenario/index.ts";
import { hashOf } from "../write.ts";
import type { JournalAddress } from "./address.ts";
import { lineageAt, withJournal } from "./open.ts";

/** The scenario in a journal, as an input. */
export interface JournalInput {
  readonly file: string;
  readonly reading: LineageReading;
  readonly text: string;
  /** SHA-256 of the text. */
  readonly hash: string;
}

/**
 * The scenario in a journal, read as the data that it is. Its text is made when it is asked for.
 *
 * @throws Problem when it holds none, or one that is too long to be read as a file
 */
export async function journalInput(address: JournalAddress): Promise<JournalInput> {
  return withJournal(
    address,
    async (journal) => {
      const line = await lineageAt(journal, address);
      const file = `${visibleLine(journal.name)}#${line.stream}`;
      if (line.facts.frame === undefined) {
        throw new Problem(
          "no-scenario",
          `${file} holds events and no scenario: demarche journal show tells what it holds. Give it one: demarche journal append … --from FILE.`,
        );
      }
      if (isLong(line)) {
        throw new Problem(
          "too-large",
          `${file} is longer than ${MAX_BYTES / 1024 / 1024} MB as a scenario's file, the most that is read. demarche journal show tells where it stands.`,
        );
      }
      const reading = readLineage(line, file);
      let hash: string | undefined;
      return {
        file,
        reading,
        get text() {
          return reading.text();
        },
        get hash() {
          hash ??= hashOf(reading.text());
          return hash;
        },
      };
    },
    { readOnly: !address.server },
  );
}
