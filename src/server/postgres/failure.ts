/** What PostgreSQL's errors mean for a journal. */
import { Problem } from "../../problem/index.ts";

/** Turns an error of the server or the connection into one of ours; returns any other as it is. Never shows the address. */
export function failureOf(error: unknown, name: string): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  const problem = (kind: string, what: string) => new Problem(kind, `${name}${what}.`, { cause: error });
  if (isLost(error)) {
    const fate = "If it was an append, it may or may not have arrived: try it again, nothing is recorded twice";
    return problem("unreachable", ` can't be reached: ${reasonOf(error)}. ${fate}`);
  }
  const code = codeOf(error) ?? "";
  if (code.startsWith("28") || code === "3D000") return problem("unreachable", ` refuses: ${error.message}`);
  if (code === "53100") return problem("full", ": the server's disk is full");
  if (code === "25006" || code === "42501") return problem("read-only", ` can only be read: ${error.message}`);
  return code.startsWith("23") ? problem("corrupt", `: ${error.message}`) : error;
}

const LOST = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH", "ENOENT"],
  // The server is shutting down, was killed, or is starting.
  ...["57P01", "57P02", "57P03", "08000", "08003", "08006", "25P03"],
]);

/** Whether the connection is lost, so that the fate of the request is unknown. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code !== undefined && LOST.has(code)) return true;
  if (error instanceof AggregateError) return error.errors.some(isLost);
  return /Connection terminated|connection is closed|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
    error.message,
  );
}

/** The code that the server or the system gave an error, if any. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** The message of an error; if an address stands for several machines, that of the first. */
export function reasonOf(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return (first instanceof Error ? first.message : String(first)).trim().replace(/\.$/, "");
}
