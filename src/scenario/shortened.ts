/** Long lists that are wrong all along, cut to what is told of them: nobody mends a hundred thousand items one by one. */
import { isRecord } from "./checks/parts.ts";
import { actWritten } from "./schema/event.ts";

/** The longest list that the format has, events apart, is half as long. */
const MOST_ITEMS = 2000;
/** More events that are none are not looked at. */
const MOST_WRONG = 1000;

/** A file's value with its lists cut; the same one, where none is that long. */
export function shortened(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const cut = Object.entries(value).map(([key, part]) => [
    key,
    key === "events" && Array.isArray(part) ? eventsOf(part) : listsIn(part),
  ]);
  return cut.every(([key, part]) => part === value[String(key)]) ? value : Object.fromEntries(cut);
}

/** Events as far as the last one that is told to be none. */
function eventsOf(events: readonly unknown[]): readonly unknown[] {
  let wrong = 0;
  const last = events.findIndex((one) => {
    if (!isEventLike(one)) wrong += 1;
    return wrong > MOST_WRONG;
  });
  return last < 0 ? listOf(events) : listOf(events.slice(0, last));
}

function isEventLike(one: unknown): boolean {
  return isRecord(one) && typeof one["id"] === "string" && actWritten(one) !== undefined;
}

function listsIn(value: unknown): unknown {
  if (Array.isArray(value)) return listOf(value.length > MOST_ITEMS ? value.slice(0, MOST_ITEMS) : value);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, listsIn(part)] as const);
  return entries.every(([key, part]) => part === value[key]) ? value : Object.fromEntries(entries);
}

/** A list with the lists in its items cut. */
function listOf(items: readonly unknown[]): readonly unknown[] {
  const cut = items.map(listsIn);
  return cut.every((item, k) => item === items[k]) ? items : cut;
}
