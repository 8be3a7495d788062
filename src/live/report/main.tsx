/** The script of a report. Nothing leaves the page, and nothing is fetched. */
import { takeData } from "../../page/index.ts";
import type { ReportData } from "../../report/index.ts";
import { drawApp } from "../app.ts";
import { Report } from "./report.tsx";

drawApp(() => <Report data={takeData() as ReportData} paper={document.getElementById("record")} />);
// In a room a projector is far away: everything is larger, and what is only for a single reader is left out.
document.documentElement.classList.toggle("room", new URLSearchParams(location.search).get("view") === "room");
