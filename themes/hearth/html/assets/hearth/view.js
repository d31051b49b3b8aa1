/*
 * What the search dialog and the page of results have in common: the field, where to look, the
 * list, and what is told to those who listen.
 */
import { Choices } from "./choices.js";
import { Lookup } from "./lookup.js";
import { Results, sectionsOf } from "./results.js";
import { wordsOf } from "./words.js";

const { make, speaker } = globalThis.hearthbook;

const WAIT_MS = 150;
/* After which it is said that something is being looked up. */
const PATIENCE_MS = 600;
const AT_ONCE = 10;

export class View {
  constructor(root, facts, holder, { page }) {
    Object.assign(this, { root, facts, holder, page });
    this.say = speaker({ dataset: { hbWords: JSON.stringify(facts.words), hbLocale: facts.locale } });
    this.lookup = new Lookup(root, facts);
    this.results = new Results(root, facts, this.say);
    this.round = 0;
    this.shown = AT_ONCE;
    this.pages = [];
    Object.assign(holder, { lang: facts.locale, dir: facts.direction });
    this.choices = page ? new Choices(this.say, this.lookup.index, () => this.ask({ push: true })) : null;
    this.#build();
  }

  #build() {
    const { say, facts } = this;
    this.field = make("input", {
      type: "search", name: "q", autocomplete: "off", enterKeyHint: "search", "aria-label": say("label"), placeholder: say("label"),
    });
    this.here = make("input", { type: "radio", name: "scope", value: "here", checked: true });
    const everywhere = make("input", { type: "radio", name: "scope", value: "everywhere" });
    const choice = (control, text) => make("label", {}, control, make("span", { textContent: text }));
    this.scope = make("fieldset", { className: "hb-find__scope", hidden: !facts.slug },
      make("legend", { className: "hb-unseen", textContent: say("where") }),
      choice(this.here, say("here", { name: facts.name })), choice(everywhere, say("everywhere")));
    this.state = make("p", { className: "hb-find__state", role: "status" });
    this.list = make("ol", { className: "hb-find__results" });
    this.after = make("div", { className: "hb-find__after" });
    this.form = make("form", { role: "search", method: "get", action: new URL("search/", this.root).href, className: "hb-find__form" }, this.field, this.scope);
    if (facts.slug) this.form.append(make("input", { type: "hidden", name: "in", value: facts.slug }));
    this.holder.append(this.form, ...(this.page ? [this.choices.element] : []), this.state, this.list, this.after);
    this.form.addEventListener("input", () => this.#soon());
    this.form.addEventListener("submit", (event) => this.#submit(event));
    this.holder.addEventListener("keydown", (event) => this.#move(event));
  }

  #soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask({ replace: true }), WAIT_MS);
  }

  #submit(event) {
    if (this.page) {
      event.preventDefault();
      this.ask({ push: true });
      return;
    }
    const hidden = this.form.elements.in;
    if (hidden) hidden.disabled = !this.here.checked;
    /* The address of the results says where to look by `in` alone. */
    this.scope.disabled = true;
    setTimeout(() => { this.scope.disabled = false; });
  }

  /* The arrow keys go from the field through the links and back. */
  #move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing || event.target.matches("select, [type=radio]")) return;
    const stops = [this.field, ...this.holder.querySelectorAll(".hb-find__results a")];
    const next = stops[stops.indexOf(event.target) + step];
    if (!next || !stops.includes(event.target)) return;
    event.preventDefault();
    next.focus();
  }

  get scoped() {
    return this.facts.slug && this.here.checked ? "here" : "everywhere";
  }

  /* Looks up what the field says; the last one to begin is the one that is shown. */
  async ask({ push = false, replace = false, waves = 1, literal = false, language = null, keep = false } = {}) {
    const query = this.field.value.trim();
    const round = (this.round += 1);
    if (!keep) this.shown = AT_ONCE;
    if (this.page) this.#remember(push, replace);
    if (!query) return this.#clear();
    const patience = setTimeout(() => { this.state.textContent = this.say("looking"); }, PATIENCE_MS);
    try {
      const scope = this.scoped;
      const picked = scope === "here" ? this.lookup.own : this.choices?.language;
      const all = picked ? [picked] : await this.lookup.languages(query);
      const order = language ? [language, ...all.filter((each) => each !== language)] : all;
      const asked = { scope, waves, literal, filters: this.choices?.filters() ?? {} };
      let answer = await this.lookup.find(query, { ...asked, language: order[0] });
      let used = order[0];
      /* What the page's own language does not have, another one may. */
      for (const other of scope === "here" ? [] : order.slice(1)) {
        if (answer.results.length || round !== this.round) break;
        answer = await this.lookup.find(query, { ...asked, language: other });
        used = other;
      }
      if (round === this.round) await this.#show(query, answer, { used, order, round, waves, keep, literal });
    } catch (problem) {
      console.error(problem);
      /* What could not be loaded now may come with the next question. */
      this.lookup = new Lookup(this.root, this.facts);
      if (round === this.round) this.#clear(this.say("failed"));
    } finally {
      clearTimeout(patience);
    }
    return undefined;
  }

  #clear(text = "") {
    this.pages = [];
    this.state.textContent = text;
    this.list.replaceChildren();
    this.after.replaceChildren();
  }

  async #show(query, { results, loose, instead, left }, { used, order, round, waves, keep, literal }) {
    const { say, facts } = this;
    const focused = this.holder.contains(document.activeElement);
    const words = wordsOf(instead ?? query);
    const shown = keep ? this.pages.length : 0;
    const some = await Promise.all(results.slice(0, this.shown).map(async (each) => ({ ...(await each.data()), score: each.score })));
    if (round !== this.round) return;
    const pages = some.filter((page) => page.filters.kind).map((page) => ({ page, sections: sectionsOf(page, words) }));
    const rank = ({ page, sections }) => page.score * (sections[0]?.titled ? 2 : 1) * (page.filters.kind[0] === "rule" ? 0.05 : 1);
    /* What has been read stays where it is. */
    const read = keep ? this.pages : [];
    const later = pages.filter(({ page }) => !read.some((each) => each.page.url === page.url));
    this.pages = [...read, ...later.sort((one, other) => rank(other) - rank(one))];
    this.list.replaceChildren(...this.pages.map((each) => this.results.entry(each, this.scoped === "here")));
    const place = this.scoped === "here" ? facts.name : say("everywhere");
    const count = results.length;
    const said = { count, query: instead ?? query, place };
    this.state.replaceChildren(count ? say(loose ? "some_words" : "count", said) : say("nothing", said));
    this.after.replaceChildren();
    if (instead) {
      const anyway = this.#button(say("literal", { query }), () => this.ask({ literal: true }));
      this.state.append(" ", anyway);
    }
    const same = { keep: true, literal, language: this.scoped === "here" ? null : used };
    if (count > this.shown) this.after.append(this.#button(say("more"), () => { this.shown += AT_ONCE; this.ask({ ...same, waves }); }));
    if (left) this.after.append(this.#button(say("further"), () => this.ask({ ...same, waves: waves + 1 })));
    if (this.scoped === "here") this.after.append(this.#button(say("try_everywhere"), () => this.#everywhere()));
    else if (order.length > 1 && count) this.after.append(this.#others(order.filter((each) => each !== used)));
    if (!count) this.after.append(...this.results.offers(query));
    else if (facts.slug) this.list.prepend(...this.results.meaning(words));
    this.choices?.learn(pages.map(({ page }) => page.filters));
    if (focused && !this.holder.contains(document.activeElement)) this.#refocus(shown);
  }

  /* A button that was pressed is gone: the reader goes on at the first result that is new. */
  #refocus(shown) {
    const results = [...this.list.children].slice(-this.pages.length);
    (results[shown]?.querySelector("a") ?? this.field).focus();
  }

  #button(text, act) {
    const button = make("button", { type: "button", className: "hb-quiet", textContent: text });
    button.addEventListener("click", act);
    return button;
  }

  #everywhere() {
    this.form.elements.scope.value = "everywhere";
    this.ask({ push: true });
    this.field.focus();
  }

  #others(languages) {
    const names = new Intl.DisplayNames([this.say.locale], { type: "language" });
    const buttons = languages.map((language) => this.#button(names.of(language), () => this.ask({ language })));
    return make("p", { className: "hb-find__others" }, `${this.say("also_in")} `, ...buttons.flatMap((each) => [each, " "]));
  }

  /* The state of the page in its address, so that it can be shared and taken back. */
  #remember(push, replace) {
    if (!push && !replace) return;
    const address = new URL(location.href);
    const said = { q: this.field.value.trim(), in: this.scoped === "here" ? this.facts.slug : "", ...this.choices.all() };
    for (const [name, value] of Object.entries(said)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history[push ? "pushState" : "replaceState"](null, "", address);
  }

  recall() {
    const asked = new URLSearchParams(location.search);
    this.field.value = asked.get("q") ?? "";
    if (this.facts.slug) this.form.elements.scope.value = asked.get("in") ? "here" : "everywhere";
    this.choices.recall(asked);
  }
}
