import { DARK, LIGHT, type Palette, variablesOf } from "../figures/palette.ts";

const variables = (palette: Palette) =>
  variablesOf(palette)
    .map(([name, value]) => `${name}:${value};`)
    .join("");

/** How a page looks: on a telephone, a wide screen, in the dark, and on paper of A4 or Letter. */
export const STYLE = `
:root{color-scheme:light dark;${variables(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}
*{box-sizing:border-box}
html{font:16px/1.55 system-ui,-apple-system,"Segoe UI","DejaVu Sans",Arial,sans-serif;color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%}
body{margin:0;overflow-wrap:break-word}
.skip{position:absolute;left:-99rem;background:var(--paper);color:var(--link);padding:.5rem 1rem;z-index:9}
.skip:focus{left:1rem;top:1rem}
header,main,footer{max-width:68rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
h1{font-size:clamp(1.5rem,1.1rem + 1.8vw,2.1rem);line-height:1.2;margin:0;letter-spacing:-.015em;overflow-wrap:anywhere}
h2{font-size:1.35rem;line-height:1.25;margin:3rem 0 1rem;letter-spacing:-.01em;overflow-wrap:anywhere}
h3{font-size:1.06rem;line-height:1.35;margin:0 0 .35rem;overflow-wrap:anywhere}
p{margin:.5rem 0;max-width:46rem}
a{color:var(--link)}
.under{color:var(--muted);margin:.4rem 0 0}
.answer{margin:2rem 0 0;padding:1.4rem 1.6rem;background:var(--card);border-left:6px solid var(--grey);border-radius:4px}
.answer.good{border-color:var(--good)}.answer.bad{border-color:var(--bad)}.answer.caution{border-color:var(--caution)}
.answer h2{margin:0;font-size:1rem;font-weight:400;color:var(--muted);letter-spacing:0}
.answer .verdict{font-size:clamp(1.25rem,1rem + 1.3vw,1.7rem);line-height:1.3;font-weight:650;margin:.35rem 0 .7rem;max-width:none;letter-spacing:-.01em;overflow-wrap:anywhere}
.answer.good .verdict{color:var(--good)}.answer.bad .verdict{color:var(--bad)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:1rem;margin:1.25rem 0 0}
.card{border:1px solid var(--line);border-radius:6px;padding:1.1rem 1.2rem;break-inside:avoid}
.card h3{color:var(--muted);font-size:.95rem;font-weight:600}
.card .lead{margin:.1rem 0 .6rem;line-height:1.3}
.card .lead b{font-size:1.9rem;font-weight:650;letter-spacing:-.02em;margin-right:.3rem;font-variant-numeric:tabular-nums}
.card p:not(.lead){font-size:.93rem;margin:.35rem 0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,29rem),1fr));gap:2.25rem 2rem;align-items:start}
figure{margin:0;min-width:0;break-inside:avoid}
figcaption p{font-size:.93rem;color:var(--muted);margin:.2rem 0 .6rem}
.chart{position:relative;min-width:0}
.chart svg{display:block;max-width:100%;height:auto}
.chart:focus-visible,a:focus-visible,button:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
.inputs{font-size:.82rem;color:var(--muted);margin:.5rem 0 .25rem}
.inputs div{display:inline;margin-right:.9rem}
.inputs dt,.inputs dd{display:inline;margin:0;overflow-wrap:anywhere}
.inputs dt::after{content:": "}
.tools{display:flex;gap:.4rem;margin:.3rem 0 0;float:right}
.tools[hidden]{display:none}
button{font:inherit;font-size:.8rem;color:var(--muted);background:none;border:1px solid var(--line);border-radius:4px;padding:.1rem .6rem;min-height:1.6rem;cursor:pointer}
button:hover{border-color:var(--link);color:var(--link)}
details{margin:.5rem 0}
summary{cursor:pointer;padding:.25rem 0;min-height:1.75rem}
figure summary{font-size:.85rem;color:var(--link)}
details.section{border-top:1px solid var(--line);margin:0}
details.section:last-of-type{border-bottom:1px solid var(--line)}
details.section>summary{padding:.75rem 0}
details.section>summary h3{display:inline;margin:0}
details.section[open]>summary{margin-bottom:.25rem}
details.section>div{padding-bottom:1.25rem}
.scroll{overflow-x:auto;max-width:100%;background:linear-gradient(to right,var(--paper) 50%,transparent) left/36px 100% no-repeat local,linear-gradient(to left,var(--paper) 50%,transparent) right/36px 100% no-repeat local,linear-gradient(to right,var(--line),transparent) left/14px 100% no-repeat scroll,linear-gradient(to left,var(--line),transparent) right/14px 100% no-repeat scroll}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums;margin:.25rem 0}
th,td{padding:.32rem .9rem .32rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
th{font-weight:600}
thead th{color:var(--muted);font-weight:500;vertical-align:bottom}
tbody th{font-weight:400;min-width:7rem;max-width:26rem;overflow-wrap:break-word}
.group th{font-weight:650;padding-top:1rem;border-bottom-color:var(--muted)}
.r{text-align:right}
td.r{white-space:nowrap}
td.w{min-width:14rem}
ul{padding-left:0;list-style:none;max-width:52rem}
li{padding-left:1.4rem;position:relative;margin:.4rem 0;overflow-wrap:anywhere}
li>span:first-child{position:absolute;left:0;font-weight:700}
.caution>li>span:first-child{color:var(--caution)}
dl.entries dt{font-weight:600;margin-top:.6rem}
dl.entries dt span{font-weight:400}
dl.entries dd{margin:0;color:var(--muted);overflow-wrap:anywhere}
pre{background:var(--card);padding:.8rem 1rem;border-radius:4px;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.85rem}
.tip{position:fixed;pointer-events:none;background:var(--ink);color:var(--paper);font-size:.82rem;line-height:1.4;padding:.4rem .65rem;border-radius:4px;max-width:18rem;z-index:8}
.tip[hidden]{display:none}
footer{margin:4rem auto 3rem;color:var(--muted);font-size:.85rem}
@media (max-width:40rem){header,main,footer{padding-left:.9rem;padding-right:.9rem}header{padding-top:1.5rem}.answer{padding:1.1rem 1rem}h2{margin-top:2.25rem}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@page{margin:16mm 14mm}
@media print{
:root{${variables(LIGHT)}}
html{font-size:10.5pt;background:#fff}
header,main,footer{max-width:none;padding:0}
header{padding-top:0}
.skip,.tools,figure details,.tip{display:none!important}
.answer,.card,figure,li,tr{break-inside:avoid}
h2,h3,summary{break-after:avoid}
.figures{display:block}
figure{margin:0 0 9mm}
.chart svg{width:100%;max-width:165mm;max-height:200mm}
.cards{grid-template-columns:1fr 1fr}
.scroll{overflow:visible;background:none}
table{font-size:8.5pt;width:100%}
tbody th{overflow-wrap:anywhere}
td.w{min-width:0}
a{color:inherit}
}
`.trim();
