/** States looked up by name, by code, or by the abbreviation or number of the Correlates of War project. */
import { among, nth, Problem, quoted } from "../../problem/index.ts";
import { stateEntries } from "./entries.ts";

export interface State {
  /** Its number in the Correlates of War list; undefined of one that the list does not have. */
  readonly cow: number | undefined;
  readonly code: string;
  readonly name: string;
}

const states = stateEntries.map(([cow, code, , name]): State => ({ cow, code, name }));
const byNumber = new Map(states.map((state) => [state.cow, state] as const));
const byCode = new Map(states.map((state) => [state.code, state] as const));
const byAbbreviation = new Map(stateEntries.map(([, , abbreviation], k) => [abbreviation, nth(states, k)] as const));

/** The state of a number of the Correlates of War list; one that the list does not have is called by its number. */
export function stateOf(number: number): State {
  const { code, name } = byNumber.get(number) ?? { code: `COW${number}`, name: `state ${number}` };
  return { cow: number, code, name };
}

/** The state of a code of ISO 3166-1; one that is none of the list keeps the code for a name. */
export function stateWithCode(code: string): State {
  return byCode.get(code) ?? { cow: undefined, code, name: code };
}

/** Names that others have for states, in small letters. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  "russian federation": "RUS",
  "czech republic": "CZE",
  "viet nam": "VNM",
  turkey: "TUR",
  "ivory coast": "CIV",
  "cote d'ivoire": "CIV",
  "democratic republic of congo": "COD",
  congo: "COG",
  macedonia: "MKD",
  serbia: "SRB",
  yugoslavia: "SRB",
  swaziland: "SWZ",
  "east timor": "TLS",
  "united states of america": "USA",
  "united states": "USA",
  "cape verde": "CPV",
  "sao tome and principe": "STP",
  "republic of the congo": "COG",
  "saint kitts-nevis": "KNA",
};
const byName = new Map(states.map((state) => [plainName(state.name), state] as const));

/** The state of a name; undefined where none of the list is called so. */
export function stateByName(name: string): State | undefined {
  const plain = plainName(name);
  return byName.get(plain) ?? byCode.get((Object.hasOwn(OTHER_NAMES, plain) ? OTHER_NAMES[plain] : undefined) ?? "");
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("_", " ")
    .replace(/^the /, "")
    .replace(/^st\. /, "saint ")
    .replace(" & ", " and ")
    .trim();
}

/**
 * The state that a word means: a code of ISO 3166-1, or an abbreviation or a number of the Correlates of War project.
 *
 * @throws Problem `no-such-state` with the nearest code, or with both states where a word means two
 */
export function stateMeant(word: string): State {
  const text = word.trim().toUpperCase();
  if (/^\d{1,3}$/.test(text)) return stateOf(Number(text));
  const [iso, cow] = [byCode.get(text), byAbbreviation.get(text)];
  if (iso !== undefined && cow !== undefined && iso !== cow) {
    const both = `${iso.name} (write ${iso.cow}) and, for the Correlates of War project, ${cow.name} (write ${cow.cow}).`;
    throw new Problem("no-such-state", `${text} means two states: ${both}`);
  }
  const found = iso ?? cow;
  if (found !== undefined) return found;
  throw new Problem("no-such-state", `There is no state ${quoted(word)}.`, {
    ...among(text, [...byCode.keys()], "Codes are those of ISO 3166-1"),
    expected: "Write a code of ISO 3166-1, or the number or abbreviation of the Correlates of War project.",
  });
}
