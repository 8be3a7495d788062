/** Exit codes of the program. */

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

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What each exit code says, for help and reference. */
export const exitTexts: readonly (readonly [code: ExitCode, says: string])[] = [
  [exitCodes.fine, "fine"],
  [exitCodes.finding, "a finding, such as a failed expectation"],
  [exitCodes.input, "bad input"],
  [exitCodes.incomplete, "stopped before the end"],
  [exitCodes.defect, "a defect of ours"],
];
