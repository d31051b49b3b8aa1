/*
 * Filters for the directory. Pages are complete without them: this looks through
 * one file with all cards, fetched when a reader opens the filters, and draws
 * what fits in place of the page's own cards. What is chosen stands in the
 * address, so that it can be shared and taken back.
 */
(() => {
  "use strict";

  const AT_ONCE = 60;
  const TEXTS = ["name", "tag", "language", "state", "place"];
  const words = JSON.parse(document.currentScript.dataset.hbWords || "{}");
  const list = document.querySelector("[data-hb-directory]");
  /* A copy that is read from a folder may fetch nothing. */
  if (!list || location.protocol === "file:") return;

  const file = new URL(list.dataset.hbDirectory, location.href);
  const root = new URL("../", file);
  const language = document.documentElement.lang || "en";
  const plural = new Intl.PluralRules(language);
  const own = [...list.children];
  const more = document.querySelector(".hb-more");
  let cards = null;
  let shown = AT_ONCE;

  function say(key, values = {}) {
    let text = words[key] ?? "";
    if (typeof text === "object") text = text[plural.select(values.count)] ?? text.other ?? "";
    const number = (value) => (typeof value === "number" ? value.toLocaleString(language, { numberingSystem: "latn" }) : value);
    return text.replace(/\{(\w+)\}/g, (all, name) => number(values[name] ?? all));
  }

  function make(name, attributes = {}, ...inside) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value) element.setAttribute(key, value);
    element.append(...inside);
    return element;
  }

  /* Parts of the form */
  const field = (label, control) => make("label", { class: "hb-filter__field" }, make("span", {}, say(label)), control);
  const controls = Object.fromEntries(TEXTS.map((key) => [
    key, key === "name" ? make("input", { type: "search", name: key, autocomplete: "off" }) : make("select", { name: key }),
  ]));
  const room = make("input", { type: "checkbox", name: "room" });
  const clear = make("button", { type: "button", class: "hb-quiet" }, say("clear"));
  const form = make("form", { role: "search", "aria-label": say("legend") },
    ...TEXTS.map((key) => field(key, controls[key])),
    make("label", { class: "hb-filter__room" }, room, make("span", {}, say("room"))), clear);
  const filters = make("details", { class: "hb-filter" }, make("summary", {}, say("open")), form);
  const told = make("p", { class: "hb-filter__told", role: "status" });
  const further = make("button", { type: "button", class: "hb-quiet hb-filter__more" });
  const start = make("p", {}, make("a", { href: list.dataset.hbStart }, say("start")));

  /* From columns to cards; texts that repeat stand once and are named by number. */
  function unfold({ columns, repeated, shared }) {
    return columns.slug.map((slug, at) => {
      const card = Object.fromEntries(Object.keys(columns).map((key) => [key, columns[key][at]]));
      for (const key of repeated) card[key] = shared[card[key]];
      card.tags = card.tags.map((place) => shared[place]);
      card.plain = plain(`${card.name} ${card.slug} ${card.slug.replaceAll("-", " ")}`);
      return card;
    });
  }

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase(language);

  function fill(select, pairs) {
    const known = new Map(pairs.filter(([value]) => value));
    const sorted = [...known].sort((one, other) => one[1].localeCompare(other[1], language));
    select.replaceChildren(new Option(say("any"), ""), ...sorted.map(([value, text]) => new Option(text, value)));
    select.parentElement.hidden = known.size < 2;
  }

  function fillAll() {
    fill(controls.tag, cards.flatMap((card) => card.tags.map((tag) => [tag, tag])));
    fill(controls.language, cards.map((card) => [card.code, card.spoken]));
    fill(controls.state, cards.map((card) => [card.state, card.status]));
    fill(controls.place, cards.flatMap((card) => [[card.place, card.place], [card.country, card.country]]));
    room.parentElement.hidden = !cards.some((card) => card.free);
  }

  let loading = null;
  function load() {
    loading ??= fetch(file).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then((data) => { cards = unfold(data); fillAll(); })
      .catch((problem) => { loading = null; throw problem; });
    return loading;
  }

  /* What is chosen, in the address */
  const chosen = () => Object.fromEntries([...TEXTS.map((key) => [key, controls[key].value.trim()]), ["room", room.checked ? "1" : ""]]);

  function remember(add) {
    const address = new URL(location.href);
    for (const [key, value] of Object.entries(chosen())) {
      if (value) address.searchParams.set(key, value);
      else address.searchParams.delete(key);
    }
    if (address.href !== location.href) history[add ? "pushState" : "replaceState"](null, "", address);
  }

  function recall() {
    const asked = new URLSearchParams(location.search);
    for (const key of TEXTS) {
      const value = asked.get(key) ?? "";
      /* What no community has is a choice all the same: it fits none. */
      if (key !== "name" && value && ![...controls[key].options].some((option) => option.value === value)) {
        controls[key].append(new Option(value, value));
        controls[key].parentElement.hidden = false;
      }
      controls[key].value = value;
    }
    room.checked = asked.get("room") === "1";
  }

  const isAsked = () => [...new URLSearchParams(location.search).keys()].some((key) => key === "room" || TEXTS.includes(key));

  /* Cards as _cards.md.jinja has them */
  const link = (slug) => new URL(`${slug}/`, root).href;
  const dotted = (...facts) => facts.filter(Boolean).join(" · ");

  function draw(card) {
    const tongue = card.language ? { dir: "auto", lang: card.language } : {};
    const parts = [
      make("h3", { dir: tongue.dir, id: `community-${card.slug}`, lang: tongue.lang }, make("a", { href: link(card.slug) }, card.name)),
      make("p", { class: "hb-card__promise", ...tongue }, card.promise),
      make("p", { class: "hb-card__whom", ...tongue }, card.whom),
    ];
    const where = make("p", { class: "hb-card__where" });
    const place = dotted(card.place, card.language && card.spoken);
    if (card.status) where.append(make("em", { class: `hb-status-${card.state}` }, card.status), place && " ");
    where.append(place);
    if (where.textContent) parts.push(where);
    if (card.seats) parts.push(make("p", { class: "hb-card__seats" }, dotted(card.seats, card.room)));
    if (card.tags.length) {
      const tags = card.tags.map((tag) => make("li", {}, make("a", { href: `?tag=${encodeURIComponent(tag)}` }, tag)));
      parts.push(make("div", { class: "hb-tags" }, make("ul", {}, ...tags)));
    }
    return make("div", { class: "hb-card" }, ...parts);
  }

  function fits(card, want) {
    return (!want.name || card.plain.includes(plain(want.name)))
      && (!want.tag || card.tags.includes(want.tag)) && (!want.language || card.code === want.language)
      && (!want.state || card.state === want.state) && (!want.room || card.free)
      && (!want.place || card.place === want.place || card.country === want.place);
  }

  function show() {
    const want = chosen();
    const active = Object.values(want).some(Boolean);
    const found = active ? cards.filter((card) => fits(card, want)) : [];
    list.replaceChildren(...(active ? found.slice(0, shown).map(draw) : own));
    further.textContent = say("more", { count: Math.min(AT_ONCE, found.length - shown) });
    further.hidden = found.length <= shown;
    start.hidden = !active || found.length > 0 || !list.dataset.hbStart;
    clear.hidden = !active;
    if (more) more.hidden = active;
    const key = !found.length ? "none" : found.length > shown ? "shown" : "found";
    told.textContent = active ? say(key, { count: found.length, shown }) : "";
  }

  async function act(change) {
    filters.open = true;
    try {
      if (!cards) told.textContent = say("loading");
      await load();
      if (change) change();
      shown = AT_ONCE;
      show();
    } catch {
      told.textContent = say("failed");
    }
  }

  filters.addEventListener("toggle", () => { if (filters.open && !cards) act(isAsked() && recall); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => act(() => remember(event.target !== controls.name)));
  clear.addEventListener("click", () => act(() => { form.reset(); remember(true); controls.name.focus(); }));
  further.addEventListener("click", () => {
    const before = shown;
    shown += AT_ONCE;
    show();
    list.children[before]?.querySelector("a").focus();
  });
  list.addEventListener("click", (event) => {
    const tag = event.target.closest?.(".hb-tags a");
    if (!tag || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", new URL(tag.search, location.href));
    act(recall).then(() => filters.scrollIntoView());
  });
  addEventListener("popstate", () => { if (cards || isAsked()) act(recall); });

  further.hidden = start.hidden = clear.hidden = true;
  list.before(filters, told, start);
  list.after(further);
  if (isAsked()) act(recall).then(() => { if (!scrollY && !location.hash) filters.scrollIntoView(); });
})();
