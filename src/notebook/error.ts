/** Problems as a notebook shows them: the paragraph alone, since where in the library it was thrown tells the reader nothing. */
import { isProblem } from "../problem/index.ts";

/** Runs something for the reader of a notebook: a problem that it throws, or rejects with, has no stack. */
export function forReader<T>(run: () => T): T {
  try {
    const result = run();
    return isPromise(result) ? (result.catch(withoutStack) as typeof result) : result;
  } catch (error) {
    return withoutStack(error);
  }
}

function withoutStack(error: unknown): never {
  if (isProblem(error)) {
    error.name = "Démarche";
    error.stack = `${error.name}: ${error.message}`;
  }
  throw error;
}

function isPromise<T>(value: T): value is T & Promise<unknown> {
  return value instanceof Promise;
}
