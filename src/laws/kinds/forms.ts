/** Laws of forms: an event that was written in another form, or in an older one, is the same event. */
import { type DiplomaticEvent, eventSchema, isActId, type StoredEvent, upcasters } from "../../events/index.ts";
import { inEnglish } from "../../schema/index.ts";
import { firstDifference, plain } from "../compare.ts";
import type { HistoryLaw, Listed } from "../law.ts";

/** The older form of an act's events, by the act of today: written by hand, beside the upcasters and not from them. */
const OLDER: Readonly<Record<string, { readonly lifts: string; readonly lower: (event: object) => StoredEvent }>> = {
  "expel-ambassador": {
    lifts: "expel-ambassador@1",
    lower: (event) => ({ ...event, version: 1, form: "formal" }),
  },
  "bar-ambassador": {
    lifts: "expel-ambassador@1",
    lower: (event) => ({ ...event, act: "expel-ambassador", version: 1, form: "soft" }),
  },
};

export const formLaws: readonly Listed<HistoryLaw>[] = [
  {
    name: "export-and-import",
    sentence: "Export and import are inverse: an event written as a CloudEvent and read again is the same event.",
    basis: "What leaves the program for a store or a bus must be able to come back whole.",
    breach: ({ events }, { fromCloudEvent, toCloudEvent }) => {
      const back = events.map((event) => fromCloudEvent(JSON.parse(JSON.stringify(toCloudEvent(event, "/laws")))));
      return firstDifference(back, plain(events), "the event that came back");
    },
  },
  {
    name: "upcasting-commutes",
    sentence: "Upcasting commutes with folding: a record in older forms, lifted, folds to the same history.",
    basis: "An old record must go on meaning what it meant when it was written.",
    breach: ({ events, beginning, until, history }, { fold, upcast }) => {
      const knownForms = new Set(Object.values(OLDER).map(({ lifts }) => lifts));
      const strange = upcasters.find(({ act, from }) => !knownForms.has(`${act}@${from}`));
      if (strange !== undefined) return `this law knows no form of version ${strange.from} of ${strange.act}`;
      const lifted = events.map((event) => read(upcast(OLDER[event.act]?.lower(event) ?? { ...event })));
      return firstDifference(plain(fold(lifted, beginning, until)), plain(history));
    },
  },
];

function read(stored: StoredEvent): DiplomaticEvent {
  const { act } = stored;
  if (!isActId(act)) throw new TypeError(`${String(act)} is no act of the catalogue.`);
  return eventSchema(act).parse(stored, inEnglish);
}
