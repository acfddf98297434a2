// The panel beside a ticket. The pass that opened it comes in the address's fragment, is taken out of it at once, and is
// exchanged for one that goes in a header with each request: no cookie, nothing in an address.

const body = document.body;
const at = body.dataset.at;
const parents = body.dataset.parents.split(" ").filter(Boolean);
const EVERY = 5000;
const PARENT_ANSWERS_WITHIN = 1500;
const DRAFT_EVERY = 250;
const DRAFT_LOOKS = 16;
let pass = "";

const element = (id) => document.getElementById(id);

// A frame whose storage is blocked keeps the pass in memory: then it lives until the frame is loaded anew.
const stored = {
  read() {
    try {
      return sessionStorage.getItem(at) ?? "";
    } catch {
      return "";
    }
  },
  write(value) {
    try {
      sessionStorage.setItem(at, value);
    } catch {
      // in memory only
    }
  },
};

const show = (id) => {
  for (const each of ["loading", "view", "no-right", "failed"]) {
    element(each).hidden = each !== id;
  }
};

let silence;
const say = (text) => {
  element("said").textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => (element("said").textContent = ""), 8000);
};

const send = (part, fields, more = {}) =>
  fetch(`${at}/${part}`, {
    method: "POST",
    headers: { "Svarbar-Panel": pass },
    body: new URLSearchParams(fields),
    ...more,
  });

const load = () => htmx.ajax("GET", `${at}/view`, { target: "#view", swap: "innerHTML" });

const begin = async () => {
  const opened = location.hash.slice(1);
  if (opened) {
    history.replaceState(null, "", location.pathname);
  }
  show("loading");
  try {
    const answer = opened ? await send("session", { pass: opened }) : undefined;
    if (answer && !answer.ok && answer.status !== 401) {
      throw new Error("no session");
    }
    pass = answer?.ok ? await answer.text() : stored.read();
    stored.write(pass);
  } catch {
    show("failed");
    return;
  }
  if (pass) {
    await load();
  } else {
    show("no-right");
  }
};

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["Svarbar-Panel"] = pass;
});

const isOfView = (event) => event.detail.target?.id === "view";

document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 401) {
    pass = "";
    stored.write("");
    show("no-right");
  } else if (isOfView(event)) {
    show("failed");
  } else {
    say(body.dataset.failed);
  }
});
document.addEventListener("htmx:sendError", (event) => {
  if (isOfView(event)) {
    show("failed");
  } else {
    say(body.dataset.failed);
  }
});
document.addEventListener("htmx:afterSwap", (event) => {
  if (isOfView(event)) {
    element("news").hidden = true;
    show("view");
    element("keys-on").checked = keysAreOn();
  }
  event.detail.target.querySelector?.("[data-focus]")?.focus();
});
// A ticket that was looked at late is shown whole.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (/^\s*<div id="shown"/.test(event.detail.xhr.responseText)) {
    event.detail.target = element("view");
  }
});

// --- what is new

const isAtWork = () =>
  element("view").contains(document.activeElement) || element("view").querySelector(".editor form, #proposal form") !== null;

const look = async () => {
  const version = element("shown")?.dataset.version;
  if (document.hidden || !pass || version === undefined || !element("news").hidden) {
    return;
  }
  try {
    const answer = await fetch(`${at}/news?since=${encodeURIComponent(version)}`, { headers: { "Svarbar-Panel": pass } });
    if (answer.status !== 200) {
      return;
    }
    if (isAtWork()) {
      element("news").hidden = false;
    } else {
      await load();
    }
    say(body.dataset.renewed);
  } catch {
    // the next look may succeed
  }
};
setInterval(look, EVERY);
element("show-news").addEventListener("click", () => {
  load();
  element("main").focus();
});
element("again").addEventListener("click", begin);
addEventListener("hashchange", () => location.hash.length > 1 && begin());

// --- using a suggestion

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // a page without HTTPS, or a frame that may not: the browser's own copying does it
    const had = document.activeElement;
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "off-screen";
    body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    had?.focus();
    return done;
  }
};

// Our own page may be around us, which a helpdesk frames and which passes on what is inserted.
const isInOurs = () => {
  try {
    return parent !== window && parent.location.origin === location.origin;
  } catch {
    return false;
  }
};

const originAround = () => {
  if (isInOurs()) {
    return location.origin;
  }
  const ancestors = location.ancestorOrigins;
  return ancestors ? parents.find((each) => ancestors[0] === each) : parents[0];
};

// The page around us puts the text into its editor and says so; only pages of the connection's helpdesk are asked or heard.
const askParent = (text) =>
  new Promise((resolve) => {
    const origin = originAround();
    if (parent === window || origin === undefined) {
      resolve(false);
      return;
    }
    const id = `${Date.now()}-${Math.random()}`;
    const hear = (event) => {
      const type = event.source === parent && event.origin === origin && event.data?.id === id ? event.data.type : "";
      if (type === "svarbar:inserted" || type === "svarbar:not-inserted") {
        end(type === "svarbar:inserted");
      }
    };
    const end = (done) => {
      removeEventListener("message", hear);
      clearTimeout(late);
      resolve(done);
    };
    const late = setTimeout(() => end(false), PARENT_ANSWERS_WITHIN);
    addEventListener("message", hear);
    parent.postMessage({ type: "svarbar:insert", id, text }, origin);
  });

const remember = (of, act) => {
  if (of.dataset.message) {
    send("acts", { entry: of.dataset.entry, message: of.dataset.message, act }, { keepalive: true }).catch(() => {});
  }
};

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// The server has stored it when it answers with its key; how it went is asked until the agent need not wait longer.
const saveDraft = async (text) => {
  try {
    const answer = await send("draft", { text, press: `${Date.now()}-${Math.random()}` });
    const key = answer.ok ? await answer.text() : "failed";
    let state = /^agent/.test(key) ? "waiting" : key;
    for (let looks = 0; state === "waiting" && looks < DRAFT_LOOKS; looks++) {
      await wait(DRAFT_EVERY);
      const asked = await fetch(`${at}/draft?key=${key}`, { headers: { "Svarbar-Panel": pass } });
      state = asked.ok ? await asked.text() : "failed";
    }
    return state;
  } catch {
    return "failed";
  }
};

// Into the helpdesk's editor, else its draft, else the clipboard.
const use = async (text, of, inserted) => {
  if (await askParent(text)) {
    say(body.dataset.inserted);
    remember(of, inserted);
    return;
  }
  const draft = inserted === "inserted" ? await saveDraft(text) : "";
  if (draft === "saved" || draft === "waiting") {
    say(draft === "saved" ? body.dataset.drafted : body.dataset.drafting);
    remember(of, "drafted");
  } else {
    await copied(text, of, inserted === "linked" ? "linked" : "copied");
  }
};

const copied = async (text, of, act) => {
  const done = await copy(text);
  say(done ? body.dataset.copied : body.dataset.select);
  if (done) {
    remember(of, act);
  }
};

document.addEventListener("submit", (event) => {
  if (event.target.matches("form.reply")) {
    event.preventDefault();
    use(event.target.elements.text.value, event.target, "inserted");
  }
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const of = button?.closest("[data-entry]");
  if (button?.dataset.copy) {
    copied(element(button.dataset.copy).value, of, "copied");
  } else if (button?.dataset.link) {
    use(button.dataset.link, of, "linked");
  } else if (button && "close" in button.dataset) {
    const suggestion = button.closest("article");
    button.closest("form").remove();
    suggestion.focus();
  }
});

// --- keys

const keysAreOn = () => {
  try {
    return localStorage.getItem("svarbar-keys") !== "off";
  } catch {
    return true;
  }
};
document.addEventListener("change", (event) => {
  if (event.target.id === "keys-on") {
    try {
      localStorage.setItem("svarbar-keys", event.target.checked ? "on" : "off");
    } catch {
      // until the page is loaded anew
    }
  }
});

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (event.key === "Enter" && event.ctrlKey && event.target.form?.matches("form.reply")) {
    event.target.form.requestSubmit();
    return;
  }
  if (isTyping || event.ctrlKey || event.altKey || event.metaKey || !element("keys-on")?.checked) {
    return;
  }
  const suggestions = document.querySelectorAll("article.suggestion");
  const chosen = event.target.closest("article.suggestion") ?? suggestions[0];
  if (/^[1-9]$/.test(event.key)) {
    suggestions[event.key - 1]?.focus();
  } else if (/^[ilcyn]$/.test(event.key)) {
    chosen?.querySelector(`[data-key=${event.key}]`)?.click();
  } else if (event.key === "/") {
    event.preventDefault();
    element("q").focus();
  } else if (event.key === "?") {
    element("shortcuts").open = true;
    element("shortcuts").querySelector("summary").focus();
  }
});

begin();
