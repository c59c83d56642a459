// A message and its components as DOM nodes. What a press does is the caller's.
import { make, markdown } from "./markdown.js";

const STYLES = { 1: "primary", 2: "", 3: "success", 4: "danger", 5: "link" };

function button(component, use) {
  const label = [component.emoji?.name, component.label].filter(Boolean).join(" ");
  if (component.style === 5) {
    const href = /^https?:/.test(component.url) ? component.url : "about:blank";
    return make("a", { className: "button link", href, target: "_blank", rel: "noopener noreferrer" }, `${label} ↗`);
  }
  const pressed = (event) => { event.target.ariaBusy = "true"; use(component.custom_id); };
  const props = { type: "button", className: `button ${STYLES[component.style] ?? ""}`, disabled: !!component.disabled };
  return make("button", { ...props, onclick: pressed, dataset: { control: component.custom_id } }, label);
}

function select(component, use) {
  const options = (component.options ?? []).map((option) =>
    make("option", { value: option.value, selected: !!option.default }, option.description ? `${option.label}: ${option.description}` : option.label));
  const empty = make("option", { value: "", disabled: true, selected: !component.options?.some((option) => option.default) }, component.placeholder ?? "Choose");
  const chosen = (event) => use(component.custom_id, [event.target.value]);
  const props = { disabled: !!component.disabled, onchange: chosen, ariaLabel: component.placeholder ?? "Choose" };
  return make("select", { ...props, dataset: { control: component.custom_id } }, empty, ...options);
}

const file = (item) => make("a", { className: "file", href: item.url, target: "_blank", rel: "noopener noreferrer" }, `📎 ${item.filename ?? item.url.split("/").pop()}`);

function component(piece, use) {
  const inside = (piece.components ?? []).map((inner) => component(inner, use));
  switch (piece.type) {
    case 1: return make("div", { className: "row" }, ...inside);
    case 2: return button(piece, use);
    case 3: case 5: case 6: case 7: case 8: return select(piece, use);
    case 9: return make("div", { className: "section" }, make("div", {}, ...inside), component(piece.accessory, use));
    case 10: return make("div", { className: "text" }, markdown(piece.content));
    case 11: return file(piece.media);
    case 12: return make("div", {}, ...piece.items.map((item) => file(item.media)));
    case 13: return file(piece.file);
    case 14: return make("hr", { className: piece.divider === false ? "space" : "" });
    case 17: {
      const box = make("div", { className: "container" }, ...inside);
      if (piece.accent_color != null) box.style.borderInlineStartColor = `#${piece.accent_color.toString(16).padStart(6, "0")}`;
      return box;
    }
    default: return make("div", {}, `[component ${piece.type}]`);
  }
}

const embed = (item) => make("div", { className: "container" },
  item.title ? make("div", { className: "text" }, markdown(`**${item.title}**`)) : null,
  item.description ? make("div", { className: "text" }, markdown(item.description)) : null);

export function message(item, use) {
  const time = new Date(item.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const head = make("p", { className: "head" },
    make("b", {}, item.author), item.bot ? make("span", { className: "badge" }, "APP") : null, make("time", { dateTime: item.at }, time),
    item.edited ? make("span", { className: "faint" }, "(edited)") : null);
  const body = make("div", { className: "body" },
    item.used ? make("p", { className: "faint" }, make("b", {}, item.used.by), " used ", make("span", { className: "pill" }, `/${item.used.command}`)) : null,
    head,
    item.loading ? make("p", { className: "thinking" }, `${item.author} is thinking`) : null,
    item.content ? make("div", { className: "text" }, markdown(item.content)) : null,
    ...item.embeds.map(embed),
    ...item.components.map((piece) => component(piece, use)),
    ...item.files.map(file),
    item.ephemeral ? make("p", { className: "faint private" }, "Only you can see this") : null);
  const avatar = make("span", { className: item.bot ? "avatar bot" : "avatar", ariaHidden: "true" }, item.author[0]);
  return make("article", { className: item.ephemeral ? "message ephemeral" : "message", dataset: { id: item.id } }, avatar, body);
}
