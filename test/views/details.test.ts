/** Details: every field that an act has of its own is shown with its label. */
import { expect, test } from "vitest";
import { actIds, actOf, event, fieldLabels } from "../../src/events/index.ts";
import { plainPalette, render } from "../../src/render/index.ts";
import { detailNotes } from "../../src/views/index.ts";

/** A value of every field, and the line that shows it. Nothing is shown of what is outstanding: the situation does that. */
const samples: Readonly<Record<string, { readonly value: unknown; readonly shown: string }>> = {
  count: { value: 7, shown: "number: 7" },
  limit: { value: 12, shown: "at most 12 staff" },
  demand: { value: "a $& full apology", shown: "demand: a $& full apology" },
  deadline: { value: "2024-02-01", shown: "deadline: 2024-02-01" },
  place: { value: "Muscat", shown: "place: Muscat" },
  on: { value: "2024-02-02", shown: "on 2024-02-02" },
  effective: { value: "2024-02-03", shown: "from 2024-02-03" },
  form: { value: "joint communiqué", shown: "form: joint communiqué" },
  mission: { value: "PAK", shown: "mission: PAK" },
  commitment: { value: "pledge", shown: "commitment pledge" },
  terms: {
    value: [{ act: "return-ambassador", by: "both", before: "2024-02-04", note: "in person" }],
    shown: "agreed: return-ambassador by both, by 2024-02-04 (in person)",
  },
  outstanding: { value: 2, shown: "" },
  late: { value: true, shown: "" },
  kind: { value: "truce", shown: "kind: truce" },
  track: { value: "trade", shown: "track: trade" },
  of: { value: "seizure", shown: "of seizure" },
  agreement: { value: "accord", shown: "agreement accord" },
};

test("a range is told from its lowest to its highest", () => {
  const held = event({ id: "held", at: "2024-01-16", from: ["IRN"], act: "detain-persons", count: [62, 66] });
  expect(render(detailNotes(held), plainPalette)).toContain("number: 62 to 66");
});

test("no field is without a label, and no label without a field", () => {
  const own = new Set(actIds.flatMap((act) => Object.keys(actOf(act).fields)));
  expect(Object.keys(fieldLabels).sort()).toEqual([...own].sort());
  expect(Object.keys(samples).sort()).toEqual([...own].sort());
});

const withFields = actIds.filter((act) => Object.keys(actOf(act).fields).length > 0);

test.each(withFields)("every field of %s is shown", (act) => {
  const keys = Object.keys(actOf(act).fields);
  const own = Object.fromEntries(keys.map((key) => [key, samples[key]?.value]));
  const draft = { id: "one", at: "2024-01-16", from: ["IRN"], act, ...own };
  const text = render(detailNotes(event(draft as Parameters<typeof event>[0])), plainPalette);
  for (const key of keys) expect(text).toContain(samples[key]?.shown);
});

test("several fields stand in one line in the order of their labels, and the note below", () => {
  const ultimatum = event({
    ...{ id: "one", act: "issue-ultimatum", at: "2024-01-16", from: ["IRN"] },
    ...{ deadline: "2024-02-01", demand: "an apology", note: "By letter." },
  });
  expect(render(detailNotes(ultimatum), plainPalette)).toBe("  demand: an apology, deadline: 2024-02-01\n  By letter.");
});

test("an event without fields of its own and without a note has no details", () => {
  expect(detailNotes(event({ id: "bare", at: "2024-01-16", from: ["IRN"], act: "condemn" }))).toEqual([]);
});
