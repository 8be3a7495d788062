/** What was left out in writing: the brackets of a method, or the await before what takes a moment. */
import { Problem } from "../../problem/index.ts";
import { forReader } from "../error.ts";

/** The method by which the Deno kernel asks for a rich display. */
export const jupyterDisplay: unique symbol = Symbol.for("Jupyter.display");

/** The method by which Node's and Deno's consoles ask for a text. */
export const consoleText: unique symbol = Symbol.for("nodejs.util.inspect.custom");

/** A method that, shown or asked for something without its brackets, says that they are missing. */
export function withBrackets<F extends (...given: never[]) => unknown>(name: string, method: F): F {
  const said = `${name} is a method: write ${name}() with its brackets.`;
  const shows = { [consoleText]: () => said, [jupyterDisplay]: async () => ({ "text/plain": said }) };
  return new Proxy(Object.assign(method, shows), {
    get(target, key, receiver) {
      if (typeof key !== "string" || key in target || BY_PROGRAMS.has(key)) return Reflect.get(target, key, receiver);
      return refused("no-brackets", said);
    },
  });
}

/** A promise that, asked for what only its result has, says that an await is missing. */
export function awaited<T>(promise: Promise<T>, call: string): Promise<T> {
  return new Proxy(promise, {
    get(target, key) {
      if (key === Symbol.iterator) return refused("no-await", `${call} takes a moment: write await before it.`);
      const value: unknown = Reflect.get(target, key);
      if (typeof value === "function") return value.bind(target);
      if (typeof key !== "string" || key in target || BY_PROGRAMS.has(key)) return value;
      return refused("no-await", `${call} takes a moment: write await before it, (await ${call}).${key}.`);
    },
  });
}

/** What programs ask of anything, to see what it is. */
const BY_PROGRAMS: ReadonlySet<string> = new Set([
  "then",
  "toJSON",
  "toStringTag",
  "nodeType",
  "asymmetricMatch",
  "$$typeof",
]);

function refused(code: string, said: string): never {
  return forReader(() => {
    throw new Problem(code, said);
  });
}
