/*
 * The pencil behind a sentence offers two ways: the line on the forge, and other words without an
 * account. Without the script it is a link to the line, and the way without one stands below the page.
 */
(() => {
  "use strict";

  const { make, speaker } = globalThis.hearthbook;
  const say = speaker(document.currentScript);

  const MOST = 6000; /* letters of an address that every program takes */
  const form = document.querySelector(".hb-suggest")?.dataset.hbForm;
  let open = null;

  /* The words of the block that a pencil stands in, without the pencils. */
  function wordsOf(pencil) {
    const block = pencil.parentElement.cloneNode(true);
    for (const other of block.querySelectorAll(".hb-source, .hb-ways-in, .hb-copy, ul, ol")) other.remove();
    return block.textContent.trim().replace(/\s+/g, " ");
  }

  /* `.../communities/oak.yml#L12` -> the file and the line. */
  function placeOf(pencil) {
    const { pathname, hash } = new URL(pencil.href);
    const file = decodeURIComponent(pathname).match(/(?:communities|content)\/.*/)?.[0] ?? "";
    return { file, line: hash.match(/\d+$/)?.[0] ?? "" };
  }

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

  /* The letter or form for a block; a long text is cut until the address is short enough. */
  function letter(pencil) {
    const address = location.href.replace(/#.*/, "");
    const values = { page: document.title, address, pointer: pencil.dataset.hbAt, ...placeOf(pencil) };
    const title = encodeURIComponent(filled(say("title"), values));
    let old = wordsOf(pencil);
    for (;;) {
      const body = encodeURIComponent(filled(say("body"), { ...values, old }).replaceAll("\n", "\r\n"));
      const to = filled(form, { title, body });
      if (to.length <= MOST || !old) return to;
      old = `${old.slice(0, old.length * 0.7 - 1)}…`.replace(/^…$/, "");
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
      way(letter(pencil), say("words")), way(pencil.href, say("forge")));
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

  if (form) {
    for (const pencil of document.querySelectorAll(".hb-source")) pencil.setAttribute("aria-expanded", "false");
    document.addEventListener("click", pressed);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close(true);
    });
  }
})();
