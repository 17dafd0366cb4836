// Sending forms: one click sends once; without signal what was typed is kept, and sent by itself when there is signal.
// A letter keeps the form's client key: however often it is sent, the server makes one record of it.
(() => {
  "use strict";
  const { outbox, say, words } = window.korpu;
  const owner = document.querySelector("meta[name=phone]")?.content || "";
  const TYPED = "input:not([type=hidden]):not([type=submit]), textarea, select";
  const LONGEST = 60; // seconds between two tries
  const PATIENCE = 45000;
  const sending = new Set();
  const reached = new WeakSet();
  let open = null; // the form whose letter waits while its page is still open: { form, id, touched }
  let mended = null; // the refused letter that this page mends
  let wait = 1;
  let timer = 0;

  // --- The button --------------------------------------------------------------------------------------------------
  function hold(button) {
    if (!button) return;
    button.disabled = true;
    button.setAttribute("aria-busy", "true");
    sending.add(button);
  }

  function release(button) {
    button.disabled = false;
    button.removeAttribute("aria-busy");
    sending.delete(button);
  }

  const releaseAll = () => sending.forEach(release);
  window.addEventListener("pageshow", releaseAll); // "back" finds the page as it was left
  document.addEventListener("htmx:afterRequest", releaseAll);

  // --- On "save" ---------------------------------------------------------------------------------------------------
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method === "get" || event.defaultPrevented) return;
    const button = event.submitter || form.querySelector("button[type=submit]");
    if (isLetter(form)) {
      event.preventDefault();
      if (button && sending.has(button)) return;
      const letter = written(form, event.submitter);
      hold(button);
      sendNow(letter, form).finally(releaseAll);
    } else if (!navigator.onLine && !reached.has(form)) {
      event.preventDefault();
      sendIfReachable(form, event.submitter);
    } else {
      // After this turn, so that the button's own name and value are still sent.
      setTimeout(() => { hold(button); setTimeout(releaseAll, 10000); });
    }
  });

  // A form in which something was typed. Passwords are not kept, files cannot be.
  function isLetter(form) {
    return form.elements.client_key && form.querySelector(TYPED) && !form.querySelector("[type=password], [type=file]");
  }

  // A laptop without internet still reaches a program that runs on itself, so "offline" is tried before it is believed.
  function sendIfReachable(form, submitter) {
    fetch("/healthz", { cache: "no-store" }).then(() => {
      reached.add(form);
      form.requestSubmit(submitter);
    }, () => say(words.offline));
  }

  function written(form, submitter) {
    const at = new Date().toISOString();
    const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
    if (submitter?.name) fields.push([submitter.name, submitter.value]);
    return {
      id: form.elements.client_key.value,
      url: addressOf(submitter?.hasAttribute("formaction") ? submitter.formAction : form.action),
      page: location.pathname + location.search,
      title: document.querySelector("h1")?.textContent.trim() || document.title,
      at,
      fields,
      shown: shownIn(form),
      state: "waiting",
      reason: "",
    };
  }

  // A form without an address is sent to its page, "#..." included.
  const addressOf = (action) => action.split("#")[0];

  // What a person sees of it, for the page of what waits.
  function shownIn(form) {
    const seen = [...form.querySelectorAll(TYPED)].filter((one) => one.name && one.value && (one.checked ?? true) !== false);
    return seen.filter((one) => !/^(checkbox|radio)$/.test(one.type) || one.checked).map((one) => {
      const legend = one.closest("fieldset")?.querySelector("legend");
      const label = one.labels?.[0]?.textContent.trim() || "";
      const chosen = one.selectedOptions ? [...one.selectedOptions].map((option) => option.text).join(", ") : one.value;
      return /^(checkbox|radio)$/.test(one.type) ? [legend?.textContent.trim() || "", label] : [label, chosen];
    });
  }

  async function sendNow(letter, form) {
    let answer = null;
    try {
      answer = await post(letter);
      if (answer.status === 400 && await renew(letter)) answer = await post(letter);
    } catch {
      return keep(letter, form);
    }
    if (answer.status === 401) return keep(letter, form, words.signedOut);
    if (isAccepted(answer)) return accepted(letter, answer, true);
    if ([200, 409, 422].includes(answer.status)) return show(answer);
    return say(answer.status === 400 ? words.expired : words.failed);
  }

  function post(letter) {
    const headers = { "X-Sent-By": "script" };
    const body = new URLSearchParams(letter.fields);
    return fetch(letter.url, { method: "POST", body, headers, credentials: "same-origin", signal: AbortSignal.timeout?.(PATIENCE) });
  }

  // The token of a page that was kept or left open may be an older one. Never send in the name of somebody else.
  async function renew(letter) {
    const who = await (await fetch("/offline/who", { cache: "no-store" })).json();
    if (who.owner !== owner) return false;
    letter.fields = letter.fields.map(([name, value]) => [name, name === "csrf_token" ? who.token : value]);
    return true;
  }

  const target = (answer) => answer.headers.get("HX-Redirect") || (answer.redirected ? answer.url : "");
  const isAccepted = (answer) => answer.ok && (target(answer) || answer.status === 204);

  async function accepted(letter, answer, here) {
    await outbox.remove(letter.id).catch(() => {});
    if (mended && here) await outbox.remove(mended).catch(() => {});
    if (!here) return say(`${words.sent} ${letter.title}`);
    go(target(answer) || location.href);
  }

  function go(address) {
    const there = new URL(address, location.href);
    const same = there.pathname + there.search === location.pathname + location.search;
    location.assign(there);
    if (same) location.reload();
  }

  // The answer is the same page with what is wrong, or both versions side by side.
  async function show(answer) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const main = page.getElementById("main");
    if (!main) return say(words.failed);
    document.title = page.title;
    document.getElementById("main").replaceWith(main);
    window.htmx?.process(main);
    window.scrollTo(0, 0);
    window.korpu.plainMessages(main);
    window.korpu.showFirstMistake(main);
  }

  // --- Without signal ----------------------------------------------------------------------------------------------
  async function keep(letter, form, why = "") {
    letter.fields = letter.fields.map(([name, value]) => [name, name === "written_at" ? value || letter.at : value]);
    open = { form, id: letter.id, touched: false };
    try {
      await outbox.put(letter);
      if (mended && mended !== letter.id) await outbox.remove(mended);
      mended = mended && letter.id;
      say(why || (outbox.lasting ? words.kept : words.stay));
    } catch {
      say(words.offline);
    }
    later();
  }

  // Whoever goes on writing saves again: until then the earlier text waits.
  document.addEventListener("input", (event) => {
    if (open?.form.contains(event.target)) open.touched = true;
  });

  function later() {
    clearTimeout(timer);
    timer = setTimeout(flush, wait * 1000);
    wait = Math.min(wait * 2, LONGEST);
  }

  const isOpen = (letter) => open?.id === letter.id && document.contains(open.form);
  let flushing = false;

  // One page at a time, one letter after the other.
  async function flush() {
    if (flushing) return;
    flushing = true;
    try {
      if (navigator.locks) await navigator.locks.request("korpu-outbox", { ifAvailable: true }, (lock) => lock && sendAll());
      else await sendAll();
      wait = 1;
      if (outbox.waiting) later();
    } catch {
      later();
    } finally {
      flushing = false;
    }
  }

  async function sendAll() {
    for (const letter of await outbox.mine()) {
      if (letter.state === "refused" || (isOpen(letter) && open.touched)) continue;
      if (owner && !await renew(letter)) throw new Error("somebody else is signed in");
      await settle(letter, await post(letter));
    }
  }

  // Raises where it is worth trying again later.
  async function settle(letter, answer) {
    const here = isOpen(letter);
    if (answer.status === 200 && !target(answer) && here) return outbox.remove(letter.id).then(() => show(answer));
    if (isAccepted(answer) || answer.status === 200) return accepted(letter, answer, here);
    if ([401, 408, 429].includes(answer.status) || answer.status >= 500) throw new Error(String(answer.status));
    const reason = await reasonOf(answer.clone());
    await outbox.put({ ...letter, state: "refused", reason });
    if (here && [409, 422].includes(answer.status)) { mended = letter.id; return show(answer); }
    say(`${words.refused} ${letter.title}`);
  }

  async function reasonOf(answer) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const mistakes = [...page.querySelectorAll("[data-mistakes] li")].map((line) => line.textContent.trim());
    return mistakes.join(" · ") || page.querySelector("h1")?.textContent.trim() || words.failed;
  }

  // --- A refused letter is opened again on the page of its form ----------------------------------------------------
  async function mend() {
    const id = new URLSearchParams(location.hash.slice(1)).get("kept");
    const letter = id && (await outbox.mine()).find((one) => one.id === id);
    const form = letter && [...document.forms].find((one) => one.elements.client_key && addressOf(one.action) === letter.url);
    if (!form) return;
    mended = id;
    fill(form, letter.fields);
    if (letter.reason) say(letter.reason);
  }

  function fill(form, fields) {
    const left = new Map();
    fields.forEach(([name, value]) => left.set(name, [...(left.get(name) || []), value]));
    for (const one of form.elements) {
      if (!one.name || one.name === "csrf_token" || one.type === "submit") continue;
      const values = left.get(one.name) || [];
      if (/^(checkbox|radio)$/.test(one.type)) one.checked = values.includes(one.value);
      else if (one.multiple) [...one.options].forEach((option) => { option.selected = values.includes(option.value); });
      else if (values.length) one.value = values.shift();
      if (one.value && one.type !== "hidden" && !/^(checkbox|radio)$/.test(one.type)) one.closest("details")?.setAttribute("open", "");
    }
  }

  window.addEventListener("online", () => { wait = 1; flush(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) flush(); });
  window.addEventListener("hashchange", () => mend().catch(() => {}));
  window.korpu.flush = flush;
  mend().catch(() => {});
  flush();
})();
