/** How a bet looks, in every page that has one. Its colours are the page's: `--ink`, `--paper`, `--panel`, `--line`, `--soft`, `--a`. */

/** The style sheet of a bet. */
export const betStyle: string = `
.bet{min-width:0;border:1px solid var(--line);border-radius:10px;padding:12px 16px;margin:10px 0;background:var(--panel)}
.option{display:grid;grid-template-columns:minmax(10rem,1fr) 3fr 6rem;gap:4px 14px;align-items:center;margin:6px 0}
.option label{font-weight:600}
.option input[type=range]{appearance:none;width:100%;height:44px;margin:0;background:linear-gradient(var(--ink),var(--ink)) 0/var(--share) 28px no-repeat,linear-gradient(var(--line),var(--line)) 0/100% 28px no-repeat;background-position:0 50%;border-radius:6px;cursor:ew-resize}
.option input[type=range]::-webkit-slider-thumb{appearance:none;width:12px;height:40px;border-radius:4px;background:var(--a);border:2px solid var(--paper)}
.option input[type=range]::-moz-range-thumb{width:12px;height:36px;border-radius:4px;background:var(--a);border:2px solid var(--paper)}
.option input[type=number],.because textarea{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:6px;min-height:40px}
.option input[type=number]{width:4.25rem;text-align:right}
.because{display:block;font-size:.875rem}
.because textarea{display:block;width:100%}
.option.other input[type=range]{opacity:.45}
.option.happened{outline:2px solid var(--a);outline-offset:4px;border-radius:6px}
.bet .picture svg{width:min(100%,45rem)!important}
@media (max-width:43.75em){.option{grid-template-columns:minmax(0,1fr) 6rem}.option label{grid-column:1/3}}
@media (forced-colors:active){.option input[type=range]{forced-color-adjust:none;--ink:CanvasText;--line:GrayText;--a:Highlight;--paper:Canvas}}
`;
