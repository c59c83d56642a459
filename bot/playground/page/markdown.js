// Discord's markdown as DOM nodes. Text goes in as text nodes only: nothing of it is ever parsed as HTML.

export function make(tag, props = {}, ...children) {
  const { dataset = {}, ...rest } = props;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(rest)) {
    if (name.startsWith("aria-") || name === "role") element.setAttribute(name, value);
    else element[name] = value;
  }
  Object.assign(element.dataset, dataset);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const BODY = String.raw`((?:\\.|[^\\])+?)`;
const rule = (source, build) => [new RegExp(source, "sy"), build];
const wrap = (tag) => (m, to) => make(tag, {}, inline(m[1], to));
const link = (href, children) => make("a", { href, target: "_blank", rel: "noopener noreferrer" }, children);
const pill = (text) => make("span", { className: "pill" }, text);

function spoiler(m, to) {
  const inside = make("span", {}, inline(m[1], to));
  const element = make("span", { className: "spoiler", role: "button", tabIndex: 0, "aria-label": to.t("spoiler") }, inside);
  const show = (event) => {
    if (event.type === "keydown" && ![" ", "Enter"].includes(event.key)) return;
    event.preventDefault();
    element.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) element.removeAttribute(name);
  };
  return Object.assign(element, { onclick: show, onkeydown: show });
}

const STAMPS = {
  t: { timeStyle: "short" }, T: { timeStyle: "medium" }, d: { dateStyle: "short" }, D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" }, F: { dateStyle: "full", timeStyle: "short" },
};
const UNITS = [["year", 31557600], ["month", 2629800], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

function stamp(m, to) {
  const date = new Date(m[1] * 1000);
  if (Number.isNaN(date.getTime())) return m[0];
  const from = (date - Date.now()) / 1000;
  const [unit, seconds] = UNITS.find(([, size]) => Math.abs(from) >= size) ?? UNITS.at(-1);
  const text = m[2] === "R" ? new Intl.RelativeTimeFormat(to.locale, { numeric: "auto" }).format(Math.round(from / seconds), unit)
    : date.toLocaleString(to.locale, STAMPS[m[2] ?? "f"]);
  return make("time", { className: "pill", dateTime: date.toISOString(), title: date.toLocaleString(to.locale, STAMPS.F) }, text);
}

const RULES = [
  rule(String.raw`\\([!-/:-@[-\`{-~])`, (m) => m[1]),
  rule("(`{1,2})([^`].*?)\\1(?!`)", (m) => make("code", {}, m[2])),
  rule(String.raw`\*\*\*${BODY}\*\*\*(?!\*)`, (m, to) => make("em", {}, make("strong", {}, inline(m[1], to)))),
  rule(String.raw`\*\*${BODY}\*\*(?!\*)`, wrap("strong")),
  rule(String.raw`__${BODY}__(?!_)`, wrap("u")),
  rule(String.raw`~~${BODY}~~`, wrap("s")),
  rule(String.raw`\|\|${BODY}\|\|`, spoiler),
  rule(String.raw`\*(?![\s*])${BODY}\*(?!\*)`, wrap("em")),
  rule(String.raw`_(?![\s_])${BODY}_(?!\w)`, wrap("em")),
  rule(String.raw`\[((?:\\.|[^\]\\])+)\]\(<?(https?://[^\s)>]+)>?(?: "[^"]*")?\)`, (m, to) => link(m[2], inline(m[1], to))),
  rule(String.raw`<(https?://[^\s<>]+)>`, (m) => link(m[1], m[1])),
  rule(String.raw`https?://[^\s<>]*[^\s<>.,:;"'\])]`, (m) => link(m[0], m[0])),
  rule(String.raw`<([@#])[!&]?(\d+)>`, (m, to) => pill(m[1] + (to.name(m[2]) ?? m[2]))),
  rule(String.raw`<(/[^:>]+):\d+>`, (m) => pill(m[1])),
  rule(String.raw`<t:(-?\d{1,13})(?::([tTdDfFR]))?>`, stamp),
];

export function inline(text, to) {
  const nodes = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    let found = null;
    if (/[\\`*_~|[<h]/.test(text[at]) && !(text[at] === "_" && /\w/.test(text[at - 1] ?? " "))) {
      for (const [pattern, build] of RULES) {
        pattern.lastIndex = at;
        const match = pattern.exec(text);
        if (match) { found = [match[0].length, build(match, to)]; break; }
      }
    }
    if (!found) { plain += text[at++]; continue; }
    if (plain) nodes.push(plain);
    plain = "";
    nodes.push(found[1]);
    at += found[0];
  }
  return plain ? [...nodes, plain] : nodes;
}

const BLOCKS = [
  [/^(#{1,3})\s+(.*)/, (m, to) => make("p", { className: `h${m[1].length}`, role: "heading", "aria-level": 3 }, inline(m[2], to))],
  [/^-#\s+(.*)/, (m, to) => make("p", { className: "subtext" }, inline(m[1], to))],
  [/^(\s*)(?:[-*]|(\d+)\.)\s+(.*)/, (m, to) => {
    const item = make("p", { className: "item", dataset: { mark: m[2] ? `${m[2]}.` : "•" } }, inline(m[3], to));
    item.style.marginInlineStart = `${1.4 + Math.min(m[1].length, 8) * 0.5}em`;
    return item;
  }],
];

function block(line, to) {
  const [match, build] = BLOCKS.map(([pattern, make]) => [line.match(pattern), make]).find(([match]) => match) ?? [];
  return match ? build(match, to) : null;
}

// Lines that begin no block are one paragraph: bold and the like may go on over the end of a line.
function lines(text, to) {
  const out = [];
  const rest = text.split("\n");
  let plain = [];
  const paragraph = () => { if (plain.length) out.push(make("p", {}, inline(plain.join("\n"), to))); plain = []; };
  while (rest.length) {
    const line = rest.shift();
    const all = line.startsWith(">>> ");
    const whole = all || line.startsWith("> ") ? null : block(line, to);
    if (!all && !line.startsWith("> ") && !whole) { plain.push(line); continue; }
    paragraph();
    if (whole) { out.push(whole); continue; }
    const quoted = [line.replace(/^>+ /, "")];
    while (rest.length && (all || rest[0].startsWith("> "))) quoted.push(rest.shift().replace(/^> /, ""));
    out.push(make("blockquote", {}, lines(quoted.join("\n"), to)));
  }
  paragraph();
  return out;
}

// `to` says how what is named is shown: to.locale, to.t (words), to.name (of a user or a channel by id).
export function markdown(text, to) {
  const out = document.createDocumentFragment();
  text.split(/```(?:[\w+-]+\n|\n)?([^]+?)\n?```\n?/).forEach((part, index) => {
    if (index % 2) out.append(make("pre", { tabIndex: 0 }, make("code", {}, part)));
    else if (part) out.append(...lines(index ? part : part.replace(/\n$/, ""), to));
  });
  return out;
}
