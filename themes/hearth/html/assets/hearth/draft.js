/*
 * How a community's new file is written: the same bytes as the command line
 * writes (bring/emit.py). A draft is plain data: a file is {head, body}, a
 * mapping {entries}, a list {items}, a number with a point {number}, written as
 * it is to stand; an entry has a key, the lines of its note, and either a value
 * or the lines of an example that is switched off.
 */
(() => {
  "use strict";

  const WIDTH = 100;
  /* White space as Python knows it; that of JavaScript differs in six signs. */
  const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
  const LEADING = new RegExp(`^[${SPACE}]+`, "u");
  const TRAILING = new RegExp(`[${SPACE}]+$`, "u");
  const LETTER = "A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02af\\u0370-\\u1fff\\u2c00-\\ud7ff";
  const PLAIN = new RegExp(
    `^(?:[0-9]{1,4} )?[${LETTER}]` +
    "(?:[^\\x00-\\x1f\\x7f-\\x9f:#\\ufeff\\u2028\\u2029\\ud800-\\udfff]" +
    `|:(?=[^${SPACE}])|(?<=[^${SPACE}])#)*$`, "u");
  const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
  const KEY = /^\$?[a-z_]+$/;
  const WORDS = new Set(["true", "false", "null", "yes", "no", "on", "off", "y", "n"]);
  const TYPOGRAPHIC = /[\u201c\u201d\u201e]/;
  const UNSEEN = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;
  const BLOCK = /^[^\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff\u2028\u2029\ud800-\udfff]*$/u;

  const trimEnd = (text) => text.replace(TRAILING, "");
  const trimStart = (text) => text.replace(LEADING, "");
  const withoutLast = (text) => (text.endsWith("\n") ? text.slice(0, -1) : text);
  /* Signs, not halves of them. */
  const lengthOf = (text) => [...text].length;
  const isGroup = (value) => Array.isArray(value?.entries);
  const isItems = (value) => Array.isArray(value?.items);
  const isOff = (entry) => entry.value === undefined || entry.value === null;

  /* Keys in the draft's order, each below its note; short lines together, others apart. */
  function textOf({ head = [], body }) {
    const parts = body.entries.map((each) => entry(each, 0));
    if (head.length) parts.unshift(comment(head, 0));
    const text = parts.map((part, at) => {
      const before = parts[at - 1];
      const together = before?.length === 1 && part.length === 1 && !before[0].startsWith("#");
      return (before ? (together ? "\n" : "\n\n") : "") + part.join("\n");
    });
    return `${text.join("")}\n`;
  }

  const comment = (lines, column) => (lines ?? []).map((line) => " ".repeat(column) + trimEnd(`# ${line}`));

  function entry(each, column) {
    const note = comment(each.note, column);
    if (isOff(each)) return [...note, ...comment(each.off, column)];
    return [...note, ...led(`${" ".repeat(column)}${keyOf(each.key)}:`, each.value, column)];
  }

  const keyOf = (key) => (KEY.test(key) && !WORDS.has(key) ? key : inline(key));

  function led(lead, value, column) {
    if (isGroup(value)) return group(lead, value, column + 2);
    if (!isItems(value)) return scalar(lead, value, column + 2);
    if (!value.items.length) return [`${lead} []`];
    return [lead, ...value.items.flatMap((each) => item(each, column + 2))];
  }

  function group(lead, { entries }, column) {
    if (!entries.length) return [`${lead} {}`];
    return [lead, ...entries.flatMap((each) => entry(each, column))];
  }

  /* An entry of a list: its first line behind the dash, where no comment can stand. */
  function item({ value, note }, column) {
    const dash = `${" ".repeat(column)}-`;
    return [...comment(note, column), ...dashed(dash, value, column)];
  }

  function dashed(dash, value, column) {
    if (!isGroup(value) || !value.entries.length) return led(dash, value, column);
    const [first, ...more] = value.entries;
    if (first.note?.length || isOff(first)) return group(dash, value, column + 2);
    const lines = led(`${dash} ${keyOf(first.key)}:`, first.value, column + 2);
    return [...lines, ...more.flatMap((each) => entry(each, column + 2))];
  }

  function scalar(lead, value, column) {
    if (typeof value !== "string") return [`${lead} ${value.number ?? JSON.stringify(value)}`];
    const line = `${lead} ${inline(value)}`;
    const sign = value.includes("\n") ? kept(value) : "";
    const margin = " ".repeat(column);
    if (sign) return [`${lead} ${sign}`, ...withoutLast(value).split("\n").map((each) => each && margin + each)];
    if (lengthOf(line) > WIDTH && foldable(value)) return [`${lead} >-`, ...folded(value, column)];
    return [line];
  }

  /* A text on one line: as it is, or in quotes. */
  function inline(text) {
    const loose = text !== trimEnd(trimStart(text)) || WORDS.has(text.toLowerCase());
    if ((PLAIN.test(text) && !loose && !TYPOGRAPHIC.test(text)) || DATE.test(text)) return text;
    return JSON.stringify(text).replace(UNSEEN, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
  }

  /* The sign for a text whose line ends are kept; empty where only quotes can hold it. */
  function kept(text) {
    const body = withoutLast(text);
    const lines = body.split("\n");
    const first = lines[0];
    const loose = !first || !lines[lines.length - 1] || first !== trimStart(first) ||
      lines.some((line) => line !== trimEnd(line));
    if (loose || !BLOCK.test(body.replaceAll("\n", " "))) return "";
    return text.endsWith("\n") ? "|" : "|-";
  }

  function foldable(text) {
    const words = text.split(" ");
    return words.length > 1 && words.every(Boolean) && !text.includes("\n") && BLOCK.test(text);
  }

  /* A long text, wrapped at its spaces. */
  function folded(text, column) {
    const lines = [""];
    for (const word of text.split(" ")) {
      const line = lines[lines.length - 1];
      if (!line) lines[lines.length - 1] = word;
      else if (column + lengthOf(line) + 1 + lengthOf(word) > WIDTH) lines.push(word);
      else lines[lines.length - 1] = `${line} ${word}`;
    }
    return lines.map((line) => " ".repeat(column) + line);
  }

  /* What a draft says, without notes and without what is switched off. */
  function plain(value) {
    if (isGroup(value)) {
      return Object.fromEntries(value.entries.filter((each) => !isOff(each)).map((each) => [each.key, plain(each.value)]));
    }
    if (isItems(value)) return value.items.map((each) => plain(each.value));
    return value.number === undefined ? value : Number(value.number);
  }

  /*
   * The draft with another value at a pointer, or with none (null), as with_value in bring/draft.py
   * has it. `models` says of each mapping in which order its keys stand, what is below them, and
   * which key a single value stands for; `whole` names the model of the file.
   */
  function withValue(draft, pointer, value, { models, whole }) {
    const keys = pointer.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
    return { ...draft, body: set(draft.body, keys, value, whole, models) };
  }

  function set(there, [key, ...rest], value, name, models) {
    const { entries } = there;
    const old = entries.find((each) => each.key === key);
    if (value === null && (!old || isOff(old))) return there;
    const below = models[name]?.below[key];
    const next = fresh(old && !isOff(old) ? old.value : null, rest, value, below, models);
    if (next === null) return { entries: entries.filter((each) => each.key !== key) };
    if (!old) return put(entries, { key, value: next }, models[name]?.order ?? []);
    const own = old.note ? { key, note: old.note, value: next } : { key, value: next };
    return { entries: entries.map((each) => (each.key === key ? own : each)) };
  }

  /* What a key holds once the value below it is another; null where nothing is left. */
  function fresh(old, rest, value, name, models) {
    if (!rest.length) return value === null ? null : made(value);
    if (isItems(old) && /^[0-9]+$/.test(rest[0]) && Number(rest[0]) < old.items.length) {
      return inList(old.items, rest, value, name, models);
    }
    const inner = set(long(old, models[name]), rest, value, name, models);
    return inner.entries.length ? inner : null;
  }

  function inList(items, [at, ...rest], value, name, models) {
    const next = fresh(items[at].value, rest, value, name, models);
    const changed = next === null ? [] : [{ ...items[at], value: next }];
    const all = [...items.slice(0, at), ...changed, ...items.slice(Number(at) + 1)];
    return all.length ? { items: all } : null;
  }

  /* A section as a mapping, also where it was written short, as in `boundary: 50`. */
  function long(old, model) {
    if (isGroup(old)) return old;
    const short = model?.short && old !== null && !isItems(old);
    return { entries: short ? [{ key: model.short, value: old }] : [] };
  }

  /* One more entry, before the first that the model has after it. */
  function put(entries, entry, order) {
    const rank = (key) => (order.includes(key) ? order.indexOf(key) : order.length);
    const at = entries.findIndex((each) => rank(each.key) > rank(entry.key));
    const place = at < 0 ? entries.length : at;
    return { entries: [...entries.slice(0, place), entry, ...entries.slice(place)] };
  }

  /* Plain data as a part of a draft. */
  function made(value) {
    if (Array.isArray(value)) return { items: value.map((each) => ({ value: made(each) })) };
    if (value === null || typeof value !== "object") return value;
    return { entries: Object.entries(value).map(([key, each]) => ({ key, value: made(each) })) };
  }

  window.hearthDraft = { textOf, withValue, plain: (draft) => plain(draft.body) };
})();
