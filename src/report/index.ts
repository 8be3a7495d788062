/** Reports: a crisis as one page, to be opened from disk with the network off. */
export type { FuturesShown, ReportData } from "./data.ts";
export { headerHtml, reportPage } from "./page.ts";
export { panels, webPanels } from "./panels.ts";
