/** The script of the page on which a scenario is pasted: it is read here, and leaves the page for nowhere. */
import { drawApp } from "../app.ts";
import { Paste } from "./paste.tsx";

drawApp(() => <Paste />);
