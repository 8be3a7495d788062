import { expect, test } from "vitest";
import { folded, on } from "../support/crisis.ts";

const contacts = (...events: Parameters<typeof folded>[0] & object) => folded(events).dossier.contacts;

test("calls, meetings and visits between the parties are contacts, and the last one is known", () => {
  const [call, visit] = [on(16, "consult-by-phone", ["PAK"]), on(17, "visit", ["IRN"])];
  expect(contacts(call, visit)).toEqual({ count: 2, last: visit.id });
});

test("an invitation is no contact yet, and what others do is none between the parties", () => {
  const invitation = on(16, "invite", ["PAK"]);
  const elsewhere = on(17, "consult-by-phone", ["USA"], { to: ["IRN"] });
  expect(contacts(invitation, elsewhere)).toEqual({ count: 0, last: null });
});

test("what is no contact counts as none, and the last one stays", () => {
  const visit = on(16, "visit", ["PAK"]);
  expect(contacts(visit, on(17, "make-statement", ["IRN"]), on(18, "invite", ["IRN"]))).toEqual({
    ...{ count: 1, last: visit.id },
  });
  expect(contacts(on(16, "make-statement", ["IRN"]))).toEqual({ count: 0, last: null });
});
