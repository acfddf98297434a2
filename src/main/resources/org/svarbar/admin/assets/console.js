// What HTML cannot do alone. Everything works without it.

// Copyable fields: <button hidden data-copy="id of the field" data-copied="what to say then">.
const showCopyButtons = () => {
  for (const button of document.querySelectorAll("button[data-copy][hidden]")) {
    button.hidden = false;
  }
};

const copy = async (field) => {
  try {
    await navigator.clipboard.writeText(field.value ?? field.textContent);
  } catch {
    // a page without HTTPS has no clipboard: the browser's own copying does it
    if (field.select) {
      field.select();
    } else {
      getSelection().selectAllChildren(field);
    }
    document.execCommand("copy");
  }
};

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (button) {
    await copy(document.getElementById(button.dataset.copy));
    document.getElementById("copied").textContent = button.dataset.copied;
    button.textContent = button.dataset.copied;
  }
});

// <form data-confirm="Really?">
document.addEventListener("submit", (event) => {
  const question = event.target.dataset.confirm;
  if (question && !confirm(question)) {
    event.preventDefault();
  }
});

// <form data-keys>: while the focus is in it, a key does what the button or link with data-key="key" does.
document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("form[data-keys]");
  if (form && !event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat) {
    form.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
  }
});

// The browser would put the focus there a moment after the page is there: a key in between would be lost.
document.querySelector("form[data-keys] [autofocus]")?.focus();

// An open menu closes by Escape and by a click beside it.
const openMenu = () => document.querySelector("details.languages[open]");
document.addEventListener("keydown", (event) => {
  const menu = openMenu();
  if (menu && event.key === "Escape") {
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (hadFocus) {
      menu.querySelector("summary").focus();
    }
  }
});
document.addEventListener("click", (event) => {
  const menu = openMenu();
  if (menu && !menu.contains(event.target)) {
    menu.open = false;
  }
});

// A whole page where a part was asked for is an error or the log-in: it takes the place of the page.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (/^\s*<!doctype html/i.test(event.detail.xhr.responseText)) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
    event.detail.target = document.body;
  }
});
document.addEventListener("htmx:sendError", () => {
  document.getElementById("failed").hidden = false;
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) {
    document.getElementById("failed").hidden = true;
  }
});
document.addEventListener("htmx:afterSwap", showCopyButtons);
showCopyButtons();

// A session that is over takes what it showed with it, but for what somebody has typed: that is sent on after the log-in.
// All tabs have one session.
const sessionSeconds = Number(document.body.dataset.session);
const LAST_REQUEST = "svarbar-last-request";
let lastHere = 0;
const requested = () => {
  lastHere = Date.now();
  try {
    localStorage.setItem(LAST_REQUEST, lastHere);
  } catch {
    // other tabs do not hear of it
  }
};
const lastRequest = () => {
  try {
    return Math.max(lastHere, Number(localStorage.getItem(LAST_REQUEST)));
  } catch {
    return lastHere;
  }
};
if (sessionSeconds > 0) {
  let hasTyped = false;
  requested();
  document.addEventListener("htmx:afterRequest", requested);
  document.addEventListener("input", () => (hasTyped = true));
  setInterval(() => {
    if (!hasTyped && Date.now() - lastRequest() > (sessionSeconds + 5) * 1000) {
      location.replace(location.pathname + location.search);
    }
  }, 20_000);
}

// After a form was refused, the list of what is wrong is read first.
document.getElementById("wrong")?.focus();
