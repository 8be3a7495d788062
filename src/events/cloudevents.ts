/** Events in the form of CloudEvents 1.0, for stores and buses that speak it. */

import { inEnglish } from "../schema/index.ts";
import { isActId } from "./catalogue.ts";
import { type DiplomaticEvent, eventSchema } from "./envelope.ts";
import { formatWhen, when } from "./time.ts";
import { type StoredEvent, upcast } from "./upcast.ts";
import { offsetAt, UTC } from "./zone.ts";

/** A CloudEvent 1.0 in structured JSON form, whose data is one of our events. */
export interface CloudEventForm {
  readonly specversion: "1.0";
  readonly id: string;
  /** The stream that the event belongs to, as a URI reference: `/scenarios/iran-pakistan-2024`. */
  readonly source: string;
  /** `org.demarche.` and the act. */
  readonly type: string;
  /** RFC 3339, with the offset of its zone; a date without a time is written as its midnight, and `data.at` keeps it. */
  readonly time: string;
  readonly subject?: string;
  readonly datacontenttype: "application/json";
  readonly data: DiplomaticEvent;
}

const PREFIX = "org.demarche.";

/**
 * Writes an event as a CloudEvent.
 *
 * @param source the stream, as a URI reference
 * @param zone whose clocks showed the event's dates
 */
export function toCloudEvent(event: DiplomaticEvent, source: string, zone: string = UTC): CloudEventForm {
  const { start } = when(event.at);
  return {
    specversion: "1.0",
    id: event.id,
    source,
    type: `${PREFIX}${event.act}`,
    time: `${formatWhen(start, "minute")}:00${zone === UTC ? "Z" : offsetAt(start, zone)}`,
    ...(event.from.length > 0 ? { subject: event.from.join("+") } : {}),
    datacontenttype: "application/json",
    data: event,
  };
}

/**
 * Reads the event out of a CloudEvent, lifting old versions. Inverse of {@link toCloudEvent}.
 *
 * @throws TypeError when it isn't one of ours, or its type and its data name different acts; zod's $ZodError when its data
 *   are wrong
 */
export function fromCloudEvent(form: { readonly type: string; readonly data?: unknown }): DiplomaticEvent {
  const { data } = form;
  if (!form.type.startsWith(PREFIX) || typeof data !== "object" || data === null) {
    throw new TypeError(`"${form.type}" is no event of this project: its type begins with ${PREFIX} and it has data.`);
  }
  const stored: StoredEvent = { ...data };
  const lifted = upcast(stored);
  const act = lifted["act"];
  if (!isActId(act)) throw new TypeError(`${JSON.stringify(act)} is no act of the catalogue.`);
  const typeName = form.type.slice(PREFIX.length);
  if (typeName !== stored["act"])
    throw new TypeError(
      `The event contradicts itself: its type says "${typeName}", its data ${JSON.stringify(stored["act"])}.`,
    );
  return eventSchema(act).parse(lifted, inEnglish);
}
