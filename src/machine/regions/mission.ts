/** A mission: one party's embassy in the other's capital, and who heads it. One region for each party. */
import { on } from "../on.ts";
import type { Handlers, Transition } from "../types.ts";

/** The sending state is the party whose mission it is; the host is the other. */
export function mission(sending: "a" | "b") {
  const host = sending === "a" ? "b" : "a";
  const sends = (target: string): Transition => ({ by: [sending, "both"], target });
  const hosts = (target: string): Transition => ({ by: [host, "both"], target });

  const severed: Handlers = on(["break-relations"], { target: "closed" });
  const closes: Handlers = {
    ...on(["close-mission"], sends("closed")),
    ...on(["order-mission-closed"], hosts("closed")),
    ...severed,
  };
  const returns: Handlers = on(["return-ambassador"], sends("ambassador"));
  const barred: Handlers = on(["bar-ambassador"], hosts("barred"));
  const expelled: Handlers = on(["expel-ambassador"], hosts("expelled"));
  const lowered: Handlers = on(["downgrade-relations"], sends("charge"));
  const consent: Handlers = on(["grant-agrement"], hosts("recalled"));

  return {
    initial: "ambassador",
    states: {
      ambassador: {
        on: {
          ...on(["recall-ambassador"], sends("recalled")),
          ...on(["vacate-post"], sends("charge")),
          ...barred,
          ...expelled,
          ...lowered,
          ...closes,
        },
      },
      recalled: { on: { ...returns, ...barred, ...expelled, ...lowered, ...closes } },
      barred: { on: { ...returns, ...expelled, ...consent, ...closes } },
      expelled: { on: { ...returns, ...consent, ...closes } },
      charge: { on: { ...returns, ...expelled, ...closes } },
      closed: { on: { ...on(["reopen-mission"], sends("charge")), ...severed } },
    },
  } as const;
}
