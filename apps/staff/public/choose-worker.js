/* Keeps the files of the app for the picture view, so that it opens without Wi-Fi. It never keeps anything about a person. */
/* global self, caches, clients, fetch, URL, setTimeout */
const BOX = 'choose';
const PATIENCE_MS = 4000;
const isChoosing = ({ pathname }) => /^\/people\/[^/]+\/choose\//.test(pathname);

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));

/* The page names the files it is made of; those of an older version are let go. */
self.addEventListener('message', (event) => {
  const files = event.data?.keep;
  if (!Array.isArray(files)) return;
  event.waitUntil((async () => {
    const box = await caches.open(BOX);
    await Promise.all(files.map(async (file) => (file !== '/' && (await box.match(file))) || box.add(file)));
    for (const kept of await box.keys()) if (!files.includes(new URL(kept.url).pathname)) await box.delete(kept);
  })());
});

/* On bad Wi-Fi the kept page comes before patience ends. */
async function page(request) {
  const kept = caches.match('/');
  const network = fetch(request);
  try {
    return await Promise.race([network, new Promise((resolve, reject) => setTimeout(async () => ((await kept) ? reject(new Error('too slow')) : resolve(network)), PATIENCE_MS))]);
  } catch {
    return (await kept) ?? network;
  }
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (event.request.mode === 'navigate' && isChoosing(url)) event.respondWith(page(event.request));
  else if (url.pathname.startsWith('/assets/') || url.pathname === '/favicon.svg') event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
