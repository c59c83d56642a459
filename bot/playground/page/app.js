// The page: who one is, where, and what happens there. The socket comes back by itself when it is lost.
import { make } from "./markdown.js";
import { message } from "./message.js";
import { Composer } from "./composer.js";

const $ = (id) => document.getElementById(id);
const ROLES = { member: "a member", admin: "an admin", stranger: "a stranger, admin of another server", owner: "the bot's owner" };
const LOCALES = { "en-US": "English", "zh-CN": "简体中文", "zh-TW": "繁體中文" };
const composer = new Composer($("composer"), send);
let socket;
let hello;
let typing;
let following = true; // what one does oneself is scrolled to, until one scrolls away

function send(request) {
  following ||= request.do !== "complete";
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(request));
  else say("Not connected to the playground; trying again.");
}

function say(text) { $("status").textContent = text; }

function fill(select, items) {
  const before = select.value;
  select.replaceChildren(...items.map(([value, label]) => make("option", { value }, label)));
  if (items.some(([value]) => value === before)) select.value = before;
}

function channels() {
  const user = hello.users.find((other) => other.id === $("user").value);
  fill($("channel"), user.channels.map(({ id, name, server }) => [id, server ? `${server} · #${name}` : `Direct messages with ${hello.bot}`]));
}

function enter() {
  $("log").replaceChildren();
  send({ do: "enter", user: $("user").value, channel: $("channel").value, locale: $("locale").value });
}

function show(item) {
  const log = $("log");
  const drawn = message(item, (custom_id, values) => { say(""); send({ do: "use", message: item.id, custom_id, values }); });
  const old = log.querySelector(`[data-id="${item.id}"]`);
  const focused = old?.contains(document.activeElement) ? document.activeElement.dataset.control : null;
  if (old) old.replaceWith(drawn);
  else log.append(drawn);
  if (focused) (drawn.querySelector(`[data-control="${CSS.escape(focused)}"]`) ?? log).focus();
  if (!old) for (const busy of log.querySelectorAll("[aria-busy]")) busy.removeAttribute("aria-busy");
  if (following) log.scrollTop = drawn.offsetTop - log.offsetTop - 12;
}

const HEARD = {
  hello(heard) {
    hello = heard;
    fill($("user"), heard.users.map(({ id, name, role }) => [id, `${name}, ${ROLES[role] ?? role}`]));
    fill($("locale"), heard.locales.map((locale) => [locale, LOCALES[locale]]));
    channels();
    enter();
  },
  entered({ commands, messages }) {
    HEARD.commands({ commands });
    if (messages.length) messages.forEach(show);
    else $("log").append(make("p", { className: "empty" }, "Nothing has been said here yet. Choose a command below and ask."));
  },
  happening({ kind, message: item }) {
    clearTimeout(typing);
    say(kind === "typing" ? `${hello.bot} is typing …` : "");
    if (kind === "typing") typing = setTimeout(() => say(""), 10000);
    else if (kind === "delete") $("log").querySelector(`[data-id="${item.id}"]`)?.remove();
    else { $("log").querySelector(".empty")?.remove(); show(item); }
  },
  commands({ commands }) {
    const direct = $("channel").selectedOptions[0].textContent.startsWith("Direct");
    composer.offer(commands, hello.bot, direct, $("locale").value);
    say(commands.length ? "" : `${hello.bot} is starting …`);
  },
  choices: (heard) => composer.suggest(heard),
  notice({ text }) {
    say(text);
    for (const busy of document.querySelectorAll("[aria-busy]")) busy.removeAttribute("aria-busy");
  },
};

function connect() {
  socket = new WebSocket(new URL("socket", location.href.replace(/^http/, "ws")));
  socket.onopen = () => say("");
  socket.onmessage = ({ data }) => { const heard = JSON.parse(data); HEARD[heard.is](heard); };
  socket.onclose = () => { say("The playground does not answer. Is it still running? Trying again …"); setTimeout(connect, 1500); };
}

for (const event of ["wheel", "touchmove", "keydown"]) $("log").addEventListener(event, () => { following = false; }, { passive: true });
$("user").onchange = () => { channels(); enter(); };
$("channel").onchange = enter;
$("locale").onchange = enter;
connect();
