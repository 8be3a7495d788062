/** The script of the site's contents: if the page was opened from a web server, codes give its address there. */
import { qrSvg } from "./code.ts";

if (/^https?:$/.test(location.protocol)) {
  for (const place of document.querySelectorAll<HTMLElement>("[data-path]")) {
    const address = new URL(place.dataset["path"] ?? "", location.href).href.replace(/index\.html$/, "");
    const code = place.querySelector(".code");
    const written = place.querySelector(".address");
    if (code !== null) code.innerHTML = qrSvg(address);
    if (written !== null) written.textContent = address;
  }
  document.documentElement.classList.add("served");
}
