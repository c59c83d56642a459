// One listbox above the composer, for whichever input is a combobox just now: commands, mentions, choices, suggestions.
import { make } from "./markdown.js";

export class Menu {
  constructor(list) {
    this.list = list;
    this.input = null;
    list.onpointerdown = (event) => event.preventDefault(); // the input keeps the focus
    list.onclick = (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.take([...this.list.children].indexOf(option));
    };
  }

  // `items` are {label, hint, value}; `first` marks the first one, so that Enter takes it.
  open(input, items, pick, { label, first = false }) {
    const marked = this.input === input && this.at >= 0 ? this.items[this.at].label : null;
    this.close();
    if (!items.length) return;
    Object.assign(this, { input, items, pick, at: -1 });
    this.list.replaceChildren(...items.map((item, index) => make("li", { id: `choice-${index}`, role: "option", "aria-selected": "false" },
      make("b", {}, item.label), item.hint ? make("span", { className: "faint" }, ` ${item.hint}`) : null)));
    this.list.setAttribute("aria-label", label);
    this.list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    const same = items.findIndex((item) => item.label === marked); // what was marked stays so when more is suggested
    if (same >= 0 || first) this.mark(Math.max(same, 0));
  }

  close() {
    if (!this.input) return false;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.input = null;
    this.list.hidden = true;
    return true;
  }

  mark(index) {
    this.at = (index + this.items.length) % this.items.length;
    [...this.list.children].forEach((option, other) => option.setAttribute("aria-selected", String(other === this.at)));
    this.list.children[this.at].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", `choice-${this.at}`);
  }

  take(index) {
    const { items, pick } = this;
    this.close();
    pick(items[index]);
  }

  // Tells whether the key was for the menu.
  key(event) {
    if (!this.input || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.mark(this.at < 0 && step < 0 ? -1 : this.at + step);
    else if ((event.key === "Enter" || event.key === "Tab") && this.at >= 0 && !event.shiftKey) this.take(this.at);
    else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    return true;
  }
}
