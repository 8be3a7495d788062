/** The dossier: claims side by side, casualties as ranges, commitments and scores. */
import { type Commitment, casualtiesOf, claimsOf, type Dossier, disputesIn, type Range } from "../../dossier/index.ts";
import { type Document, type Part, prose, type TableCell, table } from "../../render/index.ts";
import { claimText, rangeText } from "../claims.ts";
import { signed } from "../scores.ts";
import type { SeenCrisis } from "./seen.ts";
import { actorText } from "./words.ts";

/** The dossier at the end of what is seen. */
export function dossierDocument({ scenario, history, moment }: SeenCrisis): Document {
  const { dossier } = history;
  return {
    title: `${scenario.title}: the dossier at ${moment}`,
    parts: [
      claimsTable(dossier, scenario),
      casualtiesTable(dossier, scenario),
      commitmentsTable(dossier),
      ...scoresTable(dossier, scenario),
    ],
  };
}

function claimsTable(dossier: Dossier, { dyad: { a, b } }: SeenCrisis["scenario"]): Part {
  const claims = claimsOf(dossier);
  const disputed = new Set(disputesIn(claims).map(({ event, about }) => `${event} ${about}`));
  const others = [...new Set(claims.map(({ by }) => by))].filter((by) => by !== a && by !== b);
  const parties = [a, b, ...others];
  const groups = [...Map.groupBy(claims, ({ event, about }) => `${event} ${about}`)];
  return table(
    "What is claimed, side by side",
    ["Event", "About", ...parties.map((code) => `${code} says`), "Disputed"],
    groups.map(([key, said]): readonly TableCell[] => [
      said[0]?.event ?? "",
      said[0]?.about ?? "",
      ...parties.map(
        (code) =>
          said
            .filter(({ by }) => by === code)
            .map(claimText)
            .join("\n") || "—",
      ),
      disputed.has(key) ? { text: "≠ disputed", tone: "warn" } : "no",
    ]),
    "nothing so far",
  );
}

function casualtiesTable(dossier: Dossier, scenario: SeenCrisis["scenario"]): Part {
  const places = casualtiesOf(dossier);
  return table(
    "Casualties, as claimed: from the lowest to the highest figure",
    ["Place", "Killed", "Injured", "Who says so"],
    places.map(({ in: place, killed, injured, tolls }) => [
      place === "?" ? "not said" : actorText(place, scenario),
      rangeText(killed),
      rangeText(injured),
      tolls
        .map(
          ({ event, by, killed: dead, injured: hurt, of }) =>
            `${by} on ${event}: ${tollText(dead, hurt)}${of.length === 0 ? "" : ` (${of.join(", ")})`}`,
        )
        .join("\n"),
    ]),
    "none claimed so far",
  );
}

function tollText(killed: Range, injured: Range): string {
  const parts = [
    killed[1] > 0 ? `${rangeText(killed)} killed` : "",
    injured[1] > 0 ? `${rangeText(injured)} injured` : "",
  ];
  return parts.filter((text) => text !== "").join(", ") || "none";
}

function commitmentsTable({ commitments: { ended, open } }: Dossier): Part {
  return table(
    "Commitments",
    ["Commitment", "What is owed", "By whom", "Until", "How it stands"],
    [...ended, ...open].map(({ id, act, by, before, status }: Commitment): readonly TableCell[] => [
      id,
      act,
      by,
      before ?? "no date",
      status === "broken" || status === "lapsed" ? { text: `✗ ${status}`, tone: "bad" } : status,
    ]),
    "none so far",
  );
}

function scoresTable({ scores: { aToB, bToA } }: Dossier, { dyad: { a, b } }: SeenCrisis["scenario"]): readonly Part[] {
  const rows = [
    [`${a} → ${b}`, aToB],
    [`${b} → ${a}`, bToA],
  ] as const;
  return [
    table(
      "Scores of acts in each direction",
      ["Direction", "Acts", "Goldstein sum", "PLOVER sum", "Without a score"],
      rows.map(([way, { acts, goldstein, plover, unscored }]) => [
        way,
        String(acts),
        signed(goldstein),
        signed(plover),
        String(unscored),
      ]),
    ),
    prose("Published values of kinds of events, added up; neither is a ladder of escalation.", "faint"),
  ];
}
