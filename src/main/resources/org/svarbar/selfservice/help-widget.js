// <svarbar-help site="…"> finds answers where customers are. Depends on nothing, sets no cookie, calls nobody but the
// server it came from, parses no HTML, and puts no style or script into the page: docs/self-service.md.

const API = new URL("help-api/", import.meta.url);
const PAUSE = 250;
const SETTLED = 1500;
const SLOW = 700;
const ELEMENTS = new Set(
  ("a b blockquote br code dd del dl dt em h1 h2 h3 h4 h5 h6 hr i li ol p pre s strong sub sup table tbody td tfoot th " +
    "thead tr u ul").split(" "));

const STYLE = `
:host {
  --t: #1b2130; --q: #545b69; --g: #ffffff; --l: #7d879c; --h: #eef2f8; --a: #0b5a8a; --o: #ffffff; --w: #a8201a;
  display: block; box-sizing: border-box; max-inline-size: 46rem; padding: 1rem; overflow-wrap: anywhere;
  font: var(--svarbar-help-font, 400 1rem/1.5 system-ui, sans-serif);
  color: var(--svarbar-help-text, var(--t)); background: var(--svarbar-help-ground, var(--g));
  border-radius: var(--svarbar-help-radius, 0.5rem);
}
@supports (color: light-dark(#000, #fff)) {
  :host {
    --t: light-dark(#1b2130, #e6eaf2); --q: light-dark(#545b69, #aab2c2); --g: light-dark(#ffffff, #151b26);
    --l: light-dark(#7d879c, #7d879c); --h: light-dark(#eef2f8, #222b3a); --a: light-dark(#0b5a8a, #8cc8f0);
    --o: light-dark(#ffffff, #101620); --w: light-dark(#a8201a, #ff9a92);
  }
}
:host([hidden]), [hidden] { display: none !important; }
* { box-sizing: border-box; }
form, .ways { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: end; margin: 0; }
label { flex: 1 1 100%; font-weight: 600; }
input, textarea {
  flex: 1 1 12rem; min-inline-size: 0; font: inherit; color: inherit; background: transparent; padding: 0.5rem 0.75rem;
  border: 1px solid var(--svarbar-help-line, var(--l)); border-radius: var(--svarbar-help-radius, 0.375rem);
}
textarea { flex-basis: 100%; min-block-size: 5rem; resize: vertical; }
button, .way {
  display: inline-block; font: inherit; min-block-size: 2.5rem; padding: 0.5rem 1rem; cursor: pointer; text-decoration: none;
  border: 1px solid var(--svarbar-help-accent, var(--a)); border-radius: var(--svarbar-help-radius, 0.375rem);
  color: var(--svarbar-help-accent, var(--a)); background: transparent;
}
button.main { color: var(--svarbar-help-on-accent, var(--o)); background: var(--svarbar-help-accent, var(--a)); }
a { color: var(--svarbar-help-accent, var(--a)); }
:focus-visible { outline: 3px solid var(--svarbar-help-accent, var(--a)); outline-offset: 2px; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 1rem 0 0.5rem; }
h2:focus { outline: none; }
ol.hits { list-style: none; margin: 0.5rem 0; padding: 0; }
ol.hits li { margin: 0.5rem 0; }
button.hit { inline-size: 100%; text-align: start; border-color: var(--svarbar-help-line, var(--l)); color: inherit; }
button.hit:hover { background: var(--svarbar-help-hover, var(--h)); }
.hit b { display: block; color: var(--svarbar-help-accent, var(--a)); }
.quiet { color: var(--svarbar-help-quiet, var(--q)); }
.status { min-block-size: 1.5rem; margin: 0.5rem 0 0; }
.consent { padding: 0.75rem; margin: 0.75rem 0; border: 1px solid var(--svarbar-help-line, var(--l)); }
.consent p { margin: 0 0 0.5rem; }
.body table { border-collapse: collapse; } .body td, .body th { border: 1px solid var(--l); padding: 0.25rem 0.5rem; }
.body pre { white-space: pre-wrap; }
.ticket { margin-block-end: 1rem; } .ticket input { flex-basis: 100%; } [aria-invalid] { border: 2px solid var(--w); } .wrong { color: var(--w); margin: 0; } .trap { display: none; }
.code { font: 700 1.25rem/1.5 ui-monospace, monospace; letter-spacing: 0.1em; user-select: all; }
dl { margin: 0.75rem 0; } dd { margin: 0 0 0.5rem; }
`;

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);

/** An element with properties (`on…` listens, `class`, `aria-…`) and children. */
function el(name, properties, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

/** What the server sends of an answer, as elements; what is not expected becomes its text. */
function built(node) {
  if (typeof node === "string") return document.createTextNode(node);
  const [name, href, ...children] = node;
  const known = ELEMENTS.has(name);
  const isLink = known && name === "a" && /^(https?:|mailto:|tel:)/i.test(href);
  const element = document.createElement(!known ? "span" : /^h[1-6]$/.test(name) ? "h3" : name);
  if (isLink) {
    element.href = href;
    element.rel = "noopener noreferrer nofollow";
  }
  element.append(...children.map(built));
  return element;
}

function random() {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join("");
}

/** One customer's session: in this tab, and only if they may be remembered. */
class Session {
  #site;
  #begin;
  #consent;
  #known = null;
  #starting = null;
  #queue = [];
  #timer = 0;

  constructor(site, begin) {
    this.#site = site;
    this.#begin = begin;
    try {
      this.#known = JSON.parse(sessionStorage.getItem(this.#name));
    } catch {
      this.#known = null;
    }
  }

  get #name() {
    return "svarbar-help " + this.#site;
  }

  get known() {
    return this.#known;
  }

  /** Whether the customer has to be asked first. */
  mustAsk(required) {
    return required && !this.#known && this.#consent === undefined;
  }

  async agree(agreed) {
    this.#consent = agreed;
    if (!agreed) this.#queue = [];
    else await this.flush();
  }

  ready(required) {
    if (!required) this.#consent ??= true;
  }

  tell(kind, more) {
    if (this.#consent === false) return;
    this.#queue.push({ id: random(), kind, ...more });
    if (this.#queue.length > 50) this.#queue.shift();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), 400);
  }

  /** Sends what has happened; a session that is over is begun anew, once. */
  async flush(again = true) {
    clearTimeout(this.#timer);
    if (!this.#queue.length || (!this.#known && !this.#consent)) return;
    const events = this.#queue.splice(0, 50);
    try {
      await this.start();
      const answer = await this.send("events", { events });
      if (answer.status === 404 && again) {
        this.#forget();
        this.#consent = true;
        this.#queue.unshift(...events);
        await this.flush(false);
      } else if (answer.status === 429 || answer.status >= 500) {
        this.#queue.unshift(...events);
      }
    } catch {
      this.#queue.unshift(...events);
    }
  }

  start() {
    if (this.#known) return Promise.resolve();
    this.#starting ??= this.#started().finally(() => (this.#starting = null));
    return this.#starting;
  }

  async #started() {
    let answer = await this.send("sessions", { ...this.#begin, consent: true });
    if (answer.status === 403 && this.#begin.identity) {
      delete this.#begin.identity;
      answer = await this.send("sessions", { ...this.#begin, consent: true });
    }
    if (!answer.ok) throw new Error("no session");
    this.#known = await answer.json();
    try {
      sessionStorage.setItem(this.#name, JSON.stringify(this.#known));
    } catch {
      // remembered for as long as the page is open
    }
  }

  /** Begins before an answer is shown; later it could not be one of those that see none. */
  async early() {
    if (this.#known || !this.#consent) return;
    this.#begin.beforeAnswers = true;
    try {
      await this.start();
    } catch {
      // begins later, and is not compared
    }
    delete this.#begin.beforeAnswers;
  }

  #forget() {
    this.#known = null;
    try {
      sessionStorage.removeItem(this.#name);
    } catch {
      // was not there either
    }
  }

  send(path, body) {
    const headers = { "Content-Type": "application/json" };
    if (this.#known) headers["Svarbar-Session"] = this.#known.session;
    return fetch(new URL(encodeURIComponent(this.#site) + "/" + path, API), {
      method: "POST", headers, body: JSON.stringify(body), credentials: "omit", keepalive: true,
    });
  }
}

class SvarbarHelp extends HTMLElement {
  #settings;
  #session;
  #hits = [];
  #sought = "";
  #told = "";
  #open = null;
  #waiting = 0;
  #settling = 0;
  #slow = 0;
  #running = null;
  #parts = {};
  #leave = () => this.#leaving();

  connectedCallback() {
    if (this.shadowRoot) return;
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    addEventListener("pagehide", this.#leave);
    document.addEventListener("visibilitychange", this.#leave);
    this.#load();
  }

  #text(key, ...values) {
    const text = this.#settings.texts[key] ?? key;
    return values.reduce((filled, value, at) => filled.replace("{" + at + "}", value), text);
  }

  async #load() {
    const site = this.getAttribute("site") ?? "";
    const language = this.getAttribute("language") || document.documentElement.lang || navigator.language || "";
    const identity = this.hasAttribute("signature")
      ? Object.fromEntries(["email", "timestamp", "signature"].map((name) => [name, this.getAttribute(name) ?? ""]))
      : undefined;
    try {
      const address = new URL(encodeURIComponent(site) + "?language=" + encodeURIComponent(language), API);
      const answer = await fetch(address, { credentials: "omit" });
      if (!answer.ok) throw new Error("svarbar-help: " + (await answer.json()).detail);
      this.#settings = await answer.json();
      this.lang = this.#settings.language;
      this.#session = new Session(site, { language: this.#settings.language, identity });
      this.#session.ready(this.#settings.consentRequired);
      this.#draw();
    } catch (error) {
      this.hidden = true;
      console.warn(String(error));
    }
  }

  #draw() {
    const p = this.#parts;
    p.input = el("input", { type: "search", id: "q", autocomplete: "off", maxlength: 500, oninput: () => this.#typed() });
    p.form = el("form", { role: "search", onsubmit: (event) => (event.preventDefault(), this.#search(true)) },
      el("label", { for: "q" }, this.#text("label")), p.input,
      el("button", { class: "main" }, this.#text("search")));
    p.status = el("p", { role: "status", class: "status quiet" });
    p.consent = el("div", { class: "consent", role: "group", "aria-labelledby": "consent", hidden: true },
      el("p", { id: "consent" }, this.#text("consent", this.#settings.keepDays)),
      el("div", { class: "ways" },
        el("button", { class: "main", onclick: () => this.#agree(true) }, this.#text("consent-yes")),
        el("button", { onclick: () => this.#agree(false) }, this.#text("consent-no"))));
    p.hits = el("ol", { class: "hits" });
    p.list = el("div", null, p.hits);
    p.view = el("div", { hidden: true });
    p.contact = el("p", { class: "quiet" },
      el("button", { onclick: () => this.#showContact() }, this.#text("contact")));
    this.shadowRoot.append(p.form, p.status, p.consent, p.list, p.view, p.contact);
  }

  #typed() {
    clearTimeout(this.#waiting);
    clearTimeout(this.#settling);
    this.#waiting = setTimeout(() => this.#search(false), PAUSE);
  }

  async #search(meant, kind = "search") {
    clearTimeout(this.#waiting);
    const text = this.#parts.input.value.trim();
    this.#showList(false);
    this.#running?.abort();
    if (text.length < 2) return this.#show([], "", "");
    const running = (this.#running = new AbortController());
    this.#saySearching(meant);
    try {
      if (this.#settings.holdOut && !this.#hits.length) await this.#session.early();
      if (this.#running !== running) return;
      if (this.#session.known?.heldOut) {
        this.#show([], text, this.#text("held"));
        return this.#searched(meant, "question");
      }
      const answer = await fetch(new URL(encodeURIComponent(this.getAttribute("site")) + "/search", API), {
        method: "POST", headers: { "Content-Type": "application/json" }, credentials: "omit", signal: running.signal,
        body: JSON.stringify({ text, language: this.#settings.language }),
      });
      if (!answer.ok) throw new Error(answer.status);
      const hits = await answer.json();
      const found = hits.length === 0 ? "none" : hits.length === 1 ? "found.one" : "found.many";
      this.#show(hits, text, this.#text(found, hits.length));
      this.#searched(meant, kind);
    } catch (error) {
      if (error.name !== "AbortError") this.#show([], "", this.#text("failed"));
    }
  }

  #searched(meant, kind) {
    if (meant) this.#tellSearch(kind);
    else this.#settling = setTimeout(() => this.#tellSearch(kind), SETTLED);
  }

  // While somebody types, only what takes long is said: each change is read aloud.
  #saySearching(meant) {
    clearTimeout(this.#slow);
    this.#slow = setTimeout(() => this.#say(this.#text("searching")), meant ? 0 : SLOW);
  }

  #say(text) {
    clearTimeout(this.#slow);
    if (this.#parts.status.textContent !== text) this.#parts.status.textContent = text;
  }

  #show(hits, sought, said) {
    this.#hits = hits;
    this.#sought = sought;
    this.#say(said);
    this.#parts.hits.replaceChildren(...hits.map((hit) =>
      el("li", null,
        el("button", { class: "hit", lang: hit.language, onclick: (event) => this.#read(hit, event.currentTarget) },
          el("b", null, hit.title),
          hit.sure ? null : el("span", { class: "quiet", lang: this.lang }, "(" + this.#text("less-sure") + ") "),
          hit.sentence))));
  }

  // Who is shown no answers has searched nothing in vain.
  #tellSearch(kind = this.#session.known?.heldOut ? "question" : "search") {
    clearTimeout(this.#settling);
    if (!this.#sought || this.#sought === this.#told) return;
    this.#told = this.#sought;
    this.#tell(kind, { text: this.#sought, entries: this.#hits.map((hit) => hit.id) });
  }

  #tell(kind, more) {
    this.#session.tell(kind, more);
    this.#parts.consent.hidden = !this.#session.mustAsk(this.#settings.consentRequired);
  }

  async #agree(agreed) {
    const isInside = this.#parts.consent.contains(this.shadowRoot.activeElement);
    this.#parts.consent.hidden = true;
    if (isInside) (this.#parts.view.hidden ? this.#parts.input : this.#parts.view.querySelector("h2"))?.focus();
    await this.#session.agree(agreed);
    if (this.#parts.codes) await this.#showCodes();
  }

  async #read(hit, from) {
    this.#tellSearch();
    try {
      const path = encodeURIComponent(this.getAttribute("site")) + "/answers/" + hit.id;
      const answer = await fetch(new URL(path, API), { credentials: "omit" });
      if (!answer.ok) throw new Error(answer.status);
      const entry = await answer.json();
      this.#tell("opened", { entries: [entry.id] });
      this.#open = { id: entry.id, since: document.hidden ? 0 : Date.now(), from };
      const thanks = el("p", { role: "status" });
      const vote = el("div", { class: "ways", role: "group", "aria-labelledby": "helped" },
        el("span", { id: "helped" }, this.#text("helped")),
        el("button", { onclick: () => this.#vote(true, vote, thanks) }, this.#text("yes")),
        el("button", { onclick: () => this.#vote(false, vote, thanks) }, this.#text("no")));
      this.#view(entry.title, hit.language,
        el("div", { class: "body", lang: entry.language }, ...entry.body.map(built)),
        /^https?:/i.test(entry.url)
          ? el("p", null, el("a", { href: entry.url, rel: "noopener" }, this.#text("page"))) : null,
        vote, thanks);
    } catch {
      this.#say(this.#text("failed"));
    }
  }

  /** Shows something in place of the list, and brings the reader to its beginning. */
  #view(title, language, ...content) {
    const p = this.#parts;
    const heading = el("h2", { tabindex: -1, lang: language }, title);
    p.view.replaceChildren(
      el("p", null, el("button", { onclick: () => this.#showList(true) }, "← " + this.#text("back"))),
      heading, ...content.filter((part) => part != null));
    p.view.hidden = false;
    p.list.hidden = true;
    p.codes = null;
    this.#say("");
    heading.focus();
  }

  #showList(back) {
    this.#leaving();
    const open = this.#open;
    this.#open = null;
    this.#parts.codes = null;
    this.#parts.view.hidden = true;
    this.#parts.list.hidden = false;
    this.#parts.contact.hidden = false;
    if (back) (open?.from?.isConnected ? open.from : this.#parts.input).focus();
  }

  #vote(helpful, vote, thanks) {
    this.#tell("vote", { entries: [this.#open.id], helpful });
    vote.hidden = true;
    thanks.textContent = this.#text("thanks");
    thanks.tabIndex = -1;
    thanks.focus();
    if (helpful) return;
    const more = el("textarea", { id: "more", maxlength: 500 });
    thanks.after(el("form", {
      onsubmit: (event) => {
        event.preventDefault();
        if (!more.value.trim()) return more.focus();
        this.#parts.input.value = more.value.trim();
        this.#parts.input.focus();
        this.#search(true, "question");
      },
    }, el("label", { for: "more" }, this.#text("question")), more,
      el("button", { class: "main" }, this.#text("ask"))));
  }

  async #showContact() {
    this.#tellSearch();
    this.#showList(false);
    const p = this.#parts;
    this.#view(this.#text("contact"), this.lang);
    p.contact.hidden = true;
    p.codes = el("div");
    if (!p.ticket?.querySelector("form")) p.ticket = null;
    p.view.append(p.codes);
    this.#tell("contact", { text: "" });
    await this.#showCodes();
  }

  /** The ways to a person, with what leads from there to this session, if there is one. */
  async #showCodes() {
    const box = this.#parts.codes;
    await this.#session.flush();
    const { form, mail, phone, tickets } = this.#settings;
    const known = this.#session.known;
    const reference = known?.reference;
    const chosen = (way) => () => (this.#tell("contact", { text: way }), this.#session.flush());
    const email = el("input", { type: "email", id: "email", autocomplete: "email", maxlength: 200,
      onchange: () => email.value && email.checkValidity() && this.#session.send("customer", { email: email.value }) });
    const ways = [];
    if (mail) {
      const subject = (this.#sought || this.#text("subject")) + (reference ? " [" + reference + "]" : "");
      ways.push(el("a", { class: "way", onclick: chosen("mail"),
        href: "mailto:" + encodeURIComponent(mail).replace("%40", "@") + "?subject=" + encodeURIComponent(subject) },
        this.#text("by-mail")));
    }
    if (form) {
      const address = new URL(form);
      if (reference) address.searchParams.set("svarbar_reference", reference);
      ways.push(el("a", { class: "way", href: address.href, onclick: chosen("form") }, this.#text("by-form")));
    }
    if (phone) {
      ways.push(el("a", { class: "way", href: "tel:" + phone.replace(/[^+\d]/g, ""), onclick: chosen("phone") },
        this.#text("by-phone", phone)));
    }
    if (this.#parts.codes !== box) return;
    box.replaceChildren(
      ...(known ? [
        el("p", null, this.#text("goes-along")),
        tickets ? null : el("form", { onsubmit: (event) => event.preventDefault() },
          el("label", { for: "email" }, this.#text("email")), email),
        el("dl", null,
          el("dt", null, this.#text("reference")), el("dd", { class: "code" }, reference),
          ...(phone ? [el("dt", null, this.#text("code")),
            el("dd", { class: "code" }, known.phoneCode.slice(0, 3) + " " + known.phoneCode.slice(3))] : [])),
      ].filter((part) => part) : []),
      ...(tickets ? [(this.#parts.ticket ??= this.#ticketForm())] : []),
      tickets && !ways.length ? "" : ways.length ? el("div", { class: "ways" }, ...ways) : el("p", null, this.#text("no-contact")));
  }

  /** What is written here becomes a ticket; it stays as it is until it was received. */
  #ticketForm() {
    const id = random();
    const email = el("input", { type: "email", id: "from", autocomplete: "email", maxlength: 200, required: true });
    const text = el("textarea", { id: "text", maxlength: 4000, required: true });
    const trap = el("input", { class: "trap", name: "website", tabindex: -1, autocomplete: "off", "aria-hidden": "true" });
    const said = el("p", { id: "wrong", class: "wrong", role: "alert" });
    let sending = false;
    const say = (key, field) => {
      for (const each of [email, text]) {
        each.removeAttribute("aria-invalid");
        each.removeAttribute("aria-describedby");
      }
      said.textContent = key ? this.#text(key) : "";
      field?.setAttribute("aria-invalid", "true");
      field?.setAttribute("aria-describedby", "wrong");
      field?.focus();
    };
    const send = async () => {
      if (!email.value || !email.checkValidity()) return say("wrong-email", email);
      if (!text.value.trim()) return say("wrong-text", text);
      say();
      try {
        await this.#session.flush();
        const answer = await this.#session.send("contact", {
          id, email: email.value, text: text.value, subject: this.#sought, website: trap.value });
        const told = await answer.json();
        if (answer.status === 202) this.#received(form, email.value, told);
        else if (answer.status === 429) say("too-many");
        else if (/^(email|text):/.test(told.detail)) say(...(told.detail[0] === "e" ? ["wrong-email", email] : ["wrong-text", text]));
        else say("failed");
      } catch {
        say("failed");
      }
    };
    const form = el("form", { class: "ticket", novalidate: true, "aria-label": this.#text("write"),
      onsubmit: async (event) => {
        event.preventDefault();
        if (sending) return;
        sending = true;
        await send();
        sending = false;
      } },
      el("label", { for: "from" }, this.#text("your-email")), email,
      el("label", { for: "text" }, this.#text("message")), text, trap,
      el("button", { class: "main" }, this.#text("send")), said);
    return el("div", null, form);
  }

  #received(form, email, { ticket }) {
    const done = el("p", { role: "status", tabindex: -1 }, this.#text("sent", email));
    form.replaceWith(done, ...(ticket ? [el("dl", null,
      el("dt", null, this.#text("number")), el("dd", { class: "code" }, ticket))] : []));
    done.focus();
  }

  /** Says how long the open answer was before the reader's eyes. */
  #leaving() {
    const open = this.#open;
    if (!open) return;
    if (open.since) {
      const seconds = Math.min(3600, Math.round((Date.now() - open.since) / 1000));
      if (seconds > 0) this.#tell("read", { entries: [open.id], seconds });
    }
    open.since = document.hidden ? 0 : Date.now();
    if (document.hidden) this.#session.flush();
  }
}

customElements.get("svarbar-help") ?? customElements.define("svarbar-help", SvarbarHelp);
