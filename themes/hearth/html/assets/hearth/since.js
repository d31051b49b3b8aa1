/*
 * "Since you joined": the reader names a day, and older changes step back. The day stays in this
 * browser, for each community; without the script all changes are there.
 */
(() => {
  "use strict";

  const { keep, kept, make, speaker } = globalThis.hearthbook;
  const say = speaker(document.currentScript);

  const DAY = /^\d{4}-\d{2}-\d{2}$/;
  const inWords = (day) => new Intl.DateTimeFormat(say.locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));

  /* Every change on the page: its block, its day, and the commit that it belongs to. */
  function changes() {
    return [...document.querySelectorAll(".hb-event")].map((block) => {
      const line = block.querySelector("[data-hb-day]");
      return { block, day: line.dataset.hbDay, commit: line.id.replace(/-more$/, "") };
    });
  }

  /* Hides the headings below which nothing is left, and the links to them. */
  function tidy(headings) {
    for (const heading of headings) {
      let next = heading.nextElementSibling;
      let shown = false;
      while (next?.matches(".hb-event")) {
        shown ||= !next.hidden;
        next = next.nextElementSibling;
      }
      heading.hidden = !shown;
      for (const link of document.querySelectorAll(`nav a[href$="#${heading.id}"]`)) {
        link.parentElement.hidden = !shown;
      }
    }
  }

  /* The change that the address leads to, as entries of the feed do. */
  const ledTo = () => document.getElementById(location.hash.slice(1))?.closest(".hb-event");

  function setUp(intro) {
    const all = changes();
    const headings = document.querySelectorAll("#weighty, #others");
    const key = `hearthbook-since-${intro.dataset.hbSince}`;
    const day = make("input", { type: "date", id: "since", min: all.map((one) => one.day).sort()[0], "aria-describedby": "since-hint" });
    const label = make("label", { htmlFor: "since", textContent: say("label") });
    const hint = make("p", { id: "since-hint", className: "hb-meta", textContent: say("hint") });
    const again = make("button", { type: "button", className: "hb-quiet", textContent: say("all") });
    const told = make("p", { role: "status" });
    intro.after(make("div", { className: "hb-since-day hb-screen" }, label, day, again, hint, told));

    function show() {
      const since = DAY.test(day.value) ? day.value : "";
      for (const one of all) one.block.hidden = one.day < since;
      tidy(headings);
      const count = new Set(all.filter((one) => !one.block.hidden).map((one) => one.commit)).size;
      again.hidden = !since;
      told.textContent = since && say(count ? "shown" : "none", { count, date: inWords(since) });
    }

    /* Who follows a link to a change sees it, however old it is. */
    function follow() {
      if (!ledTo()?.hidden) return;
      day.value = "";
      show();
      ledTo().scrollIntoView();
    }

    day.value = kept(key) ?? "";
    day.addEventListener("change", () => {
      keep(key, day.value);
      show();
    });
    again.addEventListener("click", () => {
      day.value = "";
      keep(key, "");
      show();
      day.focus();
    });
    addEventListener("hashchange", follow);
    show();
    follow();
  }

  const intro = document.querySelector("[data-hb-since]");
  if (intro) setUp(intro);
})();
