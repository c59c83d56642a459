// A message and its components as DOM nodes. What a press does is the caller's, who hands in `to`:
// to.t, to.locale, to.name as for markdown; to.command(name) as it is typed; to.menu of {label, use}; to.use(custom_id), to.dismiss().
import { make, markdown } from "./markdown.js";

const STYLES = { 1: "primary", 3: "success", 4: "danger", 5: "link" };
const text = (content, to) => make("div", { className: "text" }, markdown(content, to));
const safe = (url) => (/^https?:\/\//.test(url) ? url : "about:blank");

function button(component, to) {
  const label = [component.emoji?.name, component.label].filter(Boolean).join(" ");
  const className = `button ${STYLES[component.style] ?? ""}`;
  if (component.style === 5) return make("a", { className, href: safe(component.url), target: "_blank", rel: "noopener noreferrer" }, `${label} ↗`);
  const onclick = (event) => { event.currentTarget.setAttribute("aria-busy", "true"); to.use(component.custom_id); };
  return make("button", { type: "button", className, disabled: !!component.disabled, onclick, dataset: { control: component.custom_id } }, label);
}

function file(item) {
  const name = item.filename ?? item.url.split("/").pop();
  const picture = /^image\/(png|jpeg|gif|webp)$/.test(item.content_type ?? "");
  const shown = picture ? make("img", { src: safe(item.url), alt: name, loading: "lazy" }) : `📎 ${name}`;
  return make("a", { className: "file", href: safe(item.url), target: "_blank", rel: "noopener noreferrer" }, shown);
}

function container(piece, inside) {
  const box = make("div", { className: "container" }, inside);
  if (piece.accent_color != null) box.style.borderInlineStartColor = `#${piece.accent_color.toString(16).padStart(6, "0")}`;
  return box;
}

function component(piece, to) {
  const inside = (piece.components ?? []).map((inner) => component(inner, to));
  switch (piece.type) {
    case 1: return make("div", { className: "row" }, inside);
    case 2: return button(piece, to);
    case 9: return make("div", { className: "section" }, make("div", {}, inside), component(piece.accessory, to));
    case 10: return text(piece.content, to);
    case 11: return file(piece.media);
    case 12: return make("div", { className: "row" }, piece.items.map((item) => file(item.media)));
    case 13: return file(piece.file);
    case 14: return make("hr", { className: piece.divider === false ? "space" : "" });
    case 17: return container(piece, inside);
    default: return make("div", {}, `[component ${piece.type}]`);
  }
}

// `item` is a message as Discord sends it.
export function message(item, to) {
  const [ephemeral, loading, layout] = [64, 128, 1 << 15].map((flag) => !!(item.flags & flag));
  const { global_name: author, bot } = item.author;
  const at = new Date(item.timestamp).toLocaleTimeString(to.locale, { hour: "2-digit", minute: "2-digit" });
  const asked = item.interaction_metadata;
  const used = asked?.name && to.t("used", { who: asked.user.global_name, command: "\u0000" }).split("\u0000");
  const body = make("div", { className: "body" },
    used && make("p", { className: "faint" }, used[0], make("span", { className: "pill" }, to.command(asked.name)), used[1]),
    make("p", { className: "head" }, make("b", {}, author), bot && make("span", { className: "badge" }, "APP"),
      make("time", { dateTime: item.timestamp }, at), item.edited_timestamp && !ephemeral && make("span", { className: "faint" }, to.t("edited"))),
    loading && make("p", { className: "thinking" }, to.t("thinking", { bot: author })),
    item.content && text(item.content, to),
    item.components.map((piece) => component(piece, to)), !layout && item.attachments.map(file),
    item.content && !bot && !!to.menu?.length && make("p", { className: "faint menus" },
      to.menu.map(({ label, use }) => make("button", { type: "button", className: "plain", onclick: use }, label))),
    ephemeral && make("p", { className: "faint private" }, `👁 ${to.t("private")} · `,
      make("button", { type: "button", className: "plain", onclick: to.dismiss }, to.t("dismiss"))));
  const avatar = make("span", { className: bot ? "avatar bot" : "avatar", "aria-hidden": "true" }, author[0]);
  const className = ephemeral ? "message ephemeral" : "message";
  return make("article", { className, tabIndex: -1, "aria-label": to.t("said", { who: author, time: at }), dataset: { id: item.id } }, avatar, body);
}
