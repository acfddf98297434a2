// Beside a ticket in a helpdesk that has one address for all tickets. The page around us says which ticket it shows, in its
// own way; who the agent is, it cannot say. Our panel of the ticket stands in a frame of ours, and what it inserts goes through here.

const body = document.body;
const { at, panels, host, logIn } = body.dataset;
const parents = body.dataset.parents.split(" ").filter(Boolean);
const ANSWERED_WITHIN = 700;
const HEIGHT = "700px";

const element = (id) => document.getElementById(id);
const around = location.ancestorOrigins ? parents.filter((each) => each === location.ancestorOrigins[0]) : parents;
const tell = (message) => around.forEach((origin) => parent.postMessage(message, origin));

const hear = (listener) =>
  addEventListener("message", (event) => {
    if (parent !== window && event.source === parent && around.includes(event.origin)) {
      listener(read(event.data));
    }
  });

const read = (data) => {
  try {
    return (typeof data === "string" ? JSON.parse(data) : data) ?? {};
  } catch {
    return {};
  }
};

// A frame whose storage is blocked keeps the pass in memory.
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

let pass = body.dataset.pass || stored.read();
delete body.dataset.pass;
stored.write(pass);
let ticket = "";

const show = (id) => {
  for (const each of ["waiting", "log-in", "failed", "alone"]) {
    element(each).hidden = each !== id;
  }
  if (id) {
    document.querySelector("iframe")?.remove();
  }
};

const open = async () => {
  if (!ticket) {
    show("waiting");
    return;
  }
  if (!pass) {
    show("log-in");
    return;
  }
  const wanted = ticket;
  try {
    const answer = await fetch(`${at}/pass`, {
      method: "POST",
      headers: { "Svarbar-Panel": pass },
      body: new URLSearchParams({ ticket: wanted }),
    });
    if (answer.status === 401) {
      pass = "";
      stored.write("");
      show("log-in");
    } else if (!answer.ok) {
      show("failed");
    } else if (wanted === ticket) {
      frame(wanted, await answer.text());
    }
  } catch {
    show("failed");
  }
};

const frame = (of, opened) => {
  show("");
  document.querySelector("iframe")?.remove();
  const panel = document.createElement("iframe");
  panel.title = body.dataset.title;
  panel.allow = "clipboard-write";
  panel.referrerPolicy = "no-referrer";
  panel.src = `${panels}/${encodeURIComponent(of)}#${opened}`;
  body.append(panel);
};

const found = (id) => {
  const now = typeof id === "string" || typeof id === "number" ? String(id) : "";
  if (now && now !== ticket) {
    ticket = now;
    open();
  }
};

const inHtml = (text) => {
  const line = document.createElement("p");
  line.innerText = text;
  return line.innerHTML;
};

// How each helpdesk tells its ticket, and whether it takes text for the reply.
const hosts = {
  chatwoot() {
    hear((message) => message.event === "appContext" && found(message.data?.conversation?.id));
    tell("chatwoot-dashboard-app:fetch-info");
    return async () => false;
  },

  zendesk() {
    const asked = new URLSearchParams(location.search || location.hash.slice(1));
    const guid = asked.get("app_guid");
    const waiting = new Map();
    let last = 0;
    const post = (message) => tell(JSON.stringify({ ...message, appGuid: guid, instanceGuid: guid }));
    const ask = (request, params) =>
      new Promise((resolve) => {
        const id = ++last;
        waiting.set(id, resolve);
        setTimeout(() => resolve(undefined), ANSWERED_WITHIN);
        post({ id, request, params });
      });
    const invoke = async (action, ...values) => {
      const answer = await ask("invoke", { [action]: values });
      return answer !== undefined && !answer.error && !answer.result?.errors?.[action];
    };
    hear(async (message) => {
      if (waiting.has(message.id)) {
        waiting.get(message.id)(message);
        waiting.delete(message.id);
      } else if (message.key === "zaf.app.registered") {
        invoke("resize", { width: "100%", height: HEIGHT });
        const known = message.message?.context?.ticketId;
        found(known ?? (await ask("get", ["ticket.id"]))?.result?.["ticket.id"]);
      }
    });
    post({ key: "iframe.handshake", message: { version: "2.0" } });
    return async (text) => (await invoke("comment.appendText", text)) || invoke("ticket.editor.insert", inHtml(text));
  },
};

if (parent === window || around.length === 0) {
  show("alone");
} else {
  const insert = hosts[host]();
  addEventListener("message", async (event) => {
    const panel = document.querySelector("iframe")?.contentWindow;
    if (panel && event.source === panel && event.origin === location.origin && event.data?.type === "svarbar:insert") {
      const done = await insert(event.data.text);
      panel.postMessage({ type: done ? "svarbar:inserted" : "svarbar:not-inserted", id: event.data.id }, location.origin);
    }
  });
  show(ticket ? "" : "waiting");
}

// The window in which somebody logs in has our cookies; this frame may not.
let opened;
element("begin").addEventListener("click", () => {
  opened = window.open(logIn, "svarbar-agent", "popup,width=520,height=680");
});
element("again").addEventListener("click", open);
addEventListener("message", (event) => {
  if (opened && event.source === opened && event.origin === location.origin && event.data?.type === "svarbar:agent") {
    pass = event.data.pass;
    stored.write(pass);
    open();
  }
});
