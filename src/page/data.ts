/**
 * The data that a page carries for its script. It is packed: no text in it can end its element or begin another, and a search
 * in the page's source does not find what the page still hides.
 */
import { strFromU8, strToU8, unzlibSync, zlibSync } from "fflate/browser";

const ID = "page-data";

/** Data as an element that is not run. */
export function dataHtml(data: unknown): string {
  return `<script type="text/plain" id="${ID}">${base64(zlibSync(strToU8(JSON.stringify(data, toJson)), { level: 9 }))}</script>`;
}

/** Takes the data out of the page: from then on only the script has it. */
export function takeData(): unknown {
  const element = document.getElementById(ID);
  const text = element?.textContent ?? "";
  element?.remove();
  const packed = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  return JSON.parse(strFromU8(unzlibSync(packed)), fromJson);
}

/** Maps stay maps, and numbers that JSON lacks stay numbers. */
function toJson(_: string, value: unknown): unknown {
  if (value instanceof Map) return { [MAP]: [...value] };
  return typeof value === "number" && !Number.isFinite(value) ? { [NUMBER]: String(value) } : value;
}

function fromJson(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (MAP in value && Array.isArray(value[MAP])) return new Map(value[MAP]);
  return NUMBER in value ? Number(Reflect.get(value, NUMBER)) : value;
}

const MAP = "$map";
const NUMBER = "$number";

/** Bytes as base64. */
export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

/** How many bytes become text at once: the number of arguments of a call is limited. */
const CHUNK = 8192;
