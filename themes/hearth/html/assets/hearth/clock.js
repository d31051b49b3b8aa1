/*
 * Meetings on the reader's clock, and days that have passed since the page was made.
 *
 * A block carries a rule (generator/hearthbook/calendar/rule.py). Days are counted from
 * 1 January 1970, so that no zone can move them; only Intl turns a day and an hour into
 * an instant. Whatever cannot be worked out is left unsaid.
 */
(() => {
  "use strict";

  const { make, speaker } = globalThis.hearthbook;
  const say = speaker(document.currentScript);

  const MINUTE = 60_000;
  const DAY = 86_400_000;
  const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
  const FAR = 1500; /* days; more than four years, for a meeting once a year that is left out now and then */
  const SOON = { next: ["next_today", "next_tomorrow"], yours: ["yours_today", "yours_tomorrow"] };
  const LATE = ["review", "code", "apply", "starts", "ends", "term", "holds"];
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

  const dayOf = (text) => Date.parse(`${text}T00:00Z`) / DAY;
  const weekdayOf = (day) => (day + 3) % 7; /* 1 January 1970 was a Thursday */

  /* Year, month from 0, and day of the month; how many days the month has. */
  function dateOf(day) {
    const date = new Date(day * DAY);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    return { year, month, date: date.getUTCDate(), length: new Date(Date.UTC(year, month + 1, 0)).getUTCDate() };
  }

  function readRule(text) {
    const found = Object.fromEntries(decodeURIComponent(text).split(";").map((part) => part.split("=")));
    const [hour, minute] = (found.AT ?? "").split(":").map(Number);
    return {
      frequency: found.FREQ,
      interval: Number(found.INTERVAL ?? 1),
      weekdays: found.BYDAY?.split(",") ?? [],
      dates: found.BYMONTHDAY?.split(",").map(Number) ?? [],
      first: found.DTSTART ? dayOf(found.DTSTART) : -Infinity,
      last: found.UNTIL ? dayOf(found.UNTIL) : Infinity,
      except: new Set(found.EXDATE?.split(",").map(dayOf)),
      at: found.AT ? hour * 60 + minute : null,
      minutes: Number(found.MINUTES ?? 0),
      zone: found.TZID ?? here,
      inPerson: found.PLACE === "HERE",
    };
  }

  function fallsInWeek(rule, day) {
    const weeks = (day - weekdayOf(day) - (rule.first - weekdayOf(rule.first))) / 7;
    return rule.weekdays.includes(WEEKDAYS[weekdayOf(day)]) && (rule.interval === 1 || weeks % rule.interval === 0);
  }

  function fallsInMonth(rule, day) {
    const { year, month, date, length } = dateOf(day);
    if (rule.interval > 1) {
      const first = dateOf(rule.first);
      if (((year - first.year) * 12 + month - first.month) % rule.interval) return false;
    }
    const name = WEEKDAYS[weekdayOf(day)];
    const last = date + 7 > length && rule.weekdays.includes(`-1${name}`);
    return last || rule.weekdays.includes(Math.ceil(date / 7) + name) || rule.dates.includes(date);
  }

  function falls(rule, day) {
    if (day < rule.first || day > rule.last || rule.except.has(day)) return false;
    if (rule.frequency === "WEEKLY") return fallsInWeek(rule, day);
    return rule.frequency === "DAILY" || fallsInMonth(rule, day);
  }

  /* What a zone's clocks show at an instant, as if it were UTC. */
  function shown(instant, zone) {
    const options = { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
    const parts = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", options).formatToParts(instant);
    const { year, month, day, hour, minute } = Object.fromEntries(parts.map((part) => [part.type, Number(part.value)]));
    return Date.UTC(year, month - 1, day, hour, minute);
  }

  const offset = (instant, zone) => shown(instant, zone) - Math.floor(instant / MINUTE) * MINUTE;
  const today = (zone) => Math.floor(shown(Date.now(), zone) / DAY);

  /*
   * The instant at which a zone's clocks show that day and minute. An hour that comes twice is
   * taken the first time; one that is left out comes as much later, as RFC 5545 has it.
   */
  function instantOf(day, at, zone) {
    const clock = day * DAY + at * MINUTE;
    const before = clock - offset(clock - DAY, zone);
    const after = clock - offset(clock + DAY, zone);
    return shown(before, zone) === clock || shown(after, zone) !== clock ? before : after;
  }

  /* The next day that is not over yet; undefined where there is none. */
  function nextDay(rule, now) {
    const start = Math.max(today(rule.zone) - 1, rule.first);
    for (let day = start; day <= Math.min(start + FAR, rule.last); day += 1) {
      if (!falls(rule, day)) continue;
      const over = rule.at === null ? day < today(rule.zone) : instantOf(day, rule.at + rule.minutes, rule.zone) < now;
      if (!over) return day;
    }
    return undefined;
  }

  /* A day in words; the year only where it is another one. */
  function dateInWords(day, around) {
    const options = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" };
    if (dateOf(day).year !== dateOf(around).year) options.year = "numeric";
    return new Intl.DateTimeFormat(say.locale, options).format(day * DAY);
  }

  const timeInWords = (clock) => new Date(clock).toISOString().slice(11, 16);

  /* The reader's hour, for a rhythm whose days are not known. */
  function atPresent(rule, now) {
    const day = today(rule.zone);
    const clock = shown(instantOf(day, rule.at, rule.zone), here);
    if (offset(now, rule.zone) === offset(now, here)) return "";
    const moved = Math.floor(clock / DAY) - day;
    return say(moved ? (moved > 0 ? "now_after" : "now_before") : "now", { time: timeInWords(clock) });
  }

  function upcoming(rule, now) {
    const day = nextDay(rule, now);
    if (day === undefined) return "";
    const instant = rule.at === null ? null : instantOf(day, rule.at, rule.zone);
    const apart = instant !== null && !rule.inPerson && offset(instant, rule.zone) !== offset(instant, here);
    const clock = apart ? shown(instant, here) : 0;
    const seen = apart ? Math.floor(clock / DAY) : day;
    const around = today(apart ? here : rule.zone);
    const words = apart ? "yours" : "next";
    return say(SOON[words][seen - around] ?? words, { time: timeInWords(clock), date: dateInWords(seen, around) });
  }

  function whenNext(text, now) {
    const rule = readRule(text);
    if (today(rule.zone) > rule.last) return say("ended");
    if (rule.frequency) return upcoming(rule, now);
    return rule.inPerson ? "" : atPresent(rule, now);
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

  /* Zones and dates that this browser does not know are left alone. */
  function add(block, className, words) {
    try {
      const text = words();
      if (!text) return;
      const place = placeOf(block);
      (place.querySelector(":scope > p") ?? place).append(" ", make("span", { className, textContent: text }));
    } catch (problem) {
      if (!(problem instanceof RangeError || problem instanceof URIError)) throw problem;
    }
  }

  const now = Date.now();
  for (const block of document.querySelectorAll("[data-hb-rule]")) {
    add(block, "hb-clock", () => whenNext(block.dataset.hbRule, now));
  }
  for (const block of document.querySelectorAll("[data-hb-due]")) {
    add(block, "hb-late", () => late(block));
  }
})();
