/*
 * The pencil behind a sentence offers two ways: other words, in a letter or form that is filled in
 * already, and the line on the forge. Without the script it is a link to the line, and the other way
 * stands below the page.
 */
(() => {
  "use strict";

  const { make, speaker } = globalThis.hearthbook;
  const say = speaker(document.currentScript);

  const SITE = new URL("../../", document.currentScript.src).href;
  const MOST = 6000; /* letters of an address that every program takes */
  const { hbForm: form, hbRoot: root } = document.querySelector(".hb-suggest")?.dataset ?? {};
  let open = null;

  /* The words that a pencil stands behind, without those of other pencils and of lists below them. */
  function wordsOf(pencil) {
    const said = new Range();
    said.setStart(pencil.parentElement, 0);
    said.setEndBefore(pencil);
    const words = said.cloneContents();
    for (const other of words.querySelectorAll(".hb-source, .hb-ways-in, .hb-copy")) other.remove();
    return words.textContent.trim().replace(/\s+/g, " ");
  }

  /* `https://.../edit/main/communities/oak.yml#L12` -> the file and the line. */
  function placeOf(pencil) {
    const [, file, line] = pencil.getAttribute("href").slice(root.length).match(/^([^?#]*).*?(\d*)$/);
    return { file: decodeURIComponent(file), line };
  }

  /* The page's public address; of a copy on a disk what lies within it, because where that is is nobody's business. */
  function addressOf() {
    const page = location.href.replace(/[?#].*/, "");
    if (location.protocol === "file:") return `/${page.slice(SITE.length).replace(/index\.html$/, "")}`;
    return document.querySelector("link[rel=canonical]")?.href ?? page;
  }

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

  /* The letter or form for a block; a long text is cut until the address is short enough. */
  function letter(pencil) {
    const values = { page: document.title, address: addressOf(), pointer: pencil.dataset.hbAt, ...placeOf(pencil) };
    const title = encodeURIComponent(filled(say("title"), values));
    const letters = [...wordsOf(pencil)];
    let old = letters.join("");
    for (;;) {
      const body = encodeURIComponent(filled(say("body"), { ...values, old }).replaceAll("\n", "\r\n"));
      const to = filled(form, { title, body });
      if (to.length <= MOST || !letters.length) return to;
      letters.splice(Math.floor(letters.length * 0.7));
      old = letters.length ? `${letters.join("")}…` : "";
    }
  }

  function close(back) {
    if (!open) return;
    open.ways.remove();
    open.pencil.setAttribute("aria-expanded", "false");
    if (back) open.pencil.focus();
    open = null;
  }

  function show(pencil) {
    close();
    const way = (href, words) => make("a", { href, textContent: words });
    const ways = make("span", { className: "hb-ways-in" },
      way(letter(pencil), say(form.startsWith("mailto:") ? "letter" : "words")), way(pencil.href, say("forge")));
    const { hbShared: shared } = pencil.dataset;
    if (shared) ways.append(make("small", { textContent: shared }));
    pencil.after(ways);
    pencil.setAttribute("aria-expanded", "true");
    open = { pencil, ways };
    ways.firstElementChild.focus();
  }

  function pressed(event) {
    const pencil = event.target.closest(".hb-source");
    if (!pencil) {
      if (open && !open.ways.contains(event.target)) close();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    if (open?.pencil === pencil) close(true);
    else show(pencil);
  }

  if (form && root) {
    for (const pencil of document.querySelectorAll(".hb-source")) pencil.setAttribute("aria-expanded", "false");
    document.addEventListener("click", pressed);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close(true);
    });
  }
})();
