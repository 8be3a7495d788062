/** Reports of faulty records, as they are read: each is said with its place, and makes a finding. */
import type { JournalFault, ReadOptions } from "../../journal/index.ts";
import { visibleLine } from "../../problem/index.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import type { Io } from "../io.ts";

/** Reports faults, and gives the exit code that they lead to. */
export interface FaultReport extends Required<ReadOptions> {
  readonly code: () => ExitCode;
}

/** Maximum number of faults listed one by one. */
const MAX_LISTED = 20;

/** Reports faults as they are found. @param consequence a sentence that says what happens to a faulty record */
export function createFaultReport(io: Io, consequence: string): FaultReport {
  const messages = new Set<string>();
  return {
    onFault: ({ position, problem }: JournalFault) => {
      const message = `Position ${position}: ${visibleLine(problem)}. ${consequence}`;
      if (messages.has(message)) return;
      messages.add(message);
      if (messages.size <= MAX_LISTED) io.say(message);
      if (messages.size === MAX_LISTED) io.say("Others may follow: demarche journal verify tells of them.");
    },
    code: () => (messages.size === 0 ? exitCodes.fine : exitCodes.finding),
  };
}
