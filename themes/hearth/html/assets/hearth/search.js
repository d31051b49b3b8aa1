/*
 * Search as readers see it: a dialog on every page, and a page of its own. Both show the same
 * field, the same list of links and the same offers when nothing is found. hearth.js loads this
 * when somebody turns to search; lookup.js does the looking up.
 */
import { Lookup, wordsOf } from "./lookup.js";

const { make, speaker } = globalThis.hearthbook;

const WAIT_MS = 150;
const AT_ONCE = 10;
/* Sections of one page that are shown, and how near they must come to its best one. */
const SECTIONS = 3;
const NEAR = 0.4;
const KINDS = ["norm", "ritual", "role", "channel", "answer", "conduct", "article", "page", "guide", "rule"];
const BASES = ["experience", "source", "verified", "expert"];
const CHOICES = ["kind", "basis", "tag", "community", "language"];

const known = new Map();

/* The reader's day as 2026-11-23. */
const today = () => new Date().toLocaleDateString("sv");

/* The looks come with the first search. */
const dressed = new Promise((resolve) => {
  const link = make("link", { rel: "stylesheet", href: new URL("search.css", import.meta.url).href, onload: resolve, onerror: resolve });
  document.head.append(link);
});

/* What search has to know of a community, or of the hub if there is no slug. */
function factsOf(root, slug) {
  const file = new URL(slug ? `${encodeURIComponent(slug)}/search.json` : "search/hub.json", root);
  if (!known.has(file.href)) known.set(file.href, fetch(file).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(file.pathname)))));
  return known.get(file.href);
}

/* The text of an excerpt with its marks as elements; it holds no other markup. */
function marked(excerpt) {
  const bare = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return excerpt.split(/<mark>(.*?)<\/mark>/).map((text, at) => (at % 2 ? make("mark", { textContent: bare(text) }) : bare(text)));
}

const weight = (section) => section.weighted_locations.reduce((sum, place) => sum + place.balanced_score, 0);

/* The sections of a page that answer best, those first whose title says all that was asked. */
function sectionsOf(page, words) {
  const titled = (section) => words.every((word) => wordsOf(section.title).some((own) => own.startsWith(word)));
  const scored = page.sub_results.map((section) => ({ ...section, score: weight(section) * (titled(section) ? 4 : 1), titled: titled(section) }));
  scored.sort((one, other) => other.score - one.score);
  return scored.filter((section) => section.score >= NEAR * scored[0].score).slice(0, SECTIONS);
}

class View {
  constructor(root, facts, holder, { page }) {
    Object.assign(this, { root, facts, holder, page });
    this.say = speaker({ dataset: { hbWords: JSON.stringify(facts.words), hbLocale: facts.locale } });
    this.lookup = new Lookup(root, facts);
    this.round = 0;
    this.shown = AT_ONCE;
    this.seen = { tag: new Map(), community: new Map() };
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
    this.holder.append(this.form, ...(this.page ? [this.#filters()] : []), this.state, this.list, this.after);
    this.form.addEventListener("input", () => this.#soon());
    this.form.addEventListener("submit", (event) => this.#submit(event));
    this.holder.addEventListener("keydown", (event) => this.#move(event));
  }

  #filters() {
    const { say } = this;
    const options = { kind: KINDS, basis: BASES, tag: [], community: [], language: [] };
    this.choices = Object.fromEntries(CHOICES.map((name) => [name, make("select", { name }, new Option(say("any"), ""),
      ...options[name].map((value) => new Option(say(`${name}_${value}`), value)))]));
    const fields = CHOICES.map((name) => make("label", { className: "hb-filter__field" }, make("span", { textContent: say(`by_${name}`) }), this.choices[name]));
    const form = make("div", { className: "hb-find__filters" }, ...fields);
    form.addEventListener("change", () => this.ask({ push: true }));
    this.lookup.index.then(({ languages }) => {
      const names = new Intl.DisplayNames([this.say.locale], { type: "language" });
      for (const language of Object.keys(languages)) this.choices.language.append(new Option(names.of(language), language));
      this.choices.language.parentElement.hidden = Object.keys(languages).length < 2;
    });
    return make("details", { className: "hb-filter" }, make("summary", { textContent: say("filters") }), form);
  }

  #soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask({ replace: true }), WAIT_MS);
  }

  #submit(event) {
    const hidden = this.form.elements.in;
    if (hidden) hidden.disabled = !this.here.checked;
    if (!this.page) return;
    event.preventDefault();
    this.ask({ push: true });
  }

  /* The arrow keys go from the field through the links and back. */
  #move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.matches("select, [type=radio]")) return;
    const stops = [this.field, ...this.holder.querySelectorAll(".hb-find__results a")];
    const next = stops[stops.indexOf(event.target) + step];
    if (!next || !stops.includes(event.target)) return;
    event.preventDefault();
    next.focus();
  }

  get scoped() {
    return this.facts.slug && this.here.checked ? "here" : "everywhere";
  }

  chosen() {
    const some = Object.entries(this.choices ?? {}).filter(([name, { value }]) => value && name !== "language");
    return Object.fromEntries(some.map(([name, { value }]) => [name, value]));
  }

  /* Looks up what the field says; the last one to begin is the one that is shown. */
  async ask({ push = false, replace = false, waves = 1, literal = false, language = null, keep = false } = {}) {
    const query = this.field.value.trim();
    const round = (this.round += 1);
    if (!keep) this.shown = AT_ONCE;
    if (this.page) this.#remember(push, replace);
    if (!query) return this.#clear();
    if (!keep) this.state.textContent = this.say("looking");
    try {
      const picked = language ?? this.choices?.language.value;
      const order = picked ? [picked] : await this.lookup.languages(query);
      const scope = this.scoped;
      const asked = { scope, waves, literal, filters: this.chosen() };
      let answer = await this.lookup.find(query, { ...asked, language: order[0] });
      let used = order[0];
      /* What the page's own language does not have, another one may. */
      for (const other of scope === "here" ? [] : order.slice(1)) {
        if (answer.results.length || round !== this.round) break;
        answer = await this.lookup.find(query, { ...asked, language: other });
        used = other;
      }
      if (round === this.round) await this.#show(query, answer, { used, order, round, waves });
    } catch (problem) {
      console.error(problem);
      if (round === this.round) this.#clear(this.say("failed"));
    }
    return undefined;
  }

  #clear(text = "") {
    this.state.textContent = text;
    this.list.replaceChildren();
    this.after.replaceChildren();
  }

  async #show(query, { results, loose, instead, left }, { used, order, round, waves }) {
    const { say, facts } = this;
    const words = wordsOf(instead ?? query);
    const some = await Promise.all(results.slice(0, this.shown).map(async (each) => ({ ...(await each.data()), score: each.score })));
    if (round !== this.round) return;
    const pages = some.filter((page) => page.filters.kind).map((page) => ({ page, sections: sectionsOf(page, words) }));
    const rank = ({ page, sections }) => page.score * (sections[0]?.titled ? 2 : 1) * (page.filters.kind[0] === "rule" ? 0.05 : 1);
    pages.sort((one, other) => rank(other) - rank(one));
    this.list.replaceChildren(...pages.map((each) => this.#entry(each)));
    const place = this.scoped === "here" ? facts.name : say("everywhere");
    const count = results.length;
    const said = { count, query: instead ?? query, place };
    this.state.replaceChildren(count ? say(loose ? "some_words" : "count", said) : say("nothing", said));
    this.after.replaceChildren();
    if (instead) {
      const anyway = this.#button(say("literal", { query }), () => this.ask({ literal: true }));
      this.state.append(" ", anyway);
    }
    if (count > this.shown) this.after.append(this.#button(say("more"), () => { this.shown += AT_ONCE; this.ask({ keep: true, waves }); }));
    if (left) this.after.append(this.#button(say("further"), () => this.ask({ keep: true, waves: waves + 1 })));
    if (this.scoped === "here") this.after.append(this.#button(say("try_everywhere"), () => this.#everywhere()));
    else if (order.length > 1 && count) this.after.append(this.#others(order.filter((each) => each !== used)));
    if (!count) this.after.append(...this.#offers(query));
    else if (facts.slug) this.list.prepend(...this.#meaning(words));
    this.#learn(pages);
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

  /* One page with the sections that answer. */
  #entry({ page, sections }) {
    const own = this.scoped === "here";
    const name = page.filters.name?.[0];
    const kind = this.say(`kind_${page.filters.kind[0]}`);
    const where = [own ? null : name, page.meta.title].filter(Boolean).join(" › ");
    const links = sections.map((section) => this.#section(page, section));
    const language = page.filters.language?.[0];
    return make("li", { className: "hb-find__page", ...(language ? { lang: language, dir: "auto" } : {}) },
      make("p", { className: "hb-find__where" }, make("span", { className: "hb-find__kind", textContent: kind }), ` ${where}`), ...links);
  }

  #section(page, section) {
    const url = new URL(section.url, location.href);
    const found = [...section.excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map((match) => wordsOf(match[1]).join(" "));
    if (found.length) url.searchParams.set("find", [...new Set(found)].slice(0, 6).join(" "));
    const labels = this.#labels(page, section);
    return make("div", { className: "hb-find__section" },
      make("a", { href: url.href, textContent: section.title }), ...labels,
      make("p", { className: "hb-find__excerpt" }, ...marked(section.excerpt)));
  }

  /* What the section stands on, and whether that has run out on the reader's day. */
  #labels(page, section) {
    const marks = (page.filters.mark ?? []).map((each) => each.split(" "));
    const [, basis, expires] = marks.find(([anchor]) => !anchor || anchor === section.anchor?.id) ?? [];
    const labels = basis ? [this.say(`basis_${basis}`)] : [];
    if (expires && expires < today()) labels.push(this.say("expired"));
    return labels.map((text) => make("span", { className: "hb-find__label", textContent: text }));
  }

  /* The glossary's own words, if one of them was asked for. */
  #meaning(words) {
    const asked = words.join(" ");
    const found = (this.facts.glossary ?? []).filter(([word]) => wordsOf(word).join(" ") === asked);
    return found.map(([word, url]) => make("li", { className: "hb-find__page" },
      make("p", { className: "hb-find__where", textContent: this.say("glossary") }),
      make("div", { className: "hb-find__section" }, make("a", { href: new URL(url, this.root).href, textContent: word }))));
  }

  /* Ways on where nothing was found. */
  #offers(query) {
    const { say, facts } = this;
    const link = (url, text) => make("a", { href: new URL(url, this.root).href, textContent: text });
    const rows = [];
    if (facts.glossary?.length) rows.push([link(facts.words_page, say("see_glossary"))]);
    if (facts.ask) rows.push([link(facts.ask, say("see_ask"))]);
    if (facts.suggest) {
      const filled = facts.suggest.replaceAll("{query}", encodeURIComponent(query));
      rows.push([make("a", { href: filled, textContent: say("suggest", { query }), rel: "noopener" })]);
    }
    if (!facts.slug) rows.push([link("", say("see_all"))]);
    return rows.length ? [make("ul", { className: "hb-find__offers" }, ...rows.map((row) => make("li", {}, ...row)))] : [];
  }

  /* What the results have in common becomes something to choose from. */
  #learn(pages) {
    if (!this.choices) return;
    for (const { page: { filters } } of pages) {
      for (const tag of filters.tag ?? []) this.seen.tag.set(tag, tag);
      if (filters.community) this.seen.community.set(filters.community[0], filters.name?.[0] ?? filters.community[0]);
    }
    for (const [name, values] of Object.entries(this.seen)) {
      const select = this.choices[name];
      const there = new Set([...select.options].map((option) => option.value));
      for (const [value, text] of values) if (!there.has(value)) select.append(new Option(text, value));
      select.parentElement.hidden = select.options.length < 2;
    }
  }

  /* The state of the page in its address, so that it can be shared and taken back. */
  #remember(push, replace) {
    if (!push && !replace) return;
    const address = new URL(location.href);
    const said = { q: this.field.value.trim(), in: this.scoped === "here" ? this.facts.slug : "" };
    for (const name of CHOICES) said[name] = this.choices[name].value;
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
    for (const name of CHOICES) {
      const value = asked.get(name) ?? "";
      const select = this.choices[name];
      if (value && ![...select.options].some((option) => option.value === value)) select.append(new Option(value, value));
      select.value = value;
    }
    this.holder.querySelector("details").open = CHOICES.some((name) => asked.get(name));
  }
}

let dialog = null;

/* Opens the dialog with what has been typed into a field so far; what is typed from now on goes there. */
export async function openSearch(root, slug, from) {
  if (!dialog) {
    await dressed;
    const facts = await factsOf(root, slug).catch(() => factsOf(root, ""));
    const box = make("dialog", { className: "hb-find" });
    const view = new View(root, facts, box, { page: false });
    box.setAttribute("aria-label", view.say("label"));
    const close = make("button", { type: "button", className: "hb-find__close", "aria-label": view.say("close"), textContent: "×" });
    close.addEventListener("click", () => box.close());
    box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
    box.prepend(close);
    document.body.append(box);
    dialog ??= { box, view };
  }
  const { box, view } = dialog;
  if (box.open) return;
  box.showModal();
  if (from.value) view.field.value = from.value;
  from.value = "";
  view.field.focus();
  view.ask();
}

/* Sets up the results page. */
export async function showResults(root, holder) {
  await dressed;
  document.querySelector(".hb-find__without").hidden = true;
  const slug = new URLSearchParams(location.search).get("in") ?? "";
  const facts = await factsOf(root, slug).catch(() => factsOf(root, ""));
  const view = new View(root, facts, holder, { page: true });
  holder.hidden = false;
  view.recall();
  addEventListener("popstate", () => { view.recall(); view.ask(); });
  if (!view.field.value) view.field.focus();
  view.ask();
}
