/** Finding acts: by name and by meaning, in the plural, with a typing error, and in a reader's own words. */
import { distance } from "fastest-levenshtein";
import { nearest } from "../problem/index.ts";
import { type ActId, actIds, actOf, isActId, isHostile } from "./catalogue.ts";

/** Words that readers use for what the catalogue calls by another. */
const SYNONYMS: readonly string[] = [
  "embassy mission legation",
  "hostage prisoner captive abduct kidnap detain detained detention",
  "attack strike bomb bombing raid shelling assassinate assassination poison",
  "troop force soldier army",
  "barrack garrison",
  "invade invasion occupy",
  "raid incursion intrusion rescue enter",
  "ship boat trawler frigate vessel",
  "ram ramming collide collision sabotage vandalise damage",
  "truce ceasefire armistice",
  "treaty agreement accord pact",
  "frozen freeze",
  "tariff embargo boycott sanction",
  "sever broke break severance",
  "apology apologize regret",
  "capitulate surrender",
  "demobilize disarm stand-down",
  "drill manoeuvre exercise",
  "hack hacking cyber",
  "extradite extradition handing",
  "arbitration court",
  "judgment award decision resolution ruling",
  "oust expel",
  "deportation deport",
  "refuge refugee asylum",
  "border airspace closure",
  "flight visa trade suspension",
  "open reopen resume end lift",
];

/** Words that say little, since they stand in the definitions of acts of all kinds. */
const COMMON = new Set(
  "a an the and or of to by in on for its it is that with other party act such what not no take art".split(" "),
);

/** Words that undo something, and words that do it: who writes one of them does not mean an act that is the opposite. */
const UNDOING = new Set(
  "open reopen lift end stop restore resume return release free remove ease raise upgrade".split(" "),
);
const DOING = new Set(
  "close shut impose break sever cut suspend recall expel bar downgrade lower reduce seize detain".split(" "),
);

/**
 * The acts that a text means, best first: those that have most of its words, in their names rather than in their labels,
 * definitions and articles.
 *
 * @example
 * ```ts
 * import { actsFor } from "demarche";
 * actsFor("embassies").includes("reopen-mission"); // => true
 * ```
 */
export function actsFor(text: string): readonly ActId[] {
  const wordGroups = wordsIn(text.slice(0, 200)).map(meanings);
  const scored = written
    .map((id) => ({ id, scores: wordGroups.map((words) => scoreOf(words, id)).filter((score) => score > 0) }))
    .map(({ id, scores }) => ({ id, words: scores.length, score: scores.reduce((sum, one) => sum + one, 0) }))
    .toSorted(
      (one, other) =>
        Number(other.id === text) - Number(one.id === text) || other.words - one.words || other.score - one.score,
    );
  const [best] = scored;
  if (best === undefined || best.words === 0) return [];
  return scored.filter(({ words, score }) => words === best.words && score >= best.score / 4).map(({ id }) => id);
}

/**
 * The act that a text comes nearest to, by its meaning or else by its letters, and never one that says the opposite.
 *
 * @param known the words that are allowed, of which some may be acts
 */
export function nearestAct(text: string, known: readonly string[] = written): string | undefined {
  const allowed = new Set(known.filter((word) => !isActId(word) || !isOpposite(text, word)));
  return actsFor(text).find((id) => allowed.has(id)) ?? nearest(text, [...allowed]);
}

/**
 * The acts that a text tells, best first: those of whose name, or of whose label's first word, it has a word that tells this
 * act from others. Never one that is the opposite.
 *
 * @param among the acts that are asked about
 */
export function actsTold(text: string, among: readonly ActId[]): readonly ActId[] {
  const wordGroups = wordsIn(text).map(meanings);
  const undoes = wordGroups.some(([word = ""]) => UNDOING.has(word));
  const tells = (id: ActId): boolean => {
    const words = [...wordsIn(id), ...wordsIn(actOf(id).label).slice(0, 1)].filter((word) => !VAGUE.has(word));
    return wordGroups.some((one) => words.some((word) => likeness(one, word) >= 0.7));
  };
  const isMeant = (id: ActId): boolean => !isOpposite(text, id) && (undoes || actOf(id).ends === undefined);
  const found = new Set(among.filter((id) => tells(id) && isMeant(id)));
  const inOrder = actsFor(text).filter((id) => found.has(id));
  return [...new Set([...inOrder, ...found])];
}

/** Words of names that many things have. */
const VAGUE = new Set(
  "relation council court power person force post staff act group measure side party state ambassador envoy mission talk".split(
    " ",
  ),
);

const written: readonly ActId[] = actIds.filter((id) => actOf(id).class !== "clock");

/** Whether an act does what a text undoes, or undoes what it does: `blockade` for `lift-blockade`. */
function isOpposite(text: string, id: ActId): boolean {
  const [first = ""] = text.toLowerCase().split(/[^a-z]+/);
  if (id.split("-")[0] === first) return false;
  const [, done] = /^(?:un|de|dis)(.+)$/.exec(first) ?? [];
  if (UNDOING.has(first) || written.some((one) => one.split("-")[0] === done)) return isHostile(id);
  if (BEGINNING.has(first) && ENDING.has(id.split("-")[0] ?? "")) return true;
  return DOING.has(first) && ["conciliation", "agreement"].includes(actOf(id).class);
}

const BEGINNING = new Set(["begin", "start", "continue"]);
const ENDING = new Set(["suspend", "end", "close", "break", "lift"]);

/** How well an act is described by a word or by another of the same meaning. */
function scoreOf(words: readonly string[], id: ActId): number {
  const { label, definition, article, engages } = actOf(id);
  const name = wordsIn(id);
  const parts: readonly (readonly [number, readonly string[]])[] = [
    [8 / name.length, name],
    [3, wordsIn(label)],
    [2, wordsIn(definition)],
    [1, wordsIn(`${article ?? ""} ${engages ?? ""}`)],
  ];
  return parts.reduce(
    (sum, [weight, partWords]) => sum + weight * Math.max(0, ...partWords.map((one) => likeness(words, one))),
    0,
  );
}

/** How much a word is like another: the same, its beginning, the same but for a typing error, or of the same meaning. */
function likeness([word = "", ...others]: readonly string[], other: string): number {
  if (word === other) return 1;
  if (others.includes(other)) return 0.7;
  if (word.length < 4) return 0;
  if (other.startsWith(word) || (word.startsWith(other) && ENDINGS.test(word.slice(other.length)))) return 0.8;
  return distance(word, other) <= Math.floor(word.length / 5) ? 0.6 : 0;
}

const ENDINGS = /^(d|ed|er|ing|ion|l|led)$/;

/** A word, and after it those of the same meaning. */
function meanings(word: string): readonly string[] {
  return [
    word,
    ...SYNONYMS.map(wordsIn)
      .filter((words) => words.includes(word))
      .flat(),
  ];
}

/** The words of a text without the endings of plurals: `embassies` as `embassy`. */
function wordsIn(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}0-9]+/u)
    .filter((word) => word !== "" && !COMMON.has(word))
    .map((word) => word.replace(/ies$/, "y").replace(/(?<=..[^s])s$/, ""));
}
