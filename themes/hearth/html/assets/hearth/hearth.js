/*
 * Small conveniences for Hearthbook's pages. Every page is complete without them.
 * They ask no server for anything; what is kept stays in this browser.
 *
 * `hearthbook` is what the other scripts share. They come after this one.
 */
(() => {
  "use strict";

  const THEMES = ["auto", "light", "dark"];
  const KEY = "hearthbook-theme";
  const COPIED_FOR_MS = 4000;
  const source = document.currentScript.src;
  const root = document.documentElement;
  const words = document.querySelector("[data-hb-copy]")?.dataset ?? {};

  /* Storage throws where a reader has forbidden it. */
  function kept(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  /* What cannot be kept lasts for this page only. Nothing, or null, is forgotten. */
  function keep(key, text) {
    try {
      if (text) localStorage.setItem(key, text);
      else localStorage.removeItem(key);
    } catch {
      /* As above. */
    }
  }

  /* An element with these properties, or attributes where it has no such property, and children. */
  function make(tag, given = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(given)) {
      if (name in element) element[name] = value;
      else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  /* A language as Intl knows it; English where it does not. */
  function known(language) {
    try {
      return Intl.getCanonicalLocales(language)[0] ?? "en";
    } catch {
      return "en";
    }
  }

  /* Says the words that travel on a script's own tag. */
  const speaker = (script) => saying(JSON.parse(script.dataset.hbWords), script.dataset.hbLocale);

  /* Says words of a language; `count` chooses the plural form. */
  function saying(own, language) {
    /* With the figures that the page has, which are 0 to 9 in every language. */
    const locale = String(new Intl.Locale(known(language), { numberingSystem: "latn" }));
    const plural = new Intl.PluralRules(locale);
    const number = new Intl.NumberFormat(locale);
    const say = (key, values = {}) => {
      const leaf = own[key] ?? "";
      const text = typeof leaf === "string" ? leaf : leaf[plural.select(values.count)] ?? leaf.other;
      const shown = (value) => (typeof value === "number" ? number.format(value) : value);
      return text.replace(/\{(\w+)\}/g, (place, name) => shown(values[name] ?? place));
    };
    return Object.assign(say, { locale });
  }

  /* Without the attribute the style sheet follows the device. */
  function apply(theme) {
    if (theme === "auto") delete root.dataset.hbTheme;
    else root.dataset.hbTheme = theme;
  }

  function setUpTheme() {
    let theme = THEMES.includes(kept(KEY)) ? kept(KEY) : "auto";
    apply(theme);
    const button = document.querySelector(".hb-theme");
    if (!button) return;

    const name = () => {
      const { hbLabel, hbAuto, hbLight, hbDark } = button.dataset;
      const label = `${hbLabel}: ${{ auto: hbAuto, light: hbLight, dark: hbDark }[theme]}`;
      button.setAttribute("aria-label", label);
      button.title = label;
    };
    button.addEventListener("click", () => {
      theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
      keep(KEY, theme);
      apply(theme);
      name();
    });
    name();
    button.hidden = false;
  }

  /* The drawer is a check box and its label; these are the habits of a dialog. */
  function setUpDrawer() {
    const drawer = document.getElementById("__drawer");
    const panel = document.querySelector(".md-sidebar--primary");
    if (!drawer || !panel) return;
    const behind = document.querySelectorAll(".md-content, .hb-footer");

    const show = (open) => {
      drawer.checked = open;
      for (const element of behind) element.inert = open;
    };
    const openFromKeyboard = () => {
      if (drawer.checked) panel.querySelector("a")?.focus();
    };
    drawer.addEventListener("change", () => {
      show(drawer.checked);
      if (drawer.matches(":focus-visible")) openFromKeyboard();
    });
    drawer.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      show(!drawer.checked);
      openFromKeyboard();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      show(false);
      drawer.focus();
    });
    panel.addEventListener("click", (event) => {
      if (event.target.closest("a")) show(false);
    });
    /* A drawer left open on a narrow window must not lock a wide one. */
    matchMedia("(min-width: 76.25em)").addEventListener("change", () => show(false));
  }

  /* From a file, or where it is forbidden, the clipboard is out of reach. Then the text is selected. */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text.textContent.trimEnd());
      return true;
    } catch {
      getSelection().selectAllChildren(text);
      return document.execCommand("copy");
    }
  }

  function addCopyButton(block) {
    const text = block.querySelector("code") ?? block;
    const button = make("button", { type: "button", className: "hb-copy", textContent: words.hbCopy });
    const state = make("span", { className: "hb-copied", role: "status" });
    let wait;
    button.addEventListener("click", async () => {
      const copied = await copy(text);
      state.textContent = copied ? words.hbCopied : words.hbSelected;
      clearTimeout(wait);
      if (copied) wait = setTimeout(() => { state.textContent = ""; }, COPIED_FOR_MS);
    });
    block.after(button, state);
  }

  /* A block that scrolls sideways can be scrolled by the arrow keys, once the Tab key leads there. */
  function reach(block) {
    if (block.scrollWidth > block.clientWidth) block.tabIndex = 0;
  }

  /* Search is loaded when somebody turns to it; until then its form leads to the results page. */
  function setUpSearch() {
    const form = document.querySelector("[data-hb-ask]");
    const results = document.querySelector("[data-hb-results]");
    if (!form || location.protocol === "file:") return;
    const own = (name) => import(new URL(name, source).href);
    const root = new URL((form.dataset.hbAsk || ".").replace(/\/?$/, "/"), location.href);
    const { q: field, in: slug } = form.elements;
    const open = () => own("search.js").then(({ openSearch }) => openSearch(root, slug?.value ?? "", field));

    field.addEventListener("click", open);
    field.addEventListener("input", open);
    form.addEventListener("submit", (event) => {
      if (field.value.trim()) return;
      event.preventDefault();
      open();
    });
    document.addEventListener("keydown", (event) => {
      const writes = event.target.closest?.("input, textarea, select, [contenteditable], dialog");
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writes) return;
      event.preventDefault();
      if (results) results.querySelector("input")?.focus();
      else open();
    });
    if (results) own("search.js").then(({ showResults }) => showResults(root, results));
    if (new URLSearchParams(location.search).has("find")) own("found.js");
  }

  globalThis.hearthbook = { keep, kept, make, saying, speaker };
  setUpTheme();
  setUpSearch();
  setUpDrawer();
  if (words.hbCopy) document.querySelectorAll("pre.hb-post, .hb-post pre").forEach(addCopyButton);
  document.querySelectorAll("pre > code").forEach(reach);
})();
