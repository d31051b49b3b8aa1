/*
 * Keeps the pages of one community, so that all of them can be read without a network.
 *
 * The network comes first and what was kept second: contacts and times change, and
 * whoever follows an old one is let down. A network that does not answer in time
 * counts as none.
 *
 * Two lines stand above these: VERSION, a digest of the pages, and FILES, their
 * addresses and those of what they show. Nothing else is kept, and nothing that
 * another server holds is touched.
 */

const PATIENCE_MS = 4000;
const SCOPE = self.registration.scope;
const OURS = `hearthbook ${SCOPE} `;
const CACHE = OURS + VERSION;
const KNOWN = new Set(FILES.map((file) => new URL(file, SCOPE).href));
const MADE_BY_US = '<meta name="generator" content="Hearthbook">';
const ASKS_FOR_US = " data-hb-worker=";
let leaving = false;

/* Past the browser's own cache, which may still hold what was replaced. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  await cache.addAll([...KNOWN].map((url) => new Request(url, { cache: "no-cache" })));
}

async function drop(but) {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OURS) && name !== but);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/* The archive keeps nothing any more: this worker goes, and takes all along. The page
   that it serves may go on asking for styles; they are not kept either. */
async function leave() {
  leaving = true;
  await self.registration.unregister();
  await drop(null);
}

/* A page from the network says whether it wants to be kept. A page of somebody else,
   such as the one that asks for the password of a hotel's network, says nothing. */
async function learn(address, response, isPage) {
  if (isPage && response.status === 404 && address === SCOPE) return leave();
  if (!response.ok || response.redirected || response.type !== "basic") return undefined;
  if (isPage) {
    const text = await response.clone().text();
    if (!text.includes(MADE_BY_US)) return undefined;
    if (!text.includes(ASKS_FOR_US)) return leave();
  }
  if (leaving || !(await caches.has(CACHE))) return undefined;
  const cache = await caches.open(CACHE);
  return cache.put(address, response);
}

async function newest(event, address) {
  const asked = fetch(event.request);
  const isPage = event.request.mode === "navigate";
  event.waitUntil(asked.then((response) => learn(address, response.clone(), isPage)).catch(() => {}));
  const kept = await caches.match(address, { cacheName: CACHE });
  if (!kept) return asked;
  const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS, kept); });
  return Promise.race([asked.then((response) => (response.status < 500 ? response : kept)), late]).catch(() => kept);
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keepAll());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(drop(CACHE).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const address = url.origin + url.pathname;
  if (event.request.method === "GET" && KNOWN.has(address)) event.respondWith(newest(event, address));
});
