// The service worker: brings the program's files along and keeps the pages of the field for whoever is signed in.
// Before it the server puts VERSION and FILES. Kept pages lie locked: locked() and opened(). It answers nothing but GET; forms are sent by sending.js.
const HELD = `files-${VERSION}`;
const PAGES = "pages-";
const WAITING = "/offline";
const MOST = 80;
const FRESH = 10 * 60 * 1000;
const OLDEST = 14 * 3600 * 1000; // as long as staff stay signed in
const PATIENCE = 8000;
let bringing = Promise.resolve();
const tidied = tidy(); // each time the worker wakes

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(HELD).then((files) => files.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(drop((name) => name.startsWith("files-") && name !== HELD).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/static/")) event.respondWith(file(request));
  else if (request.mode === "navigate") event.respondWith(page(event, url));
});

// { keep: [addresses] }: the plan of the day is fetched before it is needed. { forget: true }: on signing out.
self.addEventListener("message", (event) => {
  if (event.data.forget) event.waitUntil(forget(() => true));
  if (event.data.keep) event.waitUntil(bringing = bringing.then(() => bring(event.data.keep)));
});

async function drop(unwanted) {
  for (const name of await caches.keys()) if (unwanted(name)) await caches.delete(name);
}

// First the key: without it, whatever a disk still holds of the pages is noise.
async function forget(whose) {
  for (const name of await keys("getAllKeys")) if (whose(name)) await keys("delete", name);
  await drop((name) => name.startsWith(PAGES) && whose(name));
}

// --- The key of the kept pages: one for each person and day; the browser never gives it out, scripts included. --------
async function keys(verb, ...said) {
  const opening = indexedDB.open("korpu-keys", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("keys");
  const base = await done(opening);
  try {
    return await done(base.transaction("keys", "readwrite").objectStore("keys")[verb](...said));
  } finally {
    base.close();
  }
}

function done(asked) {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

async function keyOf(name) {
  const known = await keys("get", name);
  if (known && Date.now() - known.born < OLDEST) return known.key;
  if (known) await forget((other) => other === name);
  return null;
}

async function newKey(name) {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await keys("add", { key, born: Date.now() }, name).catch(() => {}); // two pages at once: the first one's key
  return (await keys("get", name)).key;
}

async function locked(name, bytes) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyOf(name) || await newKey(name);
  return new Blob([iv, await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, bytes)]);
}

async function opened(name, kept) {
  const bytes = await kept.arrayBuffer();
  const key = await keyOf(name);
  if (!key) return null;
  const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes.slice(0, 12) }, key, bytes.slice(12)).catch(() => null);
  return text && new Response(text, { headers: kept.headers });
}

async function file(request) {
  return await caches.match(request) || fetch(request);
}

async function page(event, url) {
  event.waitUntil(tidied);
  const kept = find(url);
  const answer = fetch(event.request).then((fresh) => {
    event.waitUntil(sort(url, fresh.clone()));
    return fresh;
  });
  const patient = kept.then((found) => found && new Promise((resolve) => setTimeout(resolve, PATIENCE, found)));
  try {
    return await Promise.race([answer, patient.then((late) => late ? marked(late) : answer)]);
  } catch {
    const found = await kept || await find(new URL(WAITING, self.location.origin));
    return found ? marked(found) : Response.error();
  }
}

// Whose page is it? Pages of anybody else are dropped; hers is kept where the server says that it may be.
async function sort(url, answer) {
  const owner = answer.headers.get("Page-Of");
  if (!owner || answer.redirected) return;
  const hers = PAGES + owner;
  await forget((name) => name !== hers);
  if (answer.headers.get("Page-Keep") !== "yes") return;
  const pages = await caches.open(hers);
  const headers = new Headers(answer.headers);
  headers.set("Kept-At", Date.now());
  await pages.put(key(url), new Response(await locked(hers, await answer.arrayBuffer()), { headers }));
  const all = await pages.keys();
  for (const old of all.slice(0, Math.max(0, all.length - MOST))) await pages.delete(old);
}

// One after the other, and after the page itself has had the line.
async function bring(addresses) {
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (const address of addresses) {
    const url = new URL(address, self.location.origin);
    const kept = await find(url);
    if (kept && Date.now() - kept.headers.get("Kept-At") < FRESH) continue;
    try {
      await sort(url, await fetch(url, { headers: { "X-Keep": "1" }, credentials: "same-origin" }));
    } catch {
      return;
    }
  }
}

const key = (url) => url.origin + (url.pathname.replace(/\/+$/, "") || "/") + url.search;

async function find(url) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PAGES)) continue;
    const found = await (await caches.open(name)).match(key(url), { ignoreVary: true });
    const page = isFresh(found) && await opened(name, found);
    if (page) return page;
  }
  return null;
}

const isFresh = (kept) => kept && Date.now() - kept.headers.get("Kept-At") < OLDEST;

async function tidy() {
  for (const name of await keys("getAllKeys")) await keyOf(name); // an old one goes, and its pages
  for (const name of await caches.keys()) {
    if (!name.startsWith(PAGES)) continue;
    const pages = await caches.open(name);
    for (const one of await pages.keys()) if (!isFresh(await pages.match(one, { ignoreVary: true }))) await pages.delete(one);
  }
}

// The page itself says that it is a copy, and of when.
async function marked(kept) {
  const text = (await kept.text()).replace("<html ", `<html data-kept="${kept.headers.get("Kept-At")}" `);
  return new Response(text, { headers: kept.headers });
}
