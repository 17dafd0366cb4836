// The phone in the field: the service worker, the copy of the day's plan, what waits to be sent, signing out.
(() => {
  "use strict";
  const { outbox, say, words } = window.korpu;
  const signedIn = document.querySelector("meta[name=phone]");
  const worker = navigator.serviceWorker;
  const kept = Number(document.documentElement.dataset.kept);

  // Registered by whoever is signed in: a visitor has nothing to keep. It stays afterwards, to drop the pages of others.
  if (worker && signedIn) {
    worker.register("/service-worker.js").then(() => worker.ready).then((ready) => {
      const named = [...document.querySelectorAll("[data-keep]")].flatMap((one) => one.dataset.keep.split(" "));
      const here = signedIn.dataset.keepHere ? [location.pathname + location.search] : [];
      if (!kept) ready.active.postMessage({ keep: [...here, "/offline", ...named] });
    }).catch(() => {});
  }

  // --- A kept page -------------------------------------------------------------------------------------------------
  if (kept) {
    const note = document.getElementById("kept-note");
    note.hidden = false;
    note.querySelector("time").textContent = clock(kept);
    // Each visit to a copy is a form of its own.
    document.querySelectorAll("input[name=client_key]").forEach((field) => { field.value = newKey(); });
  }

  // Browsers do not know the months of every language.
  function clock(moment) {
    const at = new Date(moment);
    const two = (number) => String(number).padStart(2, "0");
    return `${two(at.getDate())}.${two(at.getMonth() + 1)}, ${two(at.getHours())}:${two(at.getMinutes())}`;
  }

  function newKey() {
    return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  // --- The cloud ---------------------------------------------------------------------------------------------------
  function cloud() {
    const sign = document.getElementById("cloud");
    if (!sign) return;
    const state = outbox.refused ? "refused" : outbox.waiting ? "waiting" : "";
    sign.hidden = !state;
    sign.className = `cloud ${state}`;
    if (state) sign.querySelector("span").textContent = `${sign.dataset[state]}: ${outbox[state]}`;
    list().catch(() => {});
  }
  document.addEventListener("korpu:outbox", cloud);
  cloud();

  // --- The page of what waits --------------------------------------------------------------------------------------
  async function list() {
    const place = document.getElementById("letters");
    if (!place) return;
    const letters = await outbox.mine();
    place.replaceChildren(...letters.map(row));
    document.getElementById("letters-none").hidden = letters.length > 0;
  }

  function row(letter) {
    const made = document.getElementById("letter").content.cloneNode(true);
    const refused = letter.state === "refused";
    made.querySelector("h2").textContent = letter.title;
    made.querySelector("time").textContent = clock(letter.at);
    made.querySelectorAll(refused ? ".is-waiting" : ".is-refused").forEach((one) => one.remove());
    made.querySelector(".reason").textContent = letter.reason;
    made.querySelector(".reason").hidden = !letter.reason;
    made.querySelector("a").href = `${letter.page}#kept=${letter.id}`;
    made.querySelector("[data-discard]").dataset.discard = letter.id;
    const facts = made.querySelector("dl");
    letter.shown.forEach(([label, text]) => {
      for (const [tag, said] of [["dt", label], ["dd", text]]) {
        const line = document.createElement(tag);
        line.textContent = said;
        facts.append(line);
      }
    });
    return made;
  }

  document.addEventListener("click", (event) => {
    const discard = event.target.closest("[data-discard]");
    if (discard) outbox.remove(discard.dataset.discard);
    if (event.target.closest("[data-send-now]")) window.korpu.flush();
  });

  // --- Signing out -------------------------------------------------------------------------------------------------
  document.addEventListener("submit", (event) => {
    if (event.target.getAttribute("action") !== "/sign-out") return;
    const unsent = outbox.waiting + outbox.refused;
    if (unsent && !window.confirm(words.unsent.replace("#", unsent))) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    worker?.controller?.postMessage({ forget: true });
  }, true);
})();
