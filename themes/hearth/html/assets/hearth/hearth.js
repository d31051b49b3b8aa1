/*
 * Small conveniences for Hearthbook's pages. Every page is complete without them.
 * They ask no server for anything; the one thing kept is the chosen theme,
 * in this browser.
 */
(() => {
  "use strict";

  const THEMES = ["auto", "light", "dark"];
  const KEY = "hearthbook-theme";
  const COPIED_FOR_MS = 2000;
  const root = document.documentElement;
  const words = document.querySelector("[data-hb-copy]")?.dataset ?? {};

  /* Storage throws where a reader has forbidden it. */
  function remembered() {
    try {
      const theme = localStorage.getItem(KEY);
      return THEMES.includes(theme) ? theme : "auto";
    } catch {
      return "auto";
    }
  }

  function remember(theme) {
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      /* The choice then lasts for this page only. */
    }
  }

  /* Without the attribute the style sheet follows the device. */
  function apply(theme) {
    if (theme === "auto") delete root.dataset.hbTheme;
    else root.dataset.hbTheme = theme;
  }

  function setUpTheme() {
    let theme = remembered();
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
      remember(theme);
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

  /* Where the clipboard is out of reach, the text is at least selected. */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text.textContent.trimEnd());
      return true;
    } catch {
      getSelection().selectAllChildren(text);
      return false;
    }
  }

  function addCopyButton(block) {
    const text = block.querySelector("code") ?? block;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "hb-copy";
    button.textContent = words.hbCopy;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      if (!(await copy(text))) return;
      button.textContent = words.hbCopied;
      setTimeout(() => { button.textContent = words.hbCopy; }, COPIED_FOR_MS);
    });
    block.after(button);
  }

  /* On a phone the ladder's rows are stacked, far from their column's heading. */
  function labelCells(table) {
    const labels = [...table.querySelectorAll("thead th")].map((cell) => cell.textContent);
    for (const row of table.querySelectorAll("tbody tr")) {
      [...row.cells].forEach((cell, column) => { cell.dataset.hbLabel = labels[column] ?? ""; });
    }
  }

  setUpTheme();
  setUpDrawer();
  if (words.hbCopy) document.querySelectorAll("pre.hb-post, .hb-post pre").forEach(addCopyButton);
  document.querySelectorAll(".hb-ladder table").forEach(labelCells);
})();
