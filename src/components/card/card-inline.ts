import { cardFont } from './card-font.ts';

/*
 * What a crisis card carries in itself: it must be read without the network, so nothing of it is asked for elsewhere.
 * The front door allows these two texts by their hashes, and no other style or script inside a page.
 */

/**
 * Plain rules that a phone of ten years ago understands. The font is in them: a card is read where nothing can be fetched,
 * also on a machine that has no Thai letters of its own. One that cannot read the font takes its own.
 */
export const cardStyle = `
@font-face{font-family:"Card";src:url(data:font/woff2;base64,${cardFont}) format("woff2");unicode-range:U+0020,U+0028-0029,U+002C-003A,U+005B,U+005D,U+00A0,U+00B7,U+0E01-0E5B,U+200C-200D,U+2013-2014,U+201C-201D,U+25CC}
html{--paper:#fff;--ink:#111;--soft:#444;--line:#999;--strong:#0d5a56;--warn:#7a1c13;--warn-paper:#fdecea}
@media (prefers-color-scheme:dark){html{--paper:#121716;--ink:#f0f2ee;--soft:#b9c2bd;--line:#5d6a66;--strong:#8fd6c9;--warn:#ffc2b8;--warn-paper:#3a1a16}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.7 "Card","Noto Sans Thai","Thonburi","Leelawadee UI","Tahoma","Sarabun",sans-serif}
.card{max-width:54rem;margin:0 auto;padding:1rem}
h1{margin:.2em 0;font-size:1.45em;line-height:1.4}
h2{margin:1.2em 0 .4em;padding-top:.5em;border-top:3px solid var(--strong);font-size:1.15em;line-height:1.5}
h3{margin:.8em 0 .2em;font-size:1em}
p,ul,ol{margin:.35em 0}
ul,ol{padding-left:1.5em}
li{margin:.3em 0}
a{color:var(--strong);padding:.15em 0}
small,.soft{color:var(--soft);font-size:.88em}
.mark{display:inline-block;padding:0 .6em;border:2px solid var(--ink);font-weight:700}
.mark--disaster_plan{border-style:double;border-width:4px}
.warn,.kept{display:none;margin:.6em 0;padding:.5em .8em;border:3px solid var(--warn);background:var(--warn-paper);color:var(--warn);font-weight:700}
.kept{border-style:dashed}
html[data-past] .warn,html[data-kept] .kept{display:block}
table{width:100%;border-collapse:collapse}
caption{text-align:left;color:var(--soft)}
th,td{padding:.35em .5em;border:1px solid var(--line);text-align:left;vertical-align:top}
.who{font-weight:700}
.phases{display:block}
.foot{margin-top:1.2em;padding-top:.6em;border-top:3px solid var(--strong);display:-webkit-flex;display:flex;-webkit-flex-wrap:wrap;flex-wrap:wrap}
.foot>div{-webkit-flex:1 1 14em;flex:1 1 14em;min-width:0}
.qr{-webkit-flex:none;flex:none;width:8.5em;height:8.5em;margin:0 1em .5em 0;background:#fff;stroke:#000;shape-rendering:crispEdges}
.code{font-family:monospace;word-wrap:break-word}
@media (min-width:352px){.whole{white-space:nowrap}}
.qr path{fill:none}
.ways a{display:inline-block;margin-right:1.2em;min-height:2.6em;line-height:2.6em}
@media (max-width:640px){
thead{position:absolute;left:-999em}
table,tbody,tr,th,td,caption{display:block}
tr{margin:.6em 0;border:1px solid var(--line)}
th,td{border:0}
th{padding-bottom:0;font-size:1.05em}
td:before{content:attr(data-label) " ";font-weight:700}
}
@media print{
@page{size:A4;margin:9mm}
html{--paper:#fff;--ink:#000;--soft:#222;--line:#666;--strong:#000;--warn:#000;--warn-paper:#fff}
body{font-size:10pt;line-height:1.4}
.card{max-width:none;padding:0}
.card--dense{font-size:8.6pt;line-height:1.34}
h1{font-size:15pt;margin:.1em 0}
h2{margin:.5em 0 .15em;padding-top:.2em;border-top-width:1.5pt;font-size:11pt}
h3{margin:.3em 0 .1em}
p,ul,ol,li{margin:.08em 0}
th,td{padding:.15em .35em}
.phases{display:flex;gap:4mm}
.phases>*{flex:1}
.neighbours{column-count:2}
.foot{margin-top:.5em;padding-top:.3em;page-break-inside:avoid}
.qr{width:24mm;height:24mm}
.screen{display:none}
}
`;

/** Looks at today's date again, which the kept page cannot know, and asks that the card be kept on this device. */
export const cardScript = `
(function(){
var root=document.documentElement,by=root.getAttribute('data-review-by');
var today=new Date(new Date().getTime()+25200000).toISOString().slice(0,10);
if(by&&by<today)root.setAttribute('data-past','');
if(!('serviceWorker' in navigator))return;
var workers=navigator.serviceWorker;
workers.addEventListener('message',function(event){
var place=document.querySelector('[data-kept-text]');
if(place&&event.data&&event.data.kept===location.pathname)place.textContent=place.getAttribute('data-kept-text');
});
workers.register('/card-worker.js',{scope:'/plans/'}).then(function(){return workers.ready;}).then(function(ready){
if(ready.active)ready.active.postMessage({keep:location.pathname});
}).catch(function(){});
})();
`;
