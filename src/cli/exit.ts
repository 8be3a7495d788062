/** How the program ends: exit codes, and the error that is the user's to mend. */

/** What an exit code says. */
export const exitCodes = {
  /** Everything is as it should be. */
  fine: 0,
  /** A finding: a failed expectation or a violated contract. */
  finding: 1,
  /** The input or the command line is wrong. */
  input: 2,
  /** Stopped before the end. */
  incomplete: 3,
  /** A defect of ours. */
  defect: 70,
} as const;

/** An exit code. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What the user can mend: its message is all that is shown. */
export class UsageError extends Error {}

/** ` Did you mean X?`, or nothing. */
export function didYouMean(word: string | undefined): string {
  return word === undefined ? "" : ` Did you mean ${word}?`;
}
