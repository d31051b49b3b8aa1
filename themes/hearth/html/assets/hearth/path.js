/*
 * The first steps as a list to tick off, remembered in this browser for each community.
 * A tick belongs to the id of its step, so it outlives a new order. What vanished is forgotten.
 */
(() => {
  "use strict";

  const { keep, kept, make, speaker } = globalThis.hearthbook;
  const say = speaker(document.currentScript);

  /* The step on a list item: what names it, its minutes where it says any, and its check box. */
  function stepOf(item) {
    const named = item.id ? item : item.querySelector("[id]");
    const box = make("input", { type: "checkbox", "aria-labelledby": named.id });
    item.classList.add("hb-tickable");
    item.append(make("label", { className: "hb-tick" }, box));
    /* In the whole handbook ids bear the name of their page. */
    return { box, item, id: named.id.replace(/^.*--/, ""), minutes: Number(named.dataset.hbMinutes ?? 0) };
  }

  function ticked(key) {
    try {
      const ids = JSON.parse(kept(key) ?? "[]");
      return new Set(Array.isArray(ids) ? ids : []);
    } catch {
      return new Set();
    }
  }

  /* Minutes of the open steps that say how long they take. The others are not guessed. */
  function left(open) {
    const minutes = open.reduce((sum, step) => sum + step.minutes, 0);
    if (!minutes) return "";
    return say(open.every((step) => step.minutes) ? "left" : "left_some", { count: minutes });
  }

  function setUp(path) {
    const key = `hearthbook-path-${path.dataset.hbPath}`;
    const items = [...path.querySelectorAll(":scope > ol > li")].filter((item) => item.id || item.querySelector("[id]"));
    if (!items.length) return;

    const steps = items.map(stepOf);
    const bar = make("progress", { max: steps.length, className: "hb-path-bar", "aria-hidden": "true" });
    const line = make("span", { role: "status" });
    const again = make("button", { type: "button", className: "hb-quiet", textContent: say("again") });
    path.prepend(make("div", { className: "hb-path" }, bar, line, again));

    const show = () => {
      const open = steps.filter((step) => !step.box.checked);
      const done = steps.length - open.length;
      for (const { box, item } of steps) item.classList.toggle("hb-done", box.checked);
      bar.value = done;
      line.textContent = [
        say("progress", { done, count: steps.length }),
        open.length ? left(open) : say("finished"),
      ].filter(Boolean).join(" ");
      again.hidden = !done;
    };
    const read = () => {
      const done = ticked(key);
      for (const { box, id } of steps) box.checked = done.has(id);
      show();
    };

    path.addEventListener("change", () => {
      const done = steps.filter((step) => step.box.checked).map((step) => step.id);
      keep(key, done.length && JSON.stringify(done));
      show();
    });
    again.addEventListener("click", () => {
      keep(key, null);
      for (const { box } of steps) box.checked = false;
      steps[0].box.focus();
      show();
    });
    /* The same steps may be open in another window. */
    addEventListener("storage", (event) => {
      if (event.key === key || event.key === null) read();
    });
    read();
  }

  document.querySelectorAll("[data-hb-path]").forEach(setUp);
})();
