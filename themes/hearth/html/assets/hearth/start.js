/*
 * "Start a community": what one begins with, what was begun earlier in this browser, and a file that is
 * there already. The form itself is loaded once somebody has chosen. Without this script the page tells
 * of the beginnings, and leads to the command line.
 */
(() => {
  "use strict";

  const { keep, kept, make, speaker } = globalThis.hearthbook;
  const own = document.currentScript;
  const say = speaker(own);
  const root = document.querySelector("[data-hb-begin]");
  const ways = document.querySelector(".hb-start__ways");
  const KEPT = "hearthbook-form";
  const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  const marks = Object.fromEntries(["forge", "new", "edit"].map((name) => {
    const { [`hb${name[0].toUpperCase()}${name.slice(1)}`]: mark = "" } = root.dataset;
    return [name, decodeURIComponent(mark)];
  }));

  /* What is kept: name -> { title, on, slug, and a draft or a text }. Nonsense counts as nothing. */
  function drafts() {
    try {
      return Object(JSON.parse(kept(KEPT) ?? "{}"));
    } catch {
      return {};
    }
  }

  /* Whether the browser has kept it. */
  function keepDraft(name, state) {
    const { [name]: old, ...others } = drafts();
    const all = state ? { ...others, [name]: state } : others;
    keep(KEPT, Object.keys(all).length ? JSON.stringify(all) : null);
    return !state || drafts()[name]?.on === state.on;
  }

  const state = make("p", { className: "hb-start__state", role: "status" });
  const chooser = make("div", { className: "hb-start__chooser" });
  const place = make("div", { className: "hb-form" });
  const button = (words, act, className = "hb-quiet") => {
    const made = make("button", { type: "button", className, textContent: words });
    made.addEventListener("click", act);
    return made;
  };

  async function fetched(name) {
    const answer = await fetch(new URL(name, location.href));
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  /* Opens the form. `begin` gives what it is to hold, once all that it works from is there. */
  async function open(name, begin) {
    state.textContent = say("loading");
    try {
      const [{ form, newDraft }, facts] = await Promise.all([
        import(new URL("form.js", own.src).href), fetched(root.dataset.hbBegin)]);
      const given = await begin(facts, newDraft);
      await form(place, given, { facts, marks, keepState: (value) => keepDraft(name, value), leave });
      state.textContent = "";
      show(true);
      place.querySelector("h2").focus();
    } catch (problem) {
      state.textContent = problem.said ?? say("failed");
      state.scrollIntoView({ block: "nearest" });
    }
  }

  /* The form, or what one begins with. */
  function show(writes) {
    place.hidden = !writes;
    chooser.hidden = ways.hidden = writes;
    root.classList.toggle("hb-start--writes", writes);
  }

  function leave() {
    place.replaceChildren();
    show(false);
    drawChooser();
    document.querySelector("h1").scrollIntoView();
    (chooser.querySelector("button") ?? ways.querySelector("button")).focus();
  }

  const fresh = () => Date.now().toString(36);
  const begin = (blueprint) => open(fresh(), async (facts, newDraft) =>
    newDraft(blueprint ? await fetched(`${blueprint}.json`) : null, facts));

  function keptDraft([name, draft]) {
    const title = draft.title || say("nameless");
    const on = new Date(draft.on).toLocaleDateString(say.locale, { dateStyle: "medium" });
    const forget = button(say("forget"), () => {
      keepDraft(name, null);
      drawChooser();
      state.textContent = say("forgotten", { name: title });
    });
    forget.setAttribute("aria-label", `${say("forget")}: ${title}`);
    return make("li", {}, button(say("kept", { name: title }), () => open(name, async () => draft), "hb-act"),
      make("span", { className: "hb-meta", textContent: say("kept_said", { date: on }) }), forget);
  }

  function field(words, control) {
    return make("label", { className: "hb-field" }, make("span", { textContent: words }), control);
  }

  /* A file that is there already: from the device, or pasted. */
  function opener() {
    const file = make("input", { type: "file", accept: ".yml,.yaml,text/yaml" });
    const called = make("input", { type: "text", pattern: SLUG.source, autocapitalize: "none", spellcheck: false });
    const text = make("textarea", { rows: 6, spellcheck: false });
    const there = make("a", { textContent: say("there", { forge: marks.forge }) });
    const where = make("p", { className: "hb-meta", hidden: true }, there);
    const named = () => {
      where.hidden = !marks.edit || !SLUG.test(called.value);
      there.href = marks.edit.replace("{path}", `communities/${called.value}.yml`).replace("{line}", "1");
    };
    called.addEventListener("input", named);
    file.addEventListener("change", async () => {
      if (!file.files.length) return;
      text.value = await file.files[0].text();
      called.value = file.files[0].name.replace(/\.ya?ml$/, "");
      named();
    });
    const read = button(say("read"), () => {
      if (called.reportValidity()) {
        open(fresh(), async () => ({ slug: called.value, text: text.value, original: text.value }));
      }
    }, "hb-act");
    called.required = text.required = true;
    return make("details", { className: "hb-start__open" }, make("summary", { textContent: say("open") }),
      make("p", { textContent: say("open_said") }), field(say("file"), file), field(say("called"), called),
      where, field(say("paste"), text), read);
  }

  function drawChooser() {
    const earlier = Object.entries(drafts()).sort(([, one], [, other]) => (one.on < other.on ? 1 : -1));
    const list = make("ul", { className: "hb-start__kept", hidden: !earlier.length }, ...earlier.map(keptDraft));
    chooser.replaceChildren(list, opener());
  }

  function setUp() {
    for (const item of document.querySelectorAll(".hb-beginnings li")) {
      const name = item.querySelector("code").textContent;
      const title = item.querySelector("strong").textContent;
      item.append(button(say("begin", { title }), () => begin(name)));
    }
    document.querySelector(".hb-beginnings").after(button(say("empty"), () => begin("")));
    place.hidden = true;
    root.append(state, chooser, place);
    root.hidden = false;
    drawChooser();
  }

  if (location.protocol === "file:") {
    root.replaceChildren(make("p", { className: "hb-notice", textContent: say("folder") }));
    root.hidden = false;
  } else {
    setUp();
  }
})();
