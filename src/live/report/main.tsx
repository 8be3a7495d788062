/** The script of a report. Nothing leaves the page, and nothing is fetched. */
import { render } from "preact";
import { config } from "zod";
import { takeData } from "../../page/index.ts";
import type { ReportData } from "../../report/index.ts";
import { App } from "./app.tsx";
import { storeOf } from "./store.ts";

// A page's policy forbids code that is made of text, which zod would otherwise try.
config({ jitless: true });

const store = storeOf(takeData() as ReportData);
const app = document.getElementById("app");
// What stands there is for who has no script; the script draws it anew, as wide as there is room.
app?.replaceChildren();
if (app !== null) render(<App store={store} paper={document.getElementById("record")} />, app);
document.documentElement.classList.add("scripted");
// A projector is far away: everything is larger, and what is for one reader is left out.
document.documentElement.classList.toggle("room", new URLSearchParams(location.search).get("view") === "room");
