/** Contracts: their patterns ask for something that can be, and their names tell them apart. */

import type { Contract } from "../claims.ts";
import type { Path, Problems } from "../diagnostic.ts";
import { type ContractLists, contractsIn } from "../schema/contract.ts";
import type { PartyPattern } from "../schema/pattern.ts";
import { checkPossible } from "./impossible-patterns.ts";
import { checkDemand } from "./patterns.ts";
import { problem, unknownName } from "./problem.ts";
import { checkRelation, type Names, namesBetween } from "./references.ts";

/** What is wrong with the contracts at a place of a file: its top, or a what-if. */
export function checkContracts(written: ContractLists, path: Path, all: Names): Problems {
  const own = contractsIn(written).flatMap(({ contract, path: at }) => {
    const place = [...path, ...at];
    const { between } = contract;
    const unknown = checkRelation(between, place, all);
    if (unknown.length > 0) return unknown;
    const names = namesBetween(all, between);
    if (contract.kind !== "leads-to") return checkPattern(contract.pattern, contract.kind, place, names);
    const { from, to } = contract;
    return [
      ...checkPattern(from, "from", [...place, "from"], names),
      ...checkPattern(to, "to", [...place, "to"], names),
    ];
  });
  return [...own, ...checkNames(written, path)];
}

export function contractNames(written: ContractLists): readonly string[] {
  return contractsIn(written).map(({ contract }) => contract.name);
}

export function checkBreaks(breaks: readonly string[], path: Path, known: readonly string[]) {
  return breaks.flatMap(
    (name, k): Problems =>
      known.includes(name)
        ? []
        : [unknownName("unknown-contract", [...path, k], name, "no contract at the top of this file", known)],
  );
}

type Part = Exclude<Contract["kind"], "leads-to"> | "from" | "to";

const FOLLOWS: Readonly<Record<Part, string>> = {
  never: "it holds of every history and says nothing",
  always: "it is broken from the beginning",
  from: "nothing is ever asked for",
  to: "the answer can never come",
};

function checkPattern(pattern: PartyPattern, part: Part, path: Path, names: Names): Problems {
  const asks = checkDemand(pattern, path, names);
  return asks.length > 0 ? asks : checkPossible(pattern, path, names, FOLLOWS[part]);
}

function checkNames(written: ContractLists, path: Path): Problems {
  const names = new Set<string>();
  return contractsIn(written).flatMap(({ contract: { name }, path: at }): Problems => {
    if (!names.has(name)) {
      names.add(name);
      return [];
    }
    const message = `Another contract of this list or the lists beside it is called ${name}.`;
    return [problem("duplicate-name", [...path, ...at, "name"], message, "a name of its own")];
  });
}
