// The form that a command's options, or plain words, are typed into.
import { make } from "./markdown.js";

const KINDS = { 3: "text", 4: "number", 10: "number" };

export class Composer {
  constructor(form, send) {
    this.form = form;
    this.send = send;
    this.locale = "en-US";
    this.picker = form.querySelector("#command");
    this.fields = form.querySelector("#options");
    this.picker.onchange = () => this.pick(true);
    form.onsubmit = (event) => { event.preventDefault(); this.submit(); };
  }

  offer(commands, bot, direct, locale) {
    const before = this.picker.value;
    Object.assign(this, { commands, bot, direct, locale });
    const first = commands.find((command) => command.options?.some((option) => option.required)) ?? commands[0];
    const plain = make("option", { value: "" }, direct ? "Plain words" : `Message to @${bot}`);
    this.picker.replaceChildren(...commands.map((command) => make("option", { value: command.name }, `/${command.name}`)), plain);
    this.picker.value = commands.some((command) => command.name === before) ? before : direct ? "" : first?.name ?? "";
    this.pick(false);
  }

  text(item) { return item.description_localizations?.[this.locale] ?? item.description ?? ""; }
  label(item) { return item.name_localizations?.[this.locale] ?? item.name; }

  pick(focus) {
    this.command = this.commands.find((command) => command.name === this.picker.value);
    const plain = { name: "words", type: 3, required: true, description: this.direct ? "Write as you would to a person" : "" };
    const options = this.command ? this.command.options ?? [] : [plain];
    const [first, rest] = [true, false].map((wanted) => options.filter((option) => !!option.required === wanted).map((option) => this.field(option)));
    const more = rest.length && first.length ? [make("details", {}, make("summary", {}, `More options (${rest.length})`), make("div", {}, ...rest))] : rest;
    this.fields.replaceChildren(...first, ...more);
    this.form.querySelector("#hint").textContent = this.command ? this.text(this.command) : this.direct
      ? "In direct messages the bot understands plain words, no command needed." : `Sent with @${this.bot} in front, so that the bot reads it.`;
    if (focus) this.fields.querySelector("input, select")?.focus();
  }

  field(option) {
    const props = { id: `option-${option.name}`, name: option.name, required: !!option.required };
    let input;
    if (option.type === 5 || option.choices?.length) {
      const choices = option.choices?.length ? option.choices : [{ name: "Yes", value: true }, { name: "No", value: false }];
      const items = choices.map((choice) => make("option", { value: JSON.stringify(choice.value) }, this.label(choice)));
      input = make("select", props, make("option", { value: "" }, "–"), ...items);
    } else {
      const limits = option.type === 3 ? { maxLength: option.max_length ?? 6000 } : { min: option.min_value ?? "", max: option.max_value ?? "", step: option.type === 4 ? 1 : "any" };
      input = make("input", { ...props, ...limits, type: KINDS[option.type] ?? "text", placeholder: this.text(option) });
    }
    input.dataset.type = option.type;
    const list = make("ul", { className: "choices", hidden: true });
    const field = make("div", { className: option.type === 3 && !option.choices?.length ? "field wide" : "field" },
      make("label", { className: "name", htmlFor: input.id }, this.label(option), option.required ? "" : make("span", {}, " (optional)")), input, list);
    if (option.autocomplete) this.complete(input, list, field);
    return field;
  }

  complete(input, list, field) {
    const ask = () => {
      clearTimeout(this.timer);
      const others = Object.fromEntries(Object.entries(this.values()).filter(([name]) => name !== input.name));
      this.timer = setTimeout(() => this.send({ do: "complete", name: this.command.name, option: input.name, typed: input.value, others }), 150);
    };
    input.oninput = () => { delete input.dataset.value; ask(); };
    field.onfocusout = (event) => { if (!field.contains(event.relatedTarget)) list.hidden = true; };
    field.onkeydown = (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === "Escape") { list.hidden = true; input.focus(); }
      if (!step) return;
      event.preventDefault();
      if (list.hidden) { ask(); return; }
      const stops = [input, ...list.querySelectorAll("button")];
      stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement) + step))].focus();
    };
  }

  suggest({ option, typed, choices }) {
    const input = this.fields.querySelector(`[name="${CSS.escape(option)}"]`);
    if (!input || input.value !== typed || document.activeElement !== input) return;
    const list = input.closest(".field").querySelector(".choices");
    const choose = (choice) => { input.value = choice.name; input.dataset.value = choice.value; list.hidden = true; input.focus(); };
    list.hidden = !choices.length;
    list.replaceChildren(...choices.map((choice) => make("li", {}, make("button", { type: "button", onclick: () => choose(choice) }, choice.name))));
  }

  values() {
    const values = {};
    for (const input of this.fields.querySelectorAll("input, select")) {
      if (input.value === "") continue;
      if (input.tagName === "SELECT") values[input.name] = JSON.parse(input.value);
      else values[input.name] = input.type === "number" ? Number(input.value) : input.dataset.value ?? input.value;
    }
    return values;
  }

  submit() {
    const values = this.values();
    clearTimeout(this.timer);
    for (const list of this.fields.querySelectorAll(".choices")) list.hidden = true;
    if (this.command) this.send({ do: "command", name: this.command.name, options: values });
    else this.send({ do: "say", text: this.direct ? values.words : `@${this.bot} ${values.words}` });
    for (const input of this.fields.querySelectorAll("input")) { input.value = ""; delete input.dataset.value; }
    this.fields.querySelector("input, select")?.focus();
  }
}
