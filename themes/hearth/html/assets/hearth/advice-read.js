/*
 * A community as the rules see it, from the data as it stands in its file: short forms written
 * out, texts without blanks around them, empty ones left out (ingest/expand.py, ingest/when.py).
 * `hearthAdviceRead(data, facts, words)` never throws: what it cannot read, nobody said.
 */
(() => {
  "use strict";

  const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const isScalar = (value) => ["string", "number", "boolean"].includes(typeof value);
  const table = (pairs) => Object.assign(Object.create(null), Object.fromEntries(pairs));

  function reader(facts, words) {
    const { shapes } = facts.rules;
    const { mistaken, when: times } = facts.rules.words;
    const { strip, split, full, search, here } = words;

    /* A single value; null where there is none. */
    function value(given, otherwise = null) {
      const text = typeof given === "string" ? strip(given) : given;
      return isScalar(text) && text !== "" ? text : otherwise;
    }

    function section(given, name) {
      const written = long(given, name);
      if (!isGroup(written)) return null;
      const shape = shapes[name];
      const found = table(Object.entries(shape.keys).map(([key, each]) => [key, one(written[key], each)]));
      const named = (shape.id_from ?? []).map((key) => found[key]).find((each) => typeof each === "string");
      if (shape.id_from && !found.id && named) found.id = words.wordsToId(named);
      if (name === "When") found.day = found.day.map(dayOf);
      return found;
    }

    function one(given, shape) {
      if (shape.kind === "value") return value(given, shape.otherwise);
      if (shape.kind === "values") return values(given, shape);
      if (shape.kind === "section") return given === undefined || given === null ? null : section(given, shape.model);
      if (shape.kind === "sections") return sections(given, shape);
      const inner = isGroup(given) ? Object.entries(given) : [];
      const read = inner.map(([key, each]) => [strip(key), one(each, shape.inner)]);
      return table(read.filter(([, each]) => each !== null));
    }

    function values(given, { single }) {
      const all = Array.isArray(given) ? given : single ? [given] : [];
      return all.map((each) => value(each)).filter((each) => each !== null);
    }

    /* Entries keep their places, also where one is not written yet. */
    function sections(given, { model, keyed, single }) {
      let all = Array.isArray(given) ? given : single && (isGroup(given) || isScalar(given)) ? [given] : [];
      if (keyed && isGroup(given)) all = Object.entries(given).map(([key, each]) => unkeyed(key, each, keyed));
      return all.map((each) => section(each ?? {}, model) ?? section({}, model));
    }

    function unkeyed(key, given, [name, rest]) {
      if (isGroup(given)) return { [name]: key, ...given };
      return given === null || given === undefined ? { [name]: key } : { [name]: key, [rest]: given };
    }

    /* A section that was written as a single value. */
    function long(given, name) {
      if (!isScalar(given)) return given;
      if (name === "When") return readWhen(String(given));
      const { short } = shapes[name];
      if (!short) return null;
      const halves = short.then ? nameAndAddress(String(given)) : null;
      return halves ? { [short.field]: halves[0], [short.then]: halves[1] } : { [short.field]: given };
    }

    function nameAndAddress(text) {
      const found = words.lengthOf(text) <= mistaken.LONGEST ? full(mistaken.IN_ANGLES, strip(text)) : null;
      if (found) return [found.groups.name.replace(/[ ,]+$/u, ""), found.groups.address];
      const comma = text.lastIndexOf(",");
      return comma < 0 ? null : [text.slice(0, comma), text.slice(comma + 1)];
    }

    const title = (word) => word[0].toUpperCase() + word.slice(1).toLowerCase();

    function dayOf(day) {
      if (typeof day !== "string") return day;
      const [weekday, ordinal] = day.split(" ").reverse();
      return ordinal ? `${ordinal.toLowerCase()} ${title(weekday)}` : title(weekday);
    }

    /* The keys of a time in words; none where it cannot be read, which is another's to tell. */
    function readWhen(text) {
      const line = split(text).join(" ").replace(/\.+$/u, "");
      const begin = search(times.DETAIL, line)?.index ?? line.length;
      const found = times.PATTERNS.map((each) => full(each, line.slice(0, begin))).find(Boolean);
      const more = found ? details(line.slice(begin)) : null;
      return more ? { ...rhythm(found.groups), ...more } : {};
    }

    const named = (names, text) => text.match(new RegExp(names, "giu")) ?? [];

    function rhythm({ of, date, rhythm: given, weeks, days }) {
      if (of) {
        const ordinals = named(times.ORDINAL, of.slice(0, of.lastIndexOf(" ")));
        return { every: "month", day: ordinals.map((each) => `${each} ${words.last(of, " ")}`) };
      }
      if (date) return { every: "month", day: [Number(date)] };
      const number = (weeks ?? "2").toLowerCase();
      return { every: given ? `${times.NUMBERS[number] ?? number} weeks` : "week", day: named(times.WEEKDAY, days) };
    }

    /* Time, zone and length; null when anything else is there. */
    function details(text) {
      const read = {};
      for (let at = 0; at < text.length;) {
        const match = here(times.DETAIL, text, at);
        const found = Object.entries(match?.groups ?? {}).filter(([, said]) => said);
        if (!match || found.some(([key]) => key in read)) return null;
        Object.assign(read, Object.fromEntries(found));
        at += match[0].length;
      }
      const { count, unit, ...others } = read;
      const minutes = Number(count) * (unit?.toLowerCase().startsWith("hour") ? 60 : 1);
      return count ? { ...others, minutes } : others;
    }

    return section;
  }

  /* The last day of what was given up, and the archive's own zone where an hour has none. */
  function ritual(given, zone, blank) {
    const hours = [given.when, ...(given.when?.alternate ?? []), ...(given.when?.also ?? [])];
    const timed = hours.some((each) => each?.at);
    const when = timed && !given.when.zone && zone ? { ...given.when, zone } : given.when;
    const on = given.retired?.on;
    if (!on) return { ...given, when };
    const until = when?.until && when.until < on ? when.until : on;
    return { ...given, when: { ...(when ?? blank), until } };
  }

  globalThis.hearthAdviceRead = (data, facts, words) => {
    const { whole, shapes } = facts.rules;
    const section = reader(facts, words);
    const read = section(isGroup(data) ? data : {}, whole);
    const { model } = shapes[whole].keys.promise;
    const rituals = read.rituals.map((each) => ritual(each, facts.zone, section({}, "When")));
    const language = typeof read.language === "string" ? read.language : facts.language ?? "en";
    const said = { ...read, rituals, language };
    return { said, community: { ...said, promise: said.promise ?? { ...section({}, model), outcome: "" } } };
  };
})();
