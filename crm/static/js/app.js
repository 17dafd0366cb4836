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

  // --- htmx: what failed is said, the first wrong field is shown ----------------------------------------------
  // What is read while one types is a comfort: without signal it is simply missing.
  document.addEventListener("htmx:sendError", (event) => {
    if (navigator.onLine) say(toasts.dataset.failed);
    else if (!event.detail.elt.matches("input, textarea")) say(toasts.dataset.offline);
  });
  document.addEventListener("htmx:timeout", () => say(toasts.dataset.failed));
  document.addEventListener("htmx:responseError", (event) => {
    say(event.detail.xhr.status === 400 ? toasts.dataset.expired : toasts.dataset.failed);
  });
  // The server may send a word with a part: HX-Trigger {"toast": "text"}.
  document.addEventListener("toast", (event) => say(event.detail.value));

  window.korpu = { say, showFirstMistake, plainMessages, words: toasts ? toasts.dataset : {} };

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

  let lastEscape = -Infinity;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const leave = document.querySelector("[data-quick-exit]");
    if (leave && !event.repeat) {
      // Twice within a second: the key of somebody who hears steps at the door.
      if (event.timeStamp - lastEscape < 1000) return leaveQuickly(event, leave);
      lastEscape = event.timeStamp;
    }
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
