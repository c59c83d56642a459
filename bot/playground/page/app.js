// The page: who one is, where, and what happens there. The socket comes back by itself when it is lost.
import { Composer } from "./composer.js";
import { make } from "./markdown.js";
import { message } from "./message.js";
import { fill } from "./modal.js";
import { LOCALES, QUESTIONS, words } from "./words.js";

const $ = (id) => document.getElementById(id);
const SHOWN = 200; // messages; older ones leave the page
const TYPING_MS = 10000;
const now = { user: null, channel: null, locale: localStorage.locale ?? Object.keys(LOCALES).find((locale) => locale === navigator.language) ?? "en-US" };
const dismissed = new Set();
const pending = new Map(); // what happened since the last frame, by message
const composer = new Composer($("composer"), { send, say });
let t = words(now.locale);
let hello, socket, typing;
let reached; // the message whose controls the keyboard stops at
let menus = []; // the commands of a message's menu
let following = true; // what is new is scrolled to, until one scrolls away

const me = () => hello.users.find(({ id }) => id === now.user);
const here = () => me().channels.find(({ id }) => id === now.channel);
const place = ({ name, server }) => (server ? `#${name}` : `@${name}`);

function send(request) {
  if (socket.readyState !== WebSocket.OPEN) { say(t("lost")); return false; }
  if (request.do !== "complete") { follow(true); say(""); }
  socket.send(JSON.stringify(request));
  return true;
}

function say(text) { $("status").textContent = text; }

async function upload(file) {
  say(t("uploading"));
  const answer = await fetch(`files?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file });
  say(answer.ok ? "" : t("refused", { detail: file.name }));
  return answer.ok ? (await answer.json()).id : null;
}

function follow(on) {
  following = on;
  if (on) $("newer").hidden = true;
}

function enter(channel = now.channel) {
  const known = me().channels;
  now.channel = (known.find(({ id }) => id === channel) ?? known[0]).id;
  Object.assign(sessionStorage, { user: now.user, channel: now.channel });
  const entry = document.activeElement.dataset.entry;
  side(false);
  draw();
  if (entry) ($("open").offsetParent ? $("open") : document.querySelector(`[data-entry="${entry}"]`) ?? $("words")).focus();
  send({ do: "enter", ...now });
}

// The surroundings, in the page's language.
function draw() {
  t = words(now.locale);
  document.documentElement.lang = now.locale;
  const texts = { lead: "lead", "people-title": "people", "places-title": "places", "language-title": "language", "theme-title": "theme", newer: "newer" };
  for (const [id, name] of Object.entries(texts)) $(id).textContent = t(name);
  for (const [id, name] of [["log", "messages"], ["open", "open"], ["shut", "close"]]) $(id).setAttribute("aria-label", t(name));
  $("people").replaceChildren(...hello.users.map(person));
  const manages = ["admin", "owner"].includes(me().role) && hello.folder;
  $("folder").textContent = manages ? t("folder", { folder: hello.folder }) : "";
  const servers = Map.groupBy(me().channels, ({ server }) => server);
  $("places").replaceChildren(...[...servers].flatMap(([server, channels]) => [make("h3", {}, server ?? t("direct")), make("ul", {}, channels.map(channelItem))]));
  $("theme").replaceChildren(...["auto", "dark", "light"].map((name) => make("option", { value: name, selected: name === (localStorage.theme ?? "auto") }, t(name))));
  $("place").textContent = place(here());
  $("who").textContent = `${me().name} · ${here().server ?? t("direct")}`;
}

function person({ id, name, role }) {
  const button = make("button", { type: "button", className: "entry", "aria-pressed": String(id === now.user), dataset: { entry: id } },
    make("span", { className: "avatar", "aria-hidden": "true" }, name[0]), make("span", {}, make("b", {}, name), make("span", { className: "faint" }, t(role))));
  button.onclick = () => { now.user = id; enter(); };
  return make("li", {}, button);
}

function channelItem(channel) {
  const button = make("button", { type: "button", className: "entry", dataset: { entry: channel.id }, onclick: () => enter(channel.id) }, place(channel));
  if (channel.id === now.channel) button.setAttribute("aria-current", "page");
  return make("li", {}, button);
}

function welcome() {
  const direct = !here().server;
  const ask = (text) => send(direct ? { do: "say", text } : { do: "command", name: "search", options: { query: text } });
  const questions = QUESTIONS.map(([lang, text]) => make("li", {}, make("button", { type: "button", className: "button", lang, disabled: !composer.commands.length, onclick: () => ask(text) }, text)));
  return make("div", { id: "welcome" }, make("h2", {}, t("welcome")), hello.sample && make("p", {}, t("intro")), hello.sample && make("ul", {}, questions), make("p", { className: "faint" }, t(direct ? "askDirect" : "ask")));
}

function context(item) {
  const named = [...hello.users, hello.bot, ...me().channels.filter(({ server }) => server && server === here().server)];
  return {
    t, locale: now.locale, upload,
    name: (id) => named.find((one) => one.id === id)?.name,
    menu: menus.map((command) => ({ label: composer.label(command), use: () => send({ do: "menu", name: command.name, message: item.id }) })),
    command: (name) => {
      const slash = composer.commands.find((command) => command.name === name);
      return slash ? `/${composer.label(slash)}` : composer.label(menus.find((command) => command.name === name) ?? { name: `/${name}` });
    },
    use: (custom_id) => send({ do: "use", message: item.id, custom_id }),
    dismiss: () => { dismissed.add(item.id); remove(item.id); $("words").focus(); },
  };
}

// The keyboard stops at the controls of one message: that which has the focus, or else the newest. Arrow keys lead to others.
const stops = (article, tabIndex) => article?.querySelectorAll("a, button, [role=button]").forEach((control) => Object.assign(control, { tabIndex }));

function reach(article) {
  stops(reached, -1);
  stops(article, 0);
  reached = article;
}

const drawn = (id) => $("log").querySelector(`[data-id="${id}"]`);
const remove = (id) => { drawn(id)?.remove(); if (!$("log").children.length) $("log").append(welcome()); };

function show(item) {
  if (dismissed.has(item.id)) return;
  const element = message(item, context(item));
  const old = drawn(item.id);
  const focused = old?.contains(document.activeElement) ? document.activeElement.dataset.control : null;
  if (old) old.replaceWith(element);
  else $("log").append(element);
  if (old ? old === reached : !$("log").contains(document.activeElement)) reach(element);
  else stops(element, -1);
  if (focused) (element.querySelector(`[data-control="${CSS.escape(focused)}"]`) ?? element).focus();
  if (following) $("log").scrollTop = element.offsetTop - $("log").offsetTop - 8;
  else if (!old) $("newer").hidden = false;
}

// Everything of one frame at once, each message in its newest version: ten a second, or a hundred, stay smooth.
function flush() {
  const happened = [...pending.values()];
  pending.clear();
  if (happened.length) $("welcome")?.remove();
  happened.forEach(show);
  for (const old of [...$("log").children].slice(0, -SHOWN)) old.remove();
  idle();
}

const idle = () => document.querySelectorAll("[aria-busy]").forEach((busy) => busy.removeAttribute("aria-busy"));

const HEARD = {
  hello(heard) {
    hello = heard;
    now.user = (hello.users.find(({ id }) => id === (now.user ?? sessionStorage.user)) ?? hello.users[0]).id;
    enter(now.channel ?? sessionStorage.channel);
  },
  entered({ channel, user, commands, messages, sample }) {
    if (channel !== now.channel || user !== now.user) return; // one has gone on meanwhile
    hello.sample = sample;
    pending.clear();
    $("log").replaceChildren();
    HEARD.commands({ commands }); // first: messages name the commands that they answer
    messages.forEach(show);
    if (!$("log").children.length) $("log").append(welcome());
  },
  happening({ kind, message: item }) {
    clearTimeout(typing);
    if (kind === "typing") {
      say(t("typing", { bot: hello.bot.name }));
      typing = setTimeout(() => say(""), TYPING_MS);
      return;
    }
    if (item.author.bot) say("");
    if (!pending.size) requestAnimationFrame(flush);
    pending.set(item.id, item);
    if (pending.size > SHOWN) pending.delete(pending.keys().next().value); // a tab in the background draws nothing
  },
  commands({ commands }) {
    menus = commands.filter(({ type }) => type === 3);
    composer.offer(commands.filter(({ type }) => type !== 3), { t, locale: now.locale, bot: hello.bot.name, direct: !here().server, place: place(here()) });
    for (const question of document.querySelectorAll("#welcome button")) question.disabled = !commands.length;
    say(commands.length ? "" : t("starting", { bot: hello.bot.name }));
  },
  choices: (heard) => composer.suggest(heard),
  async modal({ key, data }) {
    idle();
    const values = await fill($("dialog"), data, context({}));
    if (values) send({ do: "submit", key, values });
  },
  notice({ code, detail }) { say(t(code, { detail })); idle(); },
};

function connect() {
  socket = new WebSocket(new URL("socket", location.href.replace(/^http/, "ws")));
  socket.onmessage = ({ data }) => { const heard = JSON.parse(data); HEARD[heard.is](heard); };
  socket.onclose = () => { say(t("lost")); setTimeout(connect, 1000); };
}

function side(open) {
  $("side").classList.toggle("open", open);
  $("open").setAttribute("aria-expanded", String(open));
}

function theme(name) {
  if (name === "auto") delete localStorage.theme;
  else localStorage.theme = name;
  document.documentElement.dataset.theme = name;
}

// Arrow keys walk from message to message, Escape goes back to writing.
function walk(event) {
  const messages = [...$("log").querySelectorAll("article")];
  const at = messages.findIndex((article) => article.contains(document.activeElement));
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (event.key === "Escape") (composer.fields.querySelector("input") ?? $("words")).focus();
  else if (step && messages.length && event.target.tagName !== "SELECT") {
    event.preventDefault();
    follow(false);
    messages[Math.max(0, Math.min(messages.length - 1, at < 0 ? messages.length - 1 : at + step))].focus();
  }
}

$("locale").append(...Object.entries(LOCALES).map(([value, name]) => make("option", { value, selected: value === now.locale }, name)));
$("locale").onchange = () => { localStorage.locale = now.locale = $("locale").value; enter(); };
$("theme").onchange = () => theme($("theme").value);
$("open").onclick = () => { side(true); $("shut").focus(); };
$("shut").onclick = () => { side(false); $("open").focus(); };
$("side").onkeydown = (event) => { if (event.key === "Escape") $("shut").click(); };
$("newer").onclick = () => { follow(true); $("log").lastElementChild?.scrollIntoView(); $("words").focus(); };
$("log").onkeydown = walk;
$("log").addEventListener("focusin", ({ target }) => { const article = target.closest("article"); if (article && article !== reached) reach(article); });
for (const event of ["wheel", "touchmove"]) $("log").addEventListener(event, () => follow(false), { passive: true });
$("log").onscroll = () => { if ($("log").scrollTop + $("log").clientHeight > $("log").scrollHeight - 40) follow(true); };
theme(localStorage.theme ?? "auto");
connect();
