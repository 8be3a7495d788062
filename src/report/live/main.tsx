/** The script of a report. Nothing leaves the page, and nothing is fetched. */
import { render } from "preact";
import { config } from "zod";
import { DATA } from "../../page/index.ts";
import type { ReportData } from "../data.ts";
import { App } from "./app.tsx";
import { storeOf } from "./store.ts";

// A page's policy forbids code that is made of text, which zod would otherwise try.
config({ jitless: true });

const data: ReportData = JSON.parse(document.getElementById(DATA)?.textContent ?? "{}");
const app = document.getElementById("app");
if (app !== null) render(<App store={storeOf(data)} />, app);
document.documentElement.classList.add("scripted");
