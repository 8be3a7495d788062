/** The script of the page on which a scenario is pasted: it is read here, and leaves the page for nowhere. */
import { render } from "preact";
import { config } from "zod";
import { Paste } from "./paste.tsx";

// A page's policy forbids code that is made of text, which zod would otherwise try.
config({ jitless: true });

const app = document.getElementById("app");
app?.replaceChildren();
if (app !== null) render(<Paste />, app);
document.documentElement.classList.add("scripted");
