/** Keys of a live replay: a pure function from a key to what it asks for, and the line in which a date is typed. */

/** A key as a terminal reports it. */
export interface KeyPress {
  readonly name: string;
  /** The character typed, if it is one. */
  readonly character: string;
  readonly ctrl: boolean;
}

/** What a key asks for. */
export type Wish =
  | { readonly kind: "toggle" | "next" | "back" | "leave" | "interrupt" | "nothing" }
  | { readonly kind: "go"; readonly to: string }
  /** The line being typed has changed; undefined: there is none any more. */
  | { readonly kind: "typing"; readonly text: string | undefined };

const WISHES: Readonly<Record<string, Wish>> = {
  space: { kind: "toggle" },
  n: { kind: "next" },
  right: { kind: "next" },
  return: { kind: "next" },
  b: { kind: "back" },
  left: { kind: "back" },
  g: { kind: "typing", text: "" },
  q: { kind: "leave" },
};

/**
 * What a key means.
 *
 * @param typed the line being typed, while one is
 */
export function wishOf({ name, character, ctrl }: KeyPress, typed: string | undefined): Wish {
  if (ctrl && name === "c") return { kind: "interrupt" };
  if (typed === undefined) return WISHES[name] ?? { kind: "nothing" };
  if (name === "escape") return { kind: "typing", text: undefined };
  if (name === "backspace") return { kind: "typing", text: typed.slice(0, -1) };
  if (name === "return") return { kind: "go", to: typed };
  return /^[\w-]$/.test(character) ? { kind: "typing", text: typed + character } : { kind: "nothing" };
}
