// A modal: labels, inputs and files in a dialog. It is sent with what was filled in, or given up with Escape.
import { make, markdown } from "./markdown.js";

function input(piece, to, values) {
  const shared = { required: piece.required !== false, dataset: { control: piece.custom_id } };
  if (piece.type === 19) {
    const element = make("input", { ...shared, type: "file", multiple: (piece.max_values ?? 1) > 1 });
    values[piece.custom_id] = () => Promise.all([...element.files].slice(0, piece.max_values ?? 1).map(async (file) => ({ file: await to.upload(file) })));
    return element;
  }
  const element = make(piece.style === 2 ? "textarea" : "input", { ...shared, value: piece.value ?? "", placeholder: piece.placeholder ?? "", maxLength: piece.max_length ?? 4000, minLength: piece.min_length ?? 0 });
  values[piece.custom_id] = () => element.value;
  return element;
}

function field(piece, to, values) {
  if (piece.type === 10) return make("div", { className: "text" }, markdown(piece.content, to));
  return make("label", { className: "field" }, make("span", {}, piece.label), piece.description && make("span", { className: "faint" }, piece.description), input(piece.component, to, values));
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
