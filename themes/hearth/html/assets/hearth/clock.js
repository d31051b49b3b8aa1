/*
 * Meetings on the reader's clock, and days that have passed since the page was made.
 *
 * A block carries a rule (generator/hearthbook/calendar/rule.py); beside it stands the next time.
 * Whatever cannot be worked out is left unsaid. `clock` is what dates.js and agenda.js say too.
 */
(() => {
  "use strict";

  const { make, speaker, times } = globalThis.hearthbook;
  const { DAY, dateOf, dayOf, here, offset, shown, today } = times;
  const say = speaker(document.currentScript);

  const SOON = 10; /* days that one still counts */
  const LATE = ["review", "code", "apply", "starts", "ends", "term", "holds"];
  const away = new Intl.RelativeTimeFormat(say.locale, { numeric: "auto" });

  /* Zones and dates that this browser does not know are left alone. */
  function quietly(work) {
    try {
      return work();
    } catch (problem) {
      if (!(problem instanceof RangeError || problem instanceof URIError)) throw problem;
      return undefined;
    }
  }

  /* A day in words; the year only where it is another one. */
  function dateInWords(day, around) {
    const options = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" };
    if (dateOf(day).year !== dateOf(around).year) options.year = "numeric";
    return new Intl.DateTimeFormat(say.locale, options).format(day * DAY);
  }

  const hourInWords = (clock) => new Date(clock).toISOString().slice(11, 16);

  /* `today`, `in 3 days`; empty where it is long until then. */
  const soon = (days) => (days >= 0 && days <= SOON ? away.format(days, "day") : "");

  /*
   * A time on the clock that counts for the reader: their own, or that of the place where people
   * meet in person. `apart` says that the group's clocks show another hour.
   */
  function seen(time, now) {
    const { rule, start, whole, day } = time;
    const apart = !whole && !rule.inPerson && offset(start, rule.zone) !== offset(start, here);
    const own = apart ? here : rule.zone;
    const clock = shown(start, own);
    const on = whole ? day : Math.floor(clock / DAY);
    return { apart, clock, day: on, hour: whole ? "" : hourInWords(clock), today: today(own, now) };
  }

  /* What is special about a time, as sentences. */
  function special(time, around) {
    if (time.extra) return say("extra");
    return time.old === undefined ? "" : say("instead", { date: dateInWords(time.old, around) });
  }

  /* The reader's hour, for a rhythm whose days are not known. */
  function atPresent(rule, now) {
    if (rule.at === null || rule.inPerson || offset(now, rule.zone) === offset(now, here)) return "";
    const day = today(rule.zone);
    const clock = shown(times.instantOf(day, rule.at, rule.zone), here);
    const moved = Math.floor(clock / DAY) - day;
    return say(moved ? (moved > 0 ? "now_after" : "now_before") : "now", { time: hourInWords(clock) });
  }

  function inOneLine(time, now) {
    const { apart, day, hour, today: around } = seen(time, now);
    const values = { time: hour, date: dateInWords(day, around), soon: soon(day - around) };
    const next = values.soon ? say(apart ? "yours_soon" : "next_soon", values) : say(apart ? "yours" : "next", values);
    return [next, special(time, around)].filter(Boolean).join(" ");
  }

  function whenNext(text, now) {
    const rules = times.readRules(text);
    const [time] = times.coming(rules, now, { count: 1 });
    if (time) return inOneLine(time, now);
    if (times.ended(rules, now)) return say("ended");
    return rules.length === 1 && !rules[0].frequency ? atPresent(rules[0], now) : "";
  }

  /* The latest of the block's days that has passed; a round begins on its own day. */
  function late(block) {
    const now = today(here);
    const days = block.dataset.hbDue.split(" ").map((part) => part.split(":"));
    const [what, text] = days.filter(([name, day]) => dayOf(day) < now + (name === "starts")).pop() ?? [];
    if (!LATE.includes(what)) return "";
    const person = decodeURIComponent(block.dataset.hbAsk ?? "");
    const date = new Intl.DateTimeFormat(say.locale, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(`${text}T00:00Z`));
    return say(what === "review" && person ? "review_ask" : what, { date, person });
  }

  /*
   * Where a note stands: beside its line, or below the heading that the line names, and what
   * opens the page there. In a page made of pages, ids begin with the name of their own.
   */
  function placeOf(block) {
    const { hbAt: id } = block.dataset;
    const heading = id && document.querySelector(`#${CSS.escape(id)}, [id$="--${CSS.escape(id)}"]`);
    if (!heading) return block;
    const next = heading.nextElementSibling;
    const top = heading.closest(".hb-open") ?? (next?.matches(".hb-lead") ? next : heading);
    const note = make("div", {});
    top.after(note);
    return note;
  }

  function add(block, className, words) {
    const text = quietly(words);
    if (!text) return;
    const place = placeOf(block);
    (place.querySelector(":scope > p") ?? place).append(" ", make("span", { className, textContent: text }));
  }

  const now = Date.now();
  const next = (block) => add(block, "hb-clock", () => whenNext(block.dataset.hbRule, now));

  globalThis.hearthbook.clock = { dateInWords, hourInWords, next, now, quietly, seen, soon, special };
  document.querySelectorAll("[data-hb-rule]:not([data-hb-dates], [data-hb-agenda])").forEach(next);
  for (const block of document.querySelectorAll("[data-hb-due]")) add(block, "hb-late", () => late(block));
})();
