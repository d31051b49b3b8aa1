/*
 * Works out from a rule (generator/hearthbook/calendar/rule.py) when something takes place next.
 *
 * Days are counted from 1 January 1970, so that no zone can move them; only Intl turns a day and
 * an hour into an instant. Nothing in here touches the page or knows a word.
 */
(() => {
  "use strict";

  const MINUTE = 60_000;
  const DAY = 86_400_000;
  const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
  const FAR = 1500; /* days; more than four years, for a meeting once a year that is left out now and then */
  const LISTED = 400; /* so many days written out may not be all (rule.py) */
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

  const dayOf = (text) => Date.parse(`${text}T00:00Z`) / DAY;
  const weekdayOf = (day) => (day + 3) % 7; /* 1 January 1970 was a Thursday */

  /* Year, month from 0, and day of the month; how many days the month has. */
  function dateOf(day) {
    const date = new Date(day * DAY);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    return { year, month, date: date.getUTCDate(), length: new Date(Date.UTC(year, month + 1, 0)).getUTCDate() };
  }

  const clocks = new Map();

  /* A zone's clock; throws a RangeError for one that this browser does not know. */
  function clockOf(zone) {
    if (!clocks.has(zone)) {
      const options = { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
      clocks.set(zone, new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", options));
    }
    return clocks.get(zone);
  }

  /* What a zone's clocks show at an instant, as if it were UTC. */
  function shown(instant, zone) {
    const parts = clockOf(zone).formatToParts(instant);
    const { year, month, day, hour, minute } = Object.fromEntries(parts.map((part) => [part.type, Number(part.value)]));
    return Date.UTC(year, month - 1, day, hour, minute);
  }

  const offset = (instant, zone) => shown(instant, zone) - Math.floor(instant / MINUTE) * MINUTE;
  const today = (zone, now = Date.now()) => Math.floor(shown(now, zone) / DAY);

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

  function minuteOf(text) {
    const [hour, minute] = text.split(":").map(Number);
    return hour * 60 + minute;
  }

  /* `2026-09-08,28,35`: the first day, and after how many days each of the next ones follows. */
  function listed(text) {
    const days = [];
    for (const part of text.split(",")) days.push(days.length ? days.at(-1) + Number(part) : dayOf(part));
    return days;
  }

  function readRule(found) {
    const days = found.FREQ === "LIST" ? (found.DAYS ? listed(found.DAYS) : []) : null;
    const end = days && days.length < LISTED ? days.at(-1) ?? -Infinity : Infinity;
    return {
      frequency: found.FREQ,
      interval: Number(found.INTERVAL ?? 1),
      weekdays: found.BYDAY?.split(",") ?? [],
      dates: found.BYMONTHDAY?.split(",").map(Number) ?? [],
      days,
      first: found.DTSTART ? dayOf(found.DTSTART) : -Infinity,
      last: found.UNTIL ? dayOf(found.UNTIL) : end,
      except: new Set(found.EXDATE?.split(",").map(dayOf)),
      at: found.AT && found.TZID ? minuteOf(found.AT) : null,
      minutes: Number(found.MINUTES ?? 0),
      zone: found.TZID ?? here,
      inPerson: found.PLACE === "HERE",
      moved: new Map(),
      extra: [],
    };
  }

  /* Days besides the rule, each with its own hour or the usual one. */
  function extras(text, usual, zone) {
    return text.split(",").map((part) => {
      const [day, time] = part.split("T");
      return { day: dayOf(day), at: time && zone ? minuteOf(time) : usual };
    });
  }

  function known(rule) {
    try {
      return clockOf(rule.zone);
    } catch {
      return undefined;
    }
  }

  /* The rules of times that take turns, without those in zones that this browser does not know. */
  function readRules(text) {
    const parts = decodeURIComponent(text).split("|");
    const written = parts.map((part) => Object.fromEntries(part.split(";").map((pair) => pair.split("="))));
    const moved = (written.find((found) => found.MOVED)?.MOVED.split(",") ?? []).map((pair) => pair.split("/").map(dayOf));
    return written.map((found) => {
      const rule = readRule(found);
      rule.moved = new Map(moved);
      if (found.RDATE) rule.extra = extras(found.RDATE, rule.at, found.TZID);
      return rule;
    }).filter(known);
  }

  function fitsWeek(rule, day) {
    const weeks = (day - weekdayOf(day) - (rule.first - weekdayOf(rule.first))) / 7;
    return rule.weekdays.includes(WEEKDAYS[weekdayOf(day)]) && (rule.interval === 1 || weeks % rule.interval === 0);
  }

  function fitsMonth(rule, day) {
    const { year, month, date, length } = dateOf(day);
    if (rule.interval > 1) {
      const first = dateOf(rule.first);
      if (((year - first.year) * 12 + month - first.month) % rule.interval) return false;
    }
    const name = WEEKDAYS[weekdayOf(day)];
    const last = date + 7 > length && rule.weekdays.includes(`-1${name}`);
    return last || rule.weekdays.includes(Math.ceil(date / 7) + name) || rule.dates.includes(date);
  }

  /* Whether a rule has that day, before anything was moved or left out. */
  function falls(rule, day) {
    if (!rule.frequency || day < rule.first || day > rule.last) return false;
    if (rule.days) return rule.days.includes(day);
    if (rule.frequency === "WEEKLY") return fitsWeek(rule, day);
    return rule.frequency === "DAILY" || fitsMonth(rule, day);
  }

  function* daysOf(rule, start) {
    if (rule.days) {
      yield* rule.days.filter((day) => day >= start && day <= rule.last);
      return;
    }
    const first = Math.max(start, rule.first);
    for (let day = first; day <= Math.min(first + FAR, rule.last); day += 1) if (falls(rule, day)) yield day;
  }

  /* One time: its day, its first and last instant, and what is special about it. */
  function timeOf(rule, day, special = {}) {
    const start = instantOf(day, rule.at ?? 0, rule.zone);
    return { rule, day, start, end: start + rule.minutes * MINUTE, whole: rule.at === null, ...special };
  }

  const over = (time, now) => (time.whole ? time.day < today(time.rule.zone, now) : time.end < now);

  /* The times that are not over, in order: so many at most, and none after the day `end`. */
  function coming(rules, now, { count = Infinity, end = Infinity } = {}) {
    const found = new Map();
    const add = (time) => {
      if (time.day > end || over(time, now)) return 0;
      found.set(`${time.day} ${time.rule.at} ${time.rule.zone}`, time);
      return 1;
    };
    for (const rule of rules) {
      let left = count;
      for (const day of daysOf(rule, today(rule.zone, now) - 2)) {
        if (!left || day > end) break;
        if (!rule.except.has(day) && !rule.moved.has(day)) left -= add(timeOf(rule, day));
      }
    }
    for (const rule of rules) {
      for (const [old, day] of rule.moved) if (falls(rule, old)) add(timeOf(rule, day, { old }));
    }
    for (const rule of rules) {
      for (const { day, at } of rule.extra) add(timeOf({ ...rule, at }, day, { extra: rule.days?.length !== 0 }));
    }
    return [...found.values()].sort((one, other) => one.start - other.start).slice(0, count);
  }

  /* Whether the last day of all has passed. */
  const ended = (rules, now) => rules.length > 0 && rules.every((rule) => today(rule.zone, now) > rule.last) && !coming(rules, now).length;

  globalThis.hearthbook.times = { DAY, coming, dateOf, dayOf, ended, here, instantOf, offset, readRules, shown, today };
})();
