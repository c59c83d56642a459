// What is typed and sent: plain words, a mention, or a command with its options. The menu above it is one for all.
import { make } from "./markdown.js";
import { Menu } from "./menu.js";

export class Composer {
  // `does` are send(request), say(text)
  constructor(form, does) {
    Object.assign(this, does, { form, commands: [], command: null });
    this.fields = form.querySelector("#fields");
    this.menu = new Menu(form.querySelector("#menu"));
    this.plain = form.querySelector("#words");
    this.plain.oninput = () => this.typed();
    form.onkeydown = (event) => this.key(event);
    form.onfocusout = (event) => { if (!form.contains(event.relatedTarget)) this.menu.close(); };
    form.onsubmit = (event) => { event.preventDefault(); this.submit(); };
  }

  // Another person, place, locale or set of commands; what is being written stays where it still can be sent.
  offer(commands, { t, locale, bot, direct, place }) {
    Object.assign(this, { commands, t, locale, bot, direct });
    this.plain.placeholder = t("write", { place });
    this.plain.setAttribute("aria-label", this.plain.placeholder);
    this.form.querySelector("#send").textContent = t("send");
    this.form.querySelector("#hint").textContent = t(direct ? "direct_hint" : "channel_hint", { bot });
    const same = this.command && commands.find((command) => command.name === this.command.name);
    if (this.command && JSON.stringify(same) !== JSON.stringify(this.command)) this.leave();
    if (!this.command && document.activeElement === this.plain && this.plain.value.startsWith("/")) this.typed(); // sooner than the commands came
  }

  describe(item) { return item.description_localizations?.[this.locale] ?? item.description ?? ""; }
  label(item) { return item.name_localizations?.[this.locale] ?? item.name; }

  typed() {
    const text = this.plain.value;
    const asked = /^\/(\S.*|)$/s.exec(text)?.[1];
    const mention = /(?:^|\s)@(\S*)$/.exec(text)?.[1];
    if (asked !== undefined) {
      const named = this.commands.flatMap((command) => [...new Set([this.label(command), command.name])].map((name) => ({ name, command })));
      const whole = named.filter(({ name }) => asked.startsWith(`${name} `)).sort((a, b) => b.name.length - a.name.length)[0];
      if (whole) { this.enter(whole.command, asked.slice(whole.name.length + 1)); return; }
      const fits = new Set(named.filter(({ name }) => name.includes(asked.trim().toLowerCase())).map(({ command }) => command));
      const items = [...fits].map((command) => ({ label: `/${this.label(command)}`, hint: this.describe(command), value: command }));
      this.menu.open(this.plain, items, ({ value }) => this.enter(value), { label: this.t("commands"), first: true });
    } else if (!this.direct && mention !== undefined && this.bot.toLowerCase().startsWith(mention.toLowerCase())) {
      const pick = ({ label }) => { this.plain.value = `${text.slice(0, text.length - mention.length - 1)}${label} `; };
      this.menu.open(this.plain, [{ label: `@${this.bot}` }], pick, { label: this.t("suggestions"), first: true });
    } else this.menu.close();
  }

  // Begin a command, its first option filled where something was typed behind its name.
  enter(command, first = "") {
    this.menu.close();
    Object.assign(this, { command });
    const options = command.options ?? [];
    const shown = options.filter((option) => option.required);
    const leave = make("button", { type: "button", className: "pill", title: this.t("leave"), "aria-label": `/${this.label(command)}: ${this.t("leave")}`, onclick: () => this.leave() }, `/${this.label(command)} ×`);
    const more = options.filter((option) => !shown.includes(option)).map((option) => {
      const add = make("button", { type: "button", className: "more", title: this.describe(option), "aria-label": `${this.t("optional")}: ${this.label(option)}` }, `+ ${this.label(option)}`);
      add.onclick = () => { const field = this.field(option); add.replaceWith(field); field.querySelector("input").focus(); };
      return add;
    });
    this.fields.replaceChildren(leave, ...shown.map((option) => this.field(option)), ...more);
    this.form.querySelector("#hint").textContent = this.describe(command);
    this.plain.hidden = true;
    this.plain.value = "";
    const input = this.fields.querySelector("input");
    if (input && first) input.value = first.slice(0, input.maxLength > 0 ? input.maxLength : undefined);
    (input ?? this.form.querySelector("#send")).focus();
  }

  leave() {
    this.command = null;
    this.menu.close();
    this.fields.replaceChildren();
    this.form.querySelector("#hint").textContent = this.t(this.direct ? "direct_hint" : "channel_hint", { bot: this.bot });
    this.plain.hidden = false;
    this.plain.focus();
  }

  field(option) {
    const listed = option.type === 5 ? [{ name: this.t("yes"), value: true }, { name: this.t("no"), value: false }] : option.choices ?? [];
    const number = option.type === 4 && !listed.length;
    const limits = number ? { type: "number", min: option.min_value ?? "", max: option.max_value ?? "", step: 1 }
      : { type: "text", maxLength: option.max_length ?? 6000 };
    const input = make("input", { ...limits, name: option.name, autocomplete: "off", placeholder: this.describe(option), "aria-label": this.label(option), title: this.describe(option) });
    if (listed.length || option.autocomplete) {
      for (const [name, value] of [["role", "combobox"], ["aria-controls", "menu"], ["aria-expanded", "false"], ["aria-autocomplete", "list"]]) input.setAttribute(name, value);
    }
    const complete = (delay) => listed.length ? this.list(input, listed) : option.autocomplete && this.ask(input, delay);
    input.onfocus = () => complete(0);
    input.oninput = () => { delete input.dataset.value; complete(150); };
    input.option = { ...option, listed };
    const wide = option.required && option.type === 3 ? "field wide" : "field";
    return make("label", { className: wide }, make("span", {}, this.label(option)), input);
  }

  list(input, listed) {
    const typed = input.dataset.value ? "" : input.value.toLowerCase();
    const items = listed.map((choice) => ({ label: this.label(choice), value: choice.value })).filter(({ label }) => label.toLowerCase().includes(typed));
    this.open(input, items, true);
  }

  open(input, items, first) {
    const pick = ({ label, value }) => { input.value = label; input.dataset.value = JSON.stringify(value); };
    this.menu.open(input, items, pick, { label: this.t("suggestions"), first });
  }

  ask(input, delay_ms) {
    clearTimeout(this.timer);
    const others = Object.fromEntries(Object.entries(this.values()).filter(([name]) => name !== input.name));
    const request = { do: "complete", name: this.command.name, option: input.name, typed: input.value, others };
    this.timer = setTimeout(() => this.send(request), delay_ms);
  }

  suggest({ option, typed, choices }) {
    const input = this.fields.querySelector(`[name="${CSS.escape(option)}"]`);
    if (!input || input.value !== typed || document.activeElement !== input || input.dataset.value) return;
    this.open(input, choices.map(({ name, value }) => ({ label: name, value })), false);
  }

  key(event) {
    if (this.menu.key(event) || event.isComposing) return;
    const first = this.fields.querySelector("input");
    const empty = event.target === first && !first.value;
    if (this.command && (event.key === "Escape" || (event.key === "Backspace" && empty))) { event.preventDefault(); this.leave(); }
    else if (event.key === "ArrowDown" && event.target.option) event.target.onfocus();
  }

  values() {
    const values = {};
    for (const input of this.fields.querySelectorAll("input")) {
      const { name, listed } = input.option;
      if (input.value === "") continue;
      const exact = listed.find((choice) => this.label(choice) === input.value);
      if (input.dataset.value !== undefined) values[name] = JSON.parse(input.dataset.value);
      else if (exact) values[name] = exact.value;
      else values[name] = input.type === "number" ? Number(input.value) : input.value;
    }
    return values;
  }

  submit() {
    clearTimeout(this.timer);
    this.menu.close();
    if (!this.command) {
      const text = this.plain.value.trim();
      if (text && this.send({ do: "say", text })) this.plain.value = "";
      return;
    }
    const values = this.values();
    const missing = (this.command.options ?? []).filter((option) => option.required && values[option.name] === undefined);
    if (missing.length) {
      this.say(this.t("missing", { what: missing.map((option) => this.label(option)).join(", ") }));
      this.fields.querySelector(`[name="${CSS.escape(missing[0].name)}"]`).focus();
    } else if (this.send({ do: "command", name: this.command.name, options: values })) this.leave();
  }
}
