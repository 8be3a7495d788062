/** What a command is: a row of the table in commands.ts, and a function of its call. */
import { nearest, Problem, type ProblemDetails, visibleLine } from "../problem/index.ts";
import type { ExitCode } from "./exit.ts";
import type { Io } from "./io.ts";

/** Options as they were given, by their long name in camel case. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface Call {
  readonly args: readonly string[];
  readonly options: Options;
  readonly io: Io;
}

export type Run = (call: Call) => Promise<ExitCode>;

export interface OptionRow {
  readonly flags: string;
  readonly does: string;
  readonly choices?: readonly string[];
  /** May be given several times. */
  readonly many?: boolean;
}

/** A command as the table, the help and the completions know it. */
export interface CommandRow {
  readonly name: string;
  readonly summary: string;
  /** Arguments in commander's notation: `<file>`, `[act]`, `<files...>`. */
  readonly args: string;
  readonly options: readonly OptionRow[];
  /** The options of each task, by the first argument; by default every task has all options. */
  readonly tasks?: Readonly<Record<string, readonly string[]>>;
  readonly examples: readonly (readonly [line: string, does: string])[];
}

/** A command as the tables define it: options by their flags, each with what it does, and examples by their command lines. */
export interface Usage extends Pick<CommandRow, "summary" | "args" | "tasks"> {
  readonly options: Readonly<Record<string, string | Omit<OptionRow, "flags">>>;
  readonly examples: Readonly<Record<string, string>>;
}

/** The rows of the table of commands, from usages by command name. */
export function rowsOf(commands: Readonly<Record<string, Usage>>): readonly CommandRow[] {
  return Object.entries(commands).map(([name, { options, examples, ...row }]) => ({
    name,
    ...row,
    options: Object.entries(options).map(([flags, usage]) => ({
      flags,
      ...(typeof usage === "string" ? { does: usage } : usage),
    })),
    examples: Object.entries(examples),
  }));
}

/** The text given for an option; undefined when it was not given. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

/** Every text given for an option that may be given several times. */
export function textsOption(options: Options, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** Whether a flag was given. */
export function flag(options: Options, name: string): boolean {
  return options[name] === true;
}

/** The problem of an option or argument that is invalid, or does not go with the rest of the command line. */
export function badOption(sentence: string, details: ProblemDetails<undefined> = {}): Problem {
  return new Problem("bad-option", sentence, details);
}

/** The same for a word that is none of the allowed ones. */
export function unknownWord(place: string, word: string, words: readonly string[], expected?: string): Problem {
  const suggestion = nearest(word, words);
  return badOption(`${place} ${visibleLine(word)}: expected one of ${words.join(", ")}.`, { suggestion, expected });
}

/** Refuses options that exclude each other. */
export function refuseTogether({ options }: Call, names: readonly string[]): void {
  const given = names.filter((name) => options[name] !== undefined).map(optionText);
  if (given.length > 1) throw new Problem("bad-option", `${given.join(" and ")} can't be given together.`);
}

/** An option as it is typed: `--what-if` for `whatIf`. */
export function optionText(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The width asked for by `--width`, or that of the terminal, at most 120 columns. */
export function widthOption({ options, io }: Pick<Call, "options" | "io">): number {
  const text = textOption(options, "width");
  if (text === undefined) return Math.min(120, Math.max(60, io.columns));
  const columns = Number(text);
  if (!Number.isInteger(columns) || columns < 60 || columns > 400) {
    throw new Problem("bad-option", `--width ${visibleLine(text)}: expected a whole number of columns from 60 to 400.`);
  }
  return columns;
}
