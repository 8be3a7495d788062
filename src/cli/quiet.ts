/** What Node says of its own parts that are experimental: for us to know, not for whoever uses the program. */

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
