/** What was left out or misspelt in writing: the brackets of a method, the await before what takes a moment, a name. */
import { nearest, Problem, quoted } from "../../problem/index.ts";
import { forReader } from "../error.ts";

/** The method by which the Deno kernel asks for a rich display. */
export const jupyterDisplay: unique symbol = Symbol.for("Jupyter.display");
/** The method by which Node's and Deno's consoles ask for a text. */
export const consoleText: unique symbol = Symbol.for("nodejs.util.inspect.custom");

/** A method that, shown or asked for something without its brackets, says that they are missing. */
export function withBrackets<F extends (...given: never[]) => unknown>(name: string, method: F): F {
  const message = `${name} is a method: write ${name}() with its brackets.`;
  const shows = { [consoleText]: () => message, [jupyterDisplay]: async () => ({ "text/plain": message }) };
  return new Proxy(Object.assign(method, shows), {
    get(target, key, receiver) {
      return isMeant(target, key) ? refuse("no-brackets", message) : Reflect.get(target, key, receiver);
    },
  });
}

/** A promise that, asked for what only its result has, says that an await is missing. */
export function requireAwait<T>(promise: Promise<T>, call: string): Promise<T> {
  return new Proxy(promise, {
    get(target, key) {
      if (key === Symbol.iterator) return refuse("no-await", `${call} takes a moment: write await before it.`);
      const value: unknown = Reflect.get(target, key);
      if (typeof value === "function") return value.bind(target);
      if (!isMeant(target, key)) return value;
      return refuse("no-await", `${call} takes a moment: write await before it, (await ${call}).${key}.`);
    },
  });
}

/** The same object, except that a name that it lacks and that is near to one of its methods is a mistake. */
export function answeringMisspelt<T extends object>(target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (!isMeant(object, key)) return Reflect.get(object, key, receiver);
      const there = `There is no ${quoted(key)} here.`;
      if (Object.hasOwn(ELSEWHERE, key)) return refuse("no-such-method", `${there} ${ELSEWHERE[key]}`);
      const methods = Object.entries(object).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
      const meant = nearest(key, methods);
      if (meant === undefined) return undefined;
      const all = methods.filter((name) => !PLUMBING.has(name));
      const expected = `There is: ${all.map((name) => `${name}()`).join(", ")}.`;
      return refuse("no-such-method", there, { suggestion: `${meant}()`, expected });
    },
  });
}

/** What is a method of something else. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  futures: 'They follow a what-if: await crisis.whatIf("NAME").futures().',
  sensitivity: 'It is of a what-if: await crisis.whatIf("NAME").sensitivity().',
  compare: 'A what-if is compared: crisis.whatIf("NAME").compare().',
  reveal: 'A prediction is revealed: crisis.until("ID").predict({ … }).reveal().',
};

/** Methods that everything has, and that are no answer to what one can ask of a crisis. */
const PLUMBING: ReadonlySet<string> = new Set(["toString", "toHTML", "toSVG", "toElement"]);

/** What programs ask of anything, to see what it is. */
const BY_PROGRAMS: ReadonlySet<string> = new Set(
  "then toJSON toStringTag nodeType asymmetricMatch $$typeof".split(" "),
);

/** Whether a person may have meant something by a name that is not there. */
function isMeant(target: object, key: string | symbol): key is string {
  return typeof key === "string" && !(key in target) && !BY_PROGRAMS.has(key);
}

function refuse(...[code, message, details]: ConstructorParameters<typeof Problem>): never {
  return forReader(() => {
    throw new Problem(code, message, details);
  });
}
