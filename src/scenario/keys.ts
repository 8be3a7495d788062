/** The keys that a scenario file may have at a place, for suggestions. */
import { actOf, isActId } from "../events/index.ts";
import { valueAt } from "./issues.ts";
import { fileActs, fileEvent } from "./schema/event.ts";
import { edit, scenarioFile } from "./schema/file.ts";
import { patternShape } from "./schema/pattern.ts";

const CLAIM = ["by", "about", "says", "group", "killed", "injured", "captured", "of", "in"];
const FIXED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^$/, Object.keys(scenarioFile.shape)],
  [/^window$/, ["from", "to"]],
  [/^parties\.[^.]+$/, ["name", "cow"]],
  [/^others\.[^.]+$/, ["name", "kind"]],
  [/^sources\.[^.]+$/, ["title", "author", "publisher", "date", "url"]],
  [/^context\.\d+$/, ["id", "at", "what", "cite"]],
  [/claims\.\d+$/, CLAIM],
  [/terms\.\d+$/, ["act", "by", "before", "note"]],
  [/^what-if\.[^.]+$/, ["because", "edit", "then", "expect", "never"]],
  [/edit\.\d+$/, edit.options.flatMap((option) => Object.keys(option.shape))],
  [/expect\.\d+$/, ["at", ...Object.keys(patternShape)]],
  [/never\.\d+$/, ["name", ...Object.keys(patternShape)]],
  [/^assume\.[^.]+$/, ["value", "range", "basis"]],
  [/^teach\.\d+$/, ["pause", "ask", "options", "answer", "because"]],
  [/^doctrines\.[^.]+\.\d+$/, ["answer", "every", "with", "chance", "after", "if", "at-most"]],
  [/^outcomes\.[^.]+$/, ["first", "reached", "longest", "count", "final", "peak", "since"]],
  [/(^opening|\.if|\.first|\.reached|\.longest)$/, Object.keys(patternShape)],
];

const EVENT = Object.keys(fileEvent.options[0]?.shape ?? {});

/** The keys allowed at a path of a file; for the path of an `act`, the acts. */
export function knownKeys(path: readonly PropertyKey[], root: unknown): readonly string[] {
  if (path.at(-1) === "act") return fileActs;
  const text = path.map(String).join(".");
  const fixed = FIXED.find(([form]) => form.test(text));
  if (fixed !== undefined) return fixed[1];
  const act = valueAt(root, [...path, "act"]);
  const own = typeof act === "string" && isActId(act) ? Object.keys(actOf(act).fields) : [];
  return /(^events\.\d+|\.add|\.with)$/.test(text) ? [...new Set([...EVENT, ...own])] : [];
}
