/*
 * Keeps crisis cards of plans on the device that opened them. Only cards and their list are touched: every other request
 * goes its usual way. Online the register answers, always; what is kept is shown only when it cannot be reached, and says
 * so. A card that the register no longer has is dropped.
 */
const KEPT = 'plan-cards-1';
const MOST_CARDS = 20;
/** A kept card is shown when the register has not answered for so long. */
const PATIENCE_MS = 8000;
const LIST = '/plans/cards';

const isCard = (path) => /^\/plans\/[a-z0-9-]+\/card$/.test(path);

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  const dropOthers = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith('plan-cards-') && name !== KEPT);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(dropOthers());
});

self.addEventListener('message', (event) => {
  const path = event.data?.keep;
  if (typeof path !== 'string' || !isCard(path)) return;
  const keepAndTell = async () => {
    if (await renew(path)) event.source?.postMessage({ kept: path });
    await renewOthers(path);
  };
  event.waitUntil(keepAndTell());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || request.mode !== 'navigate' || url.origin !== self.location.origin) return;
  if (isCard(url.pathname)) event.respondWith(openCard(event, url.pathname));
  else if (url.pathname === LIST) event.respondWith(fetch(request).catch(() => keptList(null)));
});

async function openCard(event, path) {
  const kept = await (await caches.open(KEPT)).match(path);
  const answer = await answerOf(event.request, kept !== undefined);
  if (answer === null || (answer.status >= 500 && kept)) return kept ? asKept(kept) : keptList(path);
  if (answer.ok && !answer.redirected) event.waitUntil(keep(path, answer.clone()));
  if (isGone(answer)) event.waitUntil(drop(path));
  return answer;
}

const isGone = (answer) => answer.status === 404 || answer.status === 410;

/** The register's answer; null when there is none, or none in time while a card is kept. */
async function answerOf(request, isHurried) {
  const late = new Promise((resolve) => {
    if (isHurried) setTimeout(() => resolve(null), PATIENCE_MS);
  });
  return Promise.race([fetch(request).catch(() => null), late]);
}

/** Asks the register for a card and keeps or drops it; true when it is kept now. */
async function renew(path) {
  const answer = await fetch(path, { cache: 'no-cache', credentials: 'omit' }).catch(() => null);
  if (answer === null) return false;
  if (isGone(answer)) await drop(path);
  if (!answer.ok || answer.redirected) return false;
  await keep(path, answer);
  return true;
}

/** The other cards are looked at again, so that none grows old beside one that is opened often; the oldest go. */
async function renewOthers(path) {
  const cache = await caches.open(KEPT);
  const paths = (await cache.keys())
    .map((request) => new URL(request.url).pathname)
    .filter((one) => one !== path);
  const surplus = paths.slice(0, Math.max(0, paths.length + 1 - MOST_CARDS));
  await Promise.all(surplus.map(drop));
  for (const one of paths.slice(surplus.length)) await renew(one);
}

async function keep(path, answer) {
  const cache = await caches.open(KEPT);
  await cache.put(path, answer);
}

async function drop(path) {
  const cache = await caches.open(KEPT);
  await cache.delete(path);
}

/** The card with a mark by which it says that it was kept. */
async function asKept(kept) {
  const html = await kept.text();
  const headers = new Headers(kept.headers);
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  return new Response(html.replace('<html ', '<html data-kept '), { status: 200, headers });
}

/**
 * A page about the cards that are kept here.
 * @param asked the card that was asked for and is not; null for the list itself
 */
async function keptList(asked) {
  const cache = await caches.open(KEPT);
  const requests = await cache.keys();
  const cards = await Promise.all(requests.map((request) => cardLine(cache, request)));
  const title = asked === null ? 'การ์ดที่เก็บไว้ในเครื่องนี้' : 'ยังไม่ได้เก็บการ์ดนี้ไว้';
  const why =
    asked === null
      ? 'ขณะนี้ติดต่อทะเบียนไม่ได้ การ์ดต่อไปนี้เคยเปิดในเครื่องนี้ จึงยังเปิดได้'
      : 'ขณะนี้ติดต่อทะเบียนไม่ได้ และการ์ดนี้ยังไม่เคยเปิดในเครื่องนี้ เมื่อมีสัญญาณ โปรดเปิดหนึ่งครั้ง แล้วเครื่องจะเก็บไว้ให้';
  const list =
    cards.length > 0
      ? `<h2>การ์ดที่เปิดได้ตอนนี้</h2><ul>${cards.join('')}</ul>`
      : '<p>ในเครื่องนี้ยังไม่มีการ์ดที่เก็บไว้ ระหว่างนี้โปรดทำตามประกาศของผู้นำชุมชนและองค์กรปกครองส่วนท้องถิ่นของท่าน</p>';
  return new Response(
    `<!doctype html><html lang="th"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1><p>${why}</p>${list}</main></body></html>`,
    { status: asked === null ? 200 : 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } },
  );
}

/** The attributes are escaped in the card, and stay so. */
async function cardLine(cache, request) {
  const html = await (await cache.match(request)).text();
  const attribute = (name) => new RegExp(` ${name}="([^"]*)"`).exec(html)?.[1] ?? '';
  const today = new Date(Date.now() + 25_200_000).toISOString().slice(0, 10);
  const by = attribute('data-review-by');
  const past = by !== '' && by < today ? ' <strong>พ้นกำหนดทบทวนแล้ว</strong>' : '';
  const { pathname } = new URL(request.url);
  return `<li><a href="${pathname}">${attribute('data-card')}</a><br>${attribute('data-review')}${past}</li>`;
}

const style =
  ':root{color-scheme:light dark}body{font:17px/1.7 "Noto Sans Thai","Thonburi","Leelawadee UI","Tahoma",sans-serif;max-width:40rem;margin:0 auto;padding:1rem}li{margin:.8em 0}a{display:inline-block;padding:.3em 0}';
