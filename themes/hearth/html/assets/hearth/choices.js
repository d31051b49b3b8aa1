/*
 * What the page of results may be narrowed to. Kinds and bases are the same everywhere; tags and
 * groups are those that have been found so far.
 */
const { make } = globalThis.hearthbook;

const FIXED = {
  kind: ["norm", "ritual", "role", "channel", "answer", "conduct", "article", "page", "guide", "rule"],
  basis: ["experience", "source", "verified", "expert"],
};
const NAMES = ["kind", "basis", "tag", "community", "language"];

export class Choices {
  constructor(say, index, changed) {
    const option = (name, value) => new Option(say(`${name}_${value}`), value);
    this.selects = Object.fromEntries(NAMES.map((name) => [
      name, make("select", { name }, new Option(say("any"), ""), ...(FIXED[name] ?? []).map((value) => option(name, value))),
    ]));
    const fields = NAMES.map((name) => make("label", { className: "hb-filter__field" },
      make("span", { textContent: say(`by_${name}`) }), this.selects[name]));
    const group = make("div", { className: "hb-find__filters" }, ...fields);
    group.addEventListener("change", changed);
    this.element = make("details", { className: "hb-filter" }, make("summary", { textContent: say("filters") }), group);
    index.then(({ languages }) => {
      const names = new Intl.DisplayNames([say.locale], { type: "language" });
      this.#add("language", Object.keys(languages).map((language) => [language, names.of(language)]));
      this.selects.language.parentElement.hidden = Object.keys(languages).length < 2;
    }).catch(() => {});
    this.#hide();
  }

  #add(name, pairs) {
    const select = this.selects[name];
    const there = new Map([...select.options].map((each) => [each.value, each]));
    for (const [value, text] of pairs) {
      if (there.has(value)) there.get(value).text = text;
      else select.append(new Option(text, value));
    }
  }

  #hide() {
    for (const name of ["tag", "community"]) this.selects[name].parentElement.hidden = this.selects[name].options.length < 2;
  }

  /* Which language is to be searched; empty for that of the page. */
  get language() {
    return this.selects.language.value;
  }

  /* Everything that is chosen, as the address has it. */
  all() {
    return Object.fromEntries(NAMES.map((name) => [name, this.selects[name].value]));
  }

  /* The same as the engine wants it. */
  filters() {
    return Object.fromEntries(Object.entries(this.all()).filter(([name, value]) => value && name !== "language"));
  }

  /* What results have in common becomes something to choose from. */
  learn(filters) {
    for (const { tag = [], community, name } of filters) {
      this.#add("tag", tag.map((each) => [each, each]));
      if (community) this.#add("community", [[community[0], name?.[0] ?? community[0]]]);
    }
    this.#hide();
  }

  recall(asked) {
    for (const name of NAMES) {
      const value = asked.get(name) ?? "";
      if (value && ![...this.selects[name].options].some((each) => each.value === value)) this.#add(name, [[value, value]]);
      this.selects[name].value = value;
    }
    this.#hide();
    this.element.open = NAMES.some((name) => asked.get(name));
  }
}
