// What was typed and has not reached the server: letters in IndexedDB, locked with the key of whoever is signed in.
// Without a safe context (plain HTTP) they live as long as the page.
(() => {
  "use strict";
  const meta = document.querySelector("meta[name=phone]");
  const keys = meta && window.isSecureContext ? meta.dataset.keys.split(" ").map(unlocked) : [];
  const loose = new Map();
  const lasting = keys.length > 0 && "indexedDB" in window;

  function unlocked(text) {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  }

  function store(mode, act) {
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open("korpu", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("outbox", { keyPath: "id" });
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const work = database.transaction("outbox", mode, { durability: "strict" });
        const asked = act(work.objectStore("outbox"));
        work.oncomplete = () => { database.close(); resolve(asked.result); };
        work.onerror = work.onabort = () => { database.close(); reject(work.error); };
      };
    });
  }

  async function opened(row) {
    for (const key of keys) {
      try {
        const body = await crypto.subtle.decrypt({ name: "AES-GCM", iv: row.iv }, await key, row.body);
        return JSON.parse(new TextDecoder().decode(body));
      } catch { /* locked by an older key, or by somebody else */ }
    }
    return null;
  }

  // --- For the other scripts --------------------------------------------------------------------------------------
  const outbox = { lasting, put, remove, mine, waiting: 0, refused: 0 };

  // A letter: { id, url, page, title, at, fields: [[name, value]], shown: [[label, text]], state, reason }.
  async function put(letter) {
    if (lasting) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify(letter));
      const body = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keys[0], text);
      await store("readwrite", (letters) => letters.put({ id: letter.id, iv, body }));
    } else loose.set(letter.id, letter);
    await count();
  }

  async function remove(id) {
    loose.delete(id);
    if (lasting) await store("readwrite", (letters) => letters.delete(id));
    await count();
  }

  // Only those this person wrote: the others cannot be opened. The oldest first.
  async function mine() {
    const rows = lasting ? await Promise.all((await store("readonly", (letters) => letters.getAll())).map(opened)) : [];
    return [...rows.filter(Boolean), ...loose.values()].sort((a, b) => a.at.localeCompare(b.at));
  }

  async function count() {
    const letters = await mine();
    outbox.refused = letters.filter((letter) => letter.state === "refused").length;
    outbox.waiting = letters.length - outbox.refused;
    document.dispatchEvent(new CustomEvent("korpu:outbox"));
  }

  window.korpu.outbox = outbox;
  count().catch(() => {});
})();
