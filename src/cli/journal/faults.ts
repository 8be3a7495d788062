/** Records that are wrong, as they are met: said with their place, and a finding. */
import type { JournalFault, ReadOptions } from "../../journal/index.ts";
import { visibleLine } from "../../problem/index.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import type { Io } from "../io.ts";

/** What is told of faults, and the exit code that they come to. */
export interface Faults extends Required<ReadOptions> {
  readonly code: () => ExitCode;
}

/** The most that are listed one by one. */
const MOST = 20;

/** Tells of faults. @param become what becomes of a record that is wrong */
export function faultsTold(io: Io, become: string): Faults {
  const seen = new Set<string>();
  return {
    onFault: ({ position, problem }: JournalFault) => {
      const told = `Position ${position}: ${visibleLine(problem)}. ${become}`;
      if (seen.has(told)) return;
      seen.add(told);
      if (seen.size <= MOST) io.say(told);
      if (seen.size === MOST) io.say("Others may follow: demarche journal verify tells of them.");
    },
    code: () => (seen.size === 0 ? exitCodes.fine : exitCodes.finding),
  };
}
