/** Errors of the system and of servers. A problem has a code as well, but is not one of them. */
import { Problem } from "../problem/index.ts";

/** Whether something failed in the system: a file, the network, a server. */
export function isSystemError(error: unknown): error is Error & { readonly code: unknown } {
  return error instanceof Error && !(error instanceof Problem) && "code" in error;
}

/** The system's code of an error; undefined for an error of another kind. */
export function systemCode(error: unknown): string | undefined {
  return isSystemError(error) ? String(error.code) : undefined;
}
