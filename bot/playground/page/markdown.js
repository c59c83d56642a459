// Discord's markdown as DOM nodes. Text goes in as text nodes only: nothing of it is ever parsed as HTML.

export function make(tag, props = {}, ...children) {
  const { dataset = {}, ...rest } = props;
  const element = Object.assign(document.createElement(tag), rest);
  Object.assign(element.dataset, dataset);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const BODY = String.raw`((?:\\.|[^\\])+?)`;
const rule = (source, build) => [new RegExp(source, "sy"), build];
const wrap = (tag, className = "") => (m) => make(tag, { className }, ...inline(m[1]));
const link = (href, children) => make("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
const pill = (m) => make("span", { className: "pill" }, m[1]);

const RULES = [
  rule(String.raw`\\([!-/:-@[-\`{-~])`, (m) => m[1]),
  rule("``?([^`]+)``?", (m) => make("code", {}, m[1])),
  rule(String.raw`\*\*${BODY}\*\*(?!\*)`, wrap("strong")),
  rule(String.raw`__${BODY}__(?!_)`, wrap("u")),
  rule(String.raw`~~${BODY}~~`, wrap("s")),
  rule(String.raw`\|\|${BODY}\|\|`, wrap("span", "spoiler")),
  rule(String.raw`\*(?![\s*])${BODY}\*(?!\*)`, wrap("em")),
  rule(String.raw`_(?![\s_])${BODY}_(?!\w)`, wrap("em")),
  rule(String.raw`\[((?:\\.|[^\]\\])+)\]\(<?(https?://[^\s)>]+)>?(?: "[^"]*")?\)`, (m) => link(m[2], inline(m[1]))),
  rule(String.raw`<?(https?://[^\s<>]+)>?`, (m) => link(m[1], [m[1]])),
  rule(String.raw`<(@[!&]?\d+|#\d+)>`, pill),
  rule(String.raw`<(/[^:>]+):\d+>`, pill),
  rule(String.raw`<t:(-?\d+)(?::\w)?>`, (m) => new Date(m[1] * 1000).toLocaleString()),
];

export function inline(text) {
  const nodes = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    let found = null;
    if (/[\\`*_~|[<h]/.test(text[at]) && !(text[at] === "_" && /\w/.test(text[at - 1] ?? " "))) {
      for (const [pattern, build] of RULES) {
        pattern.lastIndex = at;
        const match = pattern.exec(text);
        if (match) { found = [match[0].length, build(match)]; break; }
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
  [/^(#{1,3})\s+(.*)/, (m) => make("p", { className: `h${m[1].length}`, role: "heading", ariaLevel: String(m[1].length + 2) }, ...inline(m[2]))],
  [/^-#\s+(.*)/, (m) => make("p", { className: "subtext" }, ...inline(m[1]))],
  [/^(\s*)(?:[-*]|(\d+)\.)\s+(.*)/, (m) => {
    const item = make("p", { className: "item", dataset: { mark: m[2] ? `${m[2]}.` : "•" } }, ...inline(m[3]));
    item.style.marginInlineStart = `${1.4 + Math.min(m[1].length, 8) * 0.5}em`;
    return item;
  }],
];

export function markdown(text) {
  const out = document.createDocumentFragment();
  const lines = text.split("\n");
  while (lines.length) {
    const line = lines.shift();
    if (line.startsWith("```")) {
      const end = lines.findIndex((other) => other.trimEnd().endsWith("```"));
      const code = end < 0 ? lines.splice(0) : lines.splice(0, end + 1).slice(0, -1);
      out.append(make("pre", {}, code.join("\n")));
    } else if (/^>>> |^> /.test(line)) {
      const quoted = [line.replace(/^>+ /, "")];
      const all = line.startsWith(">>> ");
      while (lines.length && (all || lines[0].startsWith("> "))) quoted.push(lines.shift().replace(/^> /, ""));
      out.append(make("blockquote", {}, markdown(quoted.join("\n"))));
    } else {
      const block = BLOCKS.map(([pattern, build]) => [line.match(pattern), build]).find(([match]) => match);
      out.append(block ? block[1](block[0]) : line ? make("p", {}, ...inline(line)) : make("p", { className: "gap" }));
    }
  }
  return out;
}
