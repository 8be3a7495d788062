/** A page without a browser: it reads HTML, SVG and XML, and draws nothing. */
import { JSDOM } from "jsdom";

export const { document, DOMParser, Element } = new JSDOM("<!doctype html>").window;
