/** What Node says of its own parts that are experimental: of interest to us and not to users of the program. */

/** Does something without it. */
export function quietly<Result>(work: () => Result): Result {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
}
