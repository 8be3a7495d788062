/** Misspelt methods: `crisis.timelin()` is answered with the nearest one, where JavaScript says "not a function". */

import { nearest, Problem, quoted } from "../../problem/index.ts";
import { forReader } from "../error.ts";

/** What programs ask of any object, near to nothing that a person would have meant. */
const ASKED_BY_PROGRAMS: ReadonlySet<string> = new Set([
  "then",
  "toJSON",
  "toStringTag",
  "nodeType",
  "asymmetricMatch",
]);

/** The same object, except that a name that it lacks and that is near to one of its methods is a mistake. */
export function answeringMisspelt<T extends object>(target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key !== "string" || key in object || ASKED_BY_PROGRAMS.has(key))
        return Reflect.get(object, key, receiver);
      const methods = Object.entries(object).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
      if (Object.hasOwn(ELSEWHERE, key)) {
        return forReader(() => {
          throw new Problem("no-such-method", `There is no ${quoted(key)} here. ${ELSEWHERE[key]}`);
        });
      }
      const meant = nearest(key, methods);
      if (meant === undefined) return undefined;
      const all = methods.filter((name) => !PLUMBING.has(name));
      return forReader(() => {
        throw new Problem("no-such-method", `There is no ${quoted(key)} here.`, {
          suggestion: `${meant}()`,
          expected: `There is: ${all.map((name) => `${name}()`).join(", ")}.`,
        });
      });
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
