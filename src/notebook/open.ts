/** Opening: the first cell of a notebook. */
import { argument, find, mendText, openSource, relationNamed, type ScenarioSource } from "../crisis/index.ts";
import { Problem, quoted } from "../problem/index.ts";
import type { Diagnostic } from "../scenario/index.ts";
import { crisisFrom, type ShownCrisis } from "./crisis.ts";
import { forReader } from "./error.ts";
import { notebookFiles } from "./files.ts";
import { requireAwait } from "./show/index.ts";

/**
 * Opens a crisis: a bundled case by name, or a file by path. In a browser, which has neither, use {@link openText}.
 *
 * @param name a case such as `iran-pakistan-2024`, or a path such as `./my-case.yaml`
 * @throws Problem when there is no such case, with the nearest; or when the file has mistakes, with the first ones
 * @example
 * ```ts
 * import { open } from "demarche/notebook";
 * const crisis = await open("iran-pakistan-2024");
 * crisis.until("recall").events.map(({ id }) => id); // => ["strike", "protest", "condemnation", "recall"]
 * crisis.until("recall").judge({ act: "bar-ambassador", from: "PAK", to: "IRN" }).verdict; // => "applied"
 * crisis.whatIf("restraint").compare().missing.includes("reprisal"); // => true
 * ```
 */
export function open(name: string): Promise<ShownCrisis> {
  return requireAwait(
    forReader(() => openNamed(name)),
    "open(…)",
  );
}

async function openNamed(name: string): Promise<ShownCrisis> {
  if (typeof name !== "string" || name.trim() === "") {
    throw new Problem(
      "no-such-case",
      `open(${quoted(name)}): expected a case's name or a path in quotes, such as open("iran-pakistan-2024").`,
    );
  }
  const found = await find(name, notebookFiles());
  const file = found.file.split(/[/\\]/).at(-1) ?? found.file;
  return crisisFromSource({ file, text: found.text }, `(await open(${JSON.stringify(name)}))`);
}

/**
 * Opens a crisis from the text of a scenario file, wherever that comes from.
 *
 * @param yaml the text
 * @param name what to call it in messages
 * @throws Problem when the text has mistakes, with the first ones
 */
export function openText(yaml: string, name = "scenario"): ShownCrisis {
  // What comes of a program need not be what the type says.
  const value: unknown = yaml;
  if (typeof value !== "string") {
    return forReader(() => {
      throw new Problem(
        "bad-file",
        "openText takes the text of a file. Of data, JSON.stringify(data) makes such a text.",
      );
    });
  }
  if (/^[^\n:]+$/.test(value)) {
    return forReader(() => {
      throw new Problem(
        "bad-file",
        `openText takes the text of a file first and its name second; ${quoted(value)} is no such text. open(${quoted(value)}) opens a file by its path.`,
      );
    });
  }
  const file = /\.ya?ml$/.test(name) ? name : `${name}.yaml`;
  return forReader(() => crisisFromSource({ file, text: yaml }, `openText(text, ${JSON.stringify(name)})`));
}

function crisisFromSource(source: ScenarioSource, origin: string): ShownCrisis {
  const { relations, file } = openSource(source, (diagnostics) => mistakesIn(source.file, diagnostics));
  return crisisFrom(relationNamed(relations, undefined, argument("between")), file, origin);
}

function mistakesIn(name: string, diagnostics: readonly Diagnostic[]): Problem {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const messages = errors.slice(0, 3).map((error) => `Line ${error.line}: ${error.message}${mendText(error)}`);
  const count = errors.length === 1 ? "a mistake" : `${errors.length} mistakes`;
  return new Problem("bad-file", `${quoted(name)} has ${count}. ${messages.join(" ")}`);
}
