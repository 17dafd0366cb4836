// What pages do beyond plain HTML and htmx. Everything works without this file; nothing here knows a single page.
(() => {
  "use strict";
  const toasts = document.getElementById("toasts");

  function say(text) {
    if (!toasts || !text) return;
    const line = document.createElement("p");
    line.textContent = text;
    toasts.replaceChildren(line);
    setTimeout(() => line.remove(), 8000);
  }

  // --- Sending: one click sends once; without a signal nothing typed is lost ---------------------------------
  const sending = new Set();
  const reached = new WeakSet();

  // A laptop without internet still reaches a program that runs on itself, so "offline" is tried before it is believed.
  function sendIfReachable(form, submitter) {
    fetch("/healthz", { cache: "no-store" }).then(() => {
      reached.add(form);
      form.requestSubmit(submitter);
    }, () => say(toasts.dataset.offline));
  }

  function release(button) {
    button.disabled = false;
    button.removeAttribute("aria-busy");
    sending.delete(button);
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented && !form.closest("[hx-post], [hx-put], [hx-delete]")) return;
    if (!navigator.onLine && !event.defaultPrevented && !reached.has(form)) {
      event.preventDefault();
      sendIfReachable(form, event.submitter);
      return;
    }
    const button = event.submitter || form.querySelector("button[type=submit]");
    if (!button || form.method === "get") return;
    // After this turn, so that the button's own name and value are still sent.
    setTimeout(() => {
      button.disabled = true;
      button.setAttribute("aria-busy", "true");
      sending.add(button);
      setTimeout(() => release(button), 10000);
    });
  });

  // Coming back with the browser's button finds the page as it was left.
  window.addEventListener("pageshow", () => sending.forEach(release));
  document.addEventListener("htmx:afterRequest", () => sending.forEach(release));

  // --- htmx: what failed is said, the first wrong field is shown ----------------------------------------------
  document.addEventListener("htmx:sendError", () => say(navigator.onLine ? toasts.dataset.failed : toasts.dataset.offline));
  document.addEventListener("htmx:timeout", () => say(toasts.dataset.failed));
  document.addEventListener("htmx:responseError", (event) => {
    say(event.detail.xhr.status === 400 ? toasts.dataset.expired : toasts.dataset.failed);
  });
  // The server may send a word with a part: HX-Trigger {"toast": "text"}.
  document.addEventListener("toast", (event) => say(event.detail.value));

  function showFirstMistake(root) {
    const field = root.querySelector("[aria-invalid=true], .is-invalid") || root.querySelector("[data-mistakes]");
    if (field) field.focus();
  }

  document.addEventListener("htmx:afterSettle", (event) => {
    const { xhr, elt } = event.detail;
    if (xhr && xhr.status === 422) showFirstMistake(elt.parentElement || document);
    plainMessages(document);
  });

  // Messages beside the field, in the reader's language, instead of the browser's own bubbles.
  function plainMessages(root) {
    root.querySelectorAll("form[method=post]").forEach((form) => { form.noValidate = true; });
  }

  // --- Small manners ---------------------------------------------------------------------------------------------
  // First in line (capture), so that a "no" also stops htmx.
  document.addEventListener("click", (event) => {
    const asks = event.target.closest("[data-confirm]");
    if (asks && !window.confirm(asks.dataset.confirm)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);

  document.addEventListener("click", (event) => {
    const target = event.target;
    const leave = target.closest("[data-quick-exit]");
    if (leave) return leaveQuickly(event, leave);
    if (target.closest("[data-print]")) window.print();
    if (target.closest("[data-copy]")) copy(target.closest("[data-copy]"));
    const time = target.closest("time[data-full]");
    if (time && !target.closest("a, button, summary")) time.textContent = time.dataset.full;
    document.querySelectorAll("details[data-menu][open]").forEach((menu) => {
      if (!menu.contains(target)) menu.open = false;
    });
  });

  // The button names the field whose text it copies; where the browser cannot copy, the button stays hidden.
  function copy(button) {
    const field = document.getElementById(button.dataset.copy);
    navigator.clipboard.writeText(field.value).then(() => say(button.dataset.copied), () => field.select());
  }

  // Signs out on the way, and the page is not in the history of "back".
  function leaveQuickly(event, link) {
    event.preventDefault();
    document.documentElement.classList.add("leaving");
    const out = document.querySelector("form[action='/sign-out']");
    if (out) navigator.sendBeacon(out.action, new FormData(out));
    window.location.replace(link.href);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.querySelectorAll("details[data-menu][open]").forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-autosubmit]")) event.target.form.requestSubmit();
  });

  if (navigator.clipboard) document.querySelectorAll("[data-copy]").forEach((button) => { button.hidden = false; });
  plainMessages(document);
  showFirstMistake(document);
})();
