/*
 * What the rules in the browser need to read texts as Python does: signs and not halves of them,
 * Python's white space, small letters, lengths of time, quotations. `hearthAdviceWords(facts)` gives
 * these tools, with the patterns and lists that lint/advised.py took from the rules themselves.
 */
(() => {
  "use strict";

  const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
  const BLANKS = new RegExp(`[${SPACE}]+`, "gu");
  const EDGES = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "gu");
  const LINES = /\r\n|[\n-\r\x1c-\x1e\x85\u2028\u2029]/u;
  const LETTER = "\\p{L}\\p{N}_";
  /* Where a line may be parted, as in textwrap of Python: at blanks, and behind a hyphen in a word. */
  const CHUNK = new RegExp(
    `([${SPACE}]+|(?<=[${LETTER}!"'&.,?])-{2,}(?=[${LETTER}])|[^${SPACE}]+?(?:-(?:(?<=[\\p{L}_]{2}-)|(?<=[\\p{L}_]-[\\p{L}_]-))` +
    `(?=[\\p{L}_]-?[\\p{L}_])|(?=[${SPACE}]|$)|(?<=[${LETTER}!"'&.,?])(?=-{2,}[${LETTER}])))`, "u");
  const DAY_MS = 86_400_000;

  const lengthOf = (text) => [...text].length;
  const cut = (text, most) => [...(text ?? "")].slice(0, most).join("");
  const fold = (text) => text.toLowerCase().replaceAll("\u00df", "ss").replaceAll("\u03c2", "\u03c3");
  const strip = (text) => text.replace(EDGES, "");
  const split = (text) => strip(text).split(BLANKS).filter(Boolean);
  const escape = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
  const withoutMarks = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "");
  const pointer = (...keys) => keys.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  const before = (text, sign) => text.split(sign, 1)[0];
  const last = (text, sign) => text.slice(text.lastIndexOf(sign) + 1);
  const without = (text, end) => (end && text.endsWith(end) ? text.slice(0, -end.length) : text);
  const both = (parts, word) => (parts.length > 1 ? `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}` : parts.join(""));
  /* The words of an id, as in ingest/slugs.py; empty where there is no letter and no digit. */
  function wordsToId(text) {
    const bare = withoutMarks(fold(text));
    const kept = /^[\x00-\x7f]*$/u.test(bare) ? bare : fold(text).normalize("NFC");
    let found = "";
    for (const part of kept.replace(/['\u2019]/gu, "").match(/[\p{L}\p{N}]+/gu) ?? []) {
      const longer = found ? `${found}-${part}` : cut(part, 60);
      if (lengthOf(longer) > 60) break;
      found = longer;
    }
    return found;
  }

  /* A text in one line of some width, cut between words, as textwrap.shorten has it. */
  function shorten(given, width) {
    const text = split(given ?? "").join(" ");
    if (lengthOf(text) <= width) return text;
    const chunks = text.split(CHUNK).filter(Boolean);
    const line = [];
    const room = () => width - lengthOf(line.join(""));
    while (chunks.length && lengthOf(chunks[0]) <= room()) line.push(chunks.shift());
    if (lengthOf(chunks[0]) > width) line.push(broken(chunks[0], room()));
    if (line.length && !strip(line.at(-1))) line.pop();
    while (line.length && (!strip(line.at(-1)) || room() < 3)) line.pop();
    return `${line.join("")}...`;
  }

  /* The beginning of a word that fits nowhere: up to a hyphen, if one is there. */
  function broken(word, room) {
    const start = cut(word, Math.max(room, 1));
    const hyphen = lengthOf(word) > room ? start.lastIndexOf("-") : -1;
    return hyphen > 0 && /[^-]/u.test(start.slice(0, hyphen)) ? start.slice(0, hyphen + 1) : start;
  }

  /* A number as `:g` writes it in Python: six digits at most. */
  function general(number) {
    const [mantissa, power] = number.toExponential(5).split("e");
    if (number === 0 || (Number(power) >= -4 && Number(power) < 6)) return String(Number(number.toPrecision(6)));
    const digits = power.slice(1).padStart(2, "0");
    return `${String(Number(mantissa))}e${power[0] === "-" ? "-" : "+"}${digits}`;
  }

  function dayNumber(day) {
    const [year, month, date] = day.split("-").map(Number);
    return new Date(0).setUTCFullYear(year, month - 1, date) / DAY_MS;
  }

  /* The day of a number; empty beyond the calendar. */
  function dayOf(number) {
    const day = new Date(number * DAY_MS);
    const year = day.getUTCFullYear();
    if (!(year >= 1 && year <= 9999)) return "";
    return `${String(year).padStart(4, "0")}-${day.toISOString().slice(-19, -14)}`;
  }

  const plusDays = (day, count) => dayOf(dayNumber(day) + count);
  /* From Monday, 0. */
  const weekday = (day) => (((dayNumber(day) + 3) % 7) + 7) % 7;

  const compiled = new WeakMap();

  /* A pattern that lint/portable.py wrote, for one of the ways to use it. */
  function made(pattern, way) {
    if (!compiled.has(pattern)) compiled.set(pattern, {});
    const ways = compiled.get(pattern);
    const { source, flags } = pattern;
    const sources = { full: `^(?:${source})$`, start: `^(?:${source})` };
    ways[way] ??= new RegExp(sources[way] ?? source, flags + ({ all: "g", here: "y" }[way] ?? ""));
    return ways[way];
  }

  const search = (pattern, text) => made(pattern, "any").exec(text ?? "");
  const start = (pattern, text) => made(pattern, "start").exec(text ?? "");
  const full = (pattern, text) => made(pattern, "full").exec(text ?? "");
  const all = (pattern, text) => [...(text ?? "").matchAll(made(pattern, "all"))];
  const replaced = (pattern, text, by) => text.replace(made(pattern, "all"), by);
  const parted = (pattern, text) => text.split(made(pattern, "any"));

  function here(pattern, text, at) {
    const expression = made(pattern, "here");
    expression.lastIndex = at;
    return expression.exec(text);
  }

  const blank = (found) => found.replace(/[^\n]/gu, " ");

  function textTools({ texts: known }) {
    const small = new Set(known.SMALL);
    const denials = new Set(known.DENIALS);
    const words = (text) => (text ? all(known.WORD, text).map(([word]) => word) : []);
    const withoutCode = (text) => replaced(known.CODE, replaced(known.FENCED, text, blank), blank);

    function spoken(text) {
      const linked = replaced(known.LINK, withoutCode(text ?? ""), "$1");
      return replaced(known.MARKS, replaced(known.BARE, linked, " "), " ");
    }

    function plain(word) {
      if (denials.has(word) || /n['\u2019]t$/u.test(word)) return known.NOT;
      return without(word, "s");
    }

    /* The words that say what a text is about. */
    function gist(text) {
      return new Set(words(spoken(text)).map(fold).filter((word) => !small.has(word)).map(plain));
    }

    function likeness(one, other) {
      if (!one.size || !other.size || one.has(known.NOT) !== other.has(known.NOT)) return 0;
      const shared = [...one].filter((word) => other.has(word)).length;
      return shared / (one.size + other.size - shared);
    }

    function unseen(outcome) {
      const found = start(known.UNSEEN, (outcome ?? "").replace(/^[ .]+|[ .]+$/gu, ""));
      return found ? found.groups.en ?? found.groups.de ?? "" : "";
    }
    return { words, withoutCode, spoken, gist, likeness, unseen };
  }

  /* A founder's words as a message quotes them. */
  function quoted(text, most = 40) {
    const line = split((text ?? "").replaceAll("\u0060", "'")).join(" ");
    if (lengthOf(line) <= most) return `\`${line}\``;
    const begun = cut(line, most);
    const whole = begun.slice(0, Math.max(begun.lastIndexOf(" "), 0));
    const kept = lengthOf(whole) * 2 >= most - 1 ? whole : cut(line, most - 1);
    return `\`${kept.replace(/[ ,;:]+$/u, "")}\u2026\``;
  }

  function listed(names, most = 3) {
    const shown = names.slice(0, most).map((name) => quoted(name));
    if (names.length > most) shown.push(`${names.length - most} more`);
    return both(shown, "and");
  }

  /* Whether a price is more than nothing: it has a digit other than nought. */
  function namesASum(price) {
    return [...(price ?? "")].some((sign) => /\p{Nd}/u.test(sign) && Number(sign.normalize("NFKC")) !== 0 &&
      (sign < "\u0080" || /\p{Nd}/u.test(String.fromCodePoint(sign.codePointAt(0) - 1))));
  }

  /* The day that is so much later: `six months`, `2 Jahre`; empty where the words are no such length. */
  function spanTools({ spans: known }) {
    return function after(day, span) {
      if (!day || !span) return "";
      const words = split(fold(span).replace(/^[ .]+|[ .]+$/gu, "")).join(" ");
      const found = full(known.SPAN, known.RHYTHMS[words] ?? words);
      if (!found) return "";
      const written = found.groups.number ?? "one";
      const [part, whole] = known.NUMBERS[written] ?? [Number(written), 1];
      const [, size] = Object.entries(known.UNITS).find(([names]) => new RegExp(`^(?:${names})$`, "u").test(found.groups.unit));
      return later(day, (part * size[0]) / whole, (part * size[1]) / whole);
    };
  }

  function later(day, months, days) {
    if (!Number.isInteger(months) || !Number.isInteger(days) || !(months + days)) return "";
    const [year, month, date] = day.split("-").map(Number);
    const number = year * 12 + month - 1 + months;
    const [then, next] = [Math.floor(number / 12), number % 12];
    if (then > 9999) return "";
    const longest = new Date(new Date(0).setUTCFullYear(then, next + 1, 0)).getUTCDate();
    return dayOf(new Date(0).setUTCFullYear(then, next, Math.min(date, longest)) / DAY_MS + days);
  }

  /* The first placeholder in a text; empty where there is none. */
  function placeholderTools({ placeholders: known }, withoutCode) {
    const signs = (text) => known.SIGNS.some((sign) => fold(text).includes(sign)) ||
      search(known.HINTS, text) || search(known.BRACKETS, text);
    return function placeholder(text, language) {
      if (!signs(text)) return "";
      const bare = replaced(known.ADDRESS, withoutCode(text), blank);
      const english = language === "en";
      const where = [known.LATIN, known.TEMPLATE, known.MARKS, known.LATER, known.INSERT, known.FIGURE].map((each) => [each, bare]);
      where.push([known.BRACKETS, replaced(known.QUOTED, withoutCode(text), blank)], ...(english ? [[known.ENGLISH, bare]] : []));
      for (const [pattern, said] of where) {
        const found = all(pattern, said).find(([word]) => word !== "TODO" || !known.ALL.includes(language));
        if (found) return found[0];
      }
      if (full(known.WHOLE, strip(bare))) return strip(bare);
      const alone = english ? [known.ALONE, known.TBC] : [known.ALONE];
      return bare.split(LINES).map(strip).find((line) => alone.some((each) => full(each, line))) ?? "";
    };
  }

  const BOUNDARY = `(?:(?<=[${LETTER}])(?![${LETTER}])|(?<![${LETTER}])(?=[${LETTER}]))`;

  globalThis.hearthAdviceWords = (facts) => {
    const tools = textTools(facts.words);
    return {
      ...tools,
      after: spanTools(facts.words),
      placeholder: placeholderTools(facts.words, tools.withoutCode),
      lengthOf, cut, fold, strip, split, escape, withoutMarks, pointer, before, last, without, both, wordsToId, shorten,
      general, dayNumber, dayOf, plusDays, weekday, search, start, full, all, replaced, parted, here, quoted, listed,
      namesASum, BOUNDARY, LETTER,
    };
  };
})();
