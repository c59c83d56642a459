// A modal: labels, inputs, selects and files in a dialog. It is sent with what was filled in, or given up with Escape.
import { make, markdown } from "./markdown.js";
import { select } from "./message.js";

function input(piece, to, values) {
  const shared = { required: piece.required !== false, dataset: { control: piece.custom_id } };
  const keep = (read) => { values[piece.custom_id] = read; };
  let element;
  if (piece.type === 4) {
    element = make(piece.style === 2 ? "textarea" : "input", { ...shared, value: piece.value ?? "", placeholder: piece.placeholder ?? "", maxLength: piece.max_length ?? 4000, minLength: piece.min_length ?? 0 });
    keep(() => element.value);
  } else if (piece.type === 19) {
    element = make("input", { ...shared, type: "file", multiple: (piece.max_values ?? 1) > 1 });
    keep(() => Promise.all([...element.files].slice(0, piece.max_values ?? 1).map(async (file) => ({ file: await to.upload(file) }))));
  } else if (piece.type === 23) {
    element = make("input", { type: "checkbox", checked: !!piece.default, dataset: shared.dataset });
    keep(() => element.checked);
  } else {
    element = select({ ...piece, max_values: piece.type === 21 ? 1 : piece.max_values }, to);
    element.required = shared.required;
    keep(() => (piece.type === 21 ? element.values()[0] ?? null : element.values()));
  }
  return element;
}

function field(piece, to, values) {
  if (piece.type === 10) return make("div", { className: "text" }, markdown(piece.content, to));
  if (piece.type === 1) return piece.components.map((inner) => field({ type: 18, label: inner.label ?? "", component: inner }, to, values));
  const element = input(piece.component, to, values);
  element.removeAttribute("aria-label");
  return make("label", { className: "field" }, make("span", {}, piece.label), piece.description && make("span", { className: "faint" }, piece.description), element);
}

// Returns the values by custom id, or null where the form was given up.
export function fill(dialog, data, to) {
  const values = {};
  const fields = data.components.map((piece) => field(piece, to, values));
  const back = make("button", { type: "button", className: "button", onclick: () => dialog.close() }, to.t("cancel"));
  const form = make("form", {}, make("h2", { id: "dialog-title" }, data.title), fields,
    make("div", { className: "row" }, make("button", { className: "button primary" }, to.t("submit")), back));
  dialog.replaceChildren(form);
  return new Promise((resolve) => {
    dialog.onclose = () => resolve(null);
    form.onsubmit = async (event) => {
      event.preventDefault();
      const read = await Promise.all(Object.entries(values).map(async ([name, value]) => [name, await value()]));
      resolve(Object.fromEntries(read));
      dialog.close();
    };
    dialog.showModal();
  });
}
