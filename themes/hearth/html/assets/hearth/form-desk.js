/*
 * A community's file while somebody works on it. A desk holds it; `data` is what it says, with every
 * section written out, `set` puts a value at a pointer (null takes it away), `text` is the file.
 *
 * A new file is a draft, written as the command line writes it. Of a file that was there, whatever
 * section nobody touched keeps its very bytes; the others keep their comments.
 */
import "./draft.js";

const WORDED = new Set(["When", "Slot"]);

export const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
export const isScalar = (value) => ["string", "number", "boolean"].includes(typeof value);
const mapped = (group, change) => Object.fromEntries(Object.entries(group).map(([key, each]) => [key, change(each, key)]));
export const keysOf = (pointer) => pointer.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
export const pointerOf = (key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
export const at = (data, pointer) => keysOf(pointer).reduce((value, key) => value?.[key], data);

/* "Ada, ada@example.org" -> the two halves; an address may stand in angle brackets too. */
function halves(text, { field, then }) {
  const angles = /^(?<who>[^<>]+?)[ ,]*<(?<reach>[^<>]+)>$/u.exec(text.trim());
  if (angles) return { [field]: angles.groups.who, [then]: angles.groups.reach };
  const comma = text.lastIndexOf(",");
  return comma < 0 ? { [field]: text } : { [field]: text.slice(0, comma).trim(), [then]: text.slice(comma + 1).trim() };
}

/* A section as a mapping, also where it was written short; a time in words stays in words. */
export function section(given, name, shapes) {
  if (WORDED.has(name) && isScalar(given)) return given;
  const { short, keys } = shapes[name];
  const group = isScalar(given) && short ? (short.then ? halves(String(given), short) : { [short.field]: given }) : given;
  return isGroup(group) ? mapped(group, (each, key) => (keys[key] ? long(each, keys[key], shapes) : each)) : {};
}

export function long(given, shape, shapes) {
  if (given === null || given === undefined) return given;
  if (shape.kind === "section") return section(given, shape.model, shapes);
  if (shape.kind === "values") return Array.isArray(given) ? given : [given];
  if (shape.kind === "sections") return listed(given, shape).map((each) => section(each ?? {}, shape.model, shapes));
  if (shape.kind === "table" && isGroup(given)) return mapped(given, (each) => long(each, shape.inner, shapes));
  return given;
}

/* A list of mappings, also where its entries stand under their names, or one stands alone. */
function listed(given, { keyed }) {
  if (Array.isArray(given)) return given;
  if (!keyed || !isGroup(given)) return [given];
  const [name, rest] = keyed;
  return Object.entries(given).map(([key, each]) =>
    isGroup(each) ? { [name]: key, ...each } : { [name]: key, ...(each === null ? {} : { [rest]: each }) });
}

/* The whole file with every section written out. */
export const whole = (data, { shapes, whole: name }) => section(isGroup(data) ? data : {}, name, shapes);

/* The draft of a part without what stands at some keys; null where nothing is left. Entries keep their places. */
function without(part, [key, ...rest]) {
  if (Array.isArray(part?.items)) {
    const place = Number(key);
    const fewer = (each) => ({ ...each, value: without(each.value, rest) ?? { entries: [] } });
    const items = rest.length
      ? part.items.map((each, number) => (number === place ? fewer(each) : each))
      : part.items.filter((_, number) => number !== place);
    return items.length ? { ...part, items } : null;
  }
  const entries = (part?.entries ?? []).flatMap((each) => {
    if (each.key !== key || each.value === undefined) return [each];
    const value = rest.length ? without(each.value, rest) : null;
    return value === null ? [] : [{ ...each, value }];
  });
  return entries.length ? { ...part, entries } : null;
}

/* A part that asks for what it said at some keys: the notes on it, and its place, are kept. */
export function emptied(part, [key, ...rest]) {
  const open = (each) => (rest.length ? { ...each, value: emptied(each.value, rest) } : { key, note: each.note, off: [] });
  if (part.items) return { ...part, items: part.items.map((each, place) => (place === Number(key) ? open(each) : each)) };
  if (!part.entries) return part;
  return { ...part, entries: part.entries.map((each) => (each.key === key && each.value !== undefined ? open(each) : each)) };
}

/* A part in which the list at some keys has other entries. */
function arranged(part, [key, ...rest], change) {
  if (key === undefined) return { ...part, items: change(part.items) };
  const same = (each, name) => (Array.isArray(part.items) ? name === Number(key) : each.key === key);
  const inner = (each, name) => (same(each, name) ? { ...each, value: arranged(each.value, rest, change) } : each);
  return part.items ? { ...part, items: part.items.map(inner) } : { ...part, entries: part.entries.map(inner) };
}

/* Entries that say nothing yet are no part of the file, and neither are notes on them. */
function said(part) {
  const inner = (each) => (isGroup(each.value) ? { ...each, value: said(each.value) } : each);
  if (Array.isArray(part.items)) return { ...part, items: part.items.filter((each) => each.value?.entries?.length !== 0).map(inner) };
  if (!Array.isArray(part.entries)) return part;
  const isOpen = ({ value, off }) => (value === undefined ? !off.length : value === "" || value?.items?.length === 0);
  return { ...part, entries: part.entries.map(inner).filter((each) => !isOpen(each)) };
}

/* The first place on the way to a pointer that a list has not got yet; null where there is none. */
function gap(data, pointer) {
  const keys = keysOf(pointer);
  const found = keys.findIndex((key, place) => {
    const list = keys.slice(0, place).reduce((value, each) => value?.[each], data);
    return Array.isArray(list) && Number(key) >= list.length;
  });
  return found < 0 ? null : keys.slice(0, found);
}

/* A desk for a new file. */
export function newDesk(given, { models, rules }) {
  let { draft } = given;
  const plain = () => globalThis.hearthDraft.plain(draft);
  const put = (pointer, value) => { draft = globalThis.hearthDraft.withValue(draft, pointer, value, models); };
  const arrange = (keys, change) => { draft = { ...draft, body: arranged(draft.body, keys, change) }; };
  const grow = (keys) => arrange(keys, (items) => [...items, { value: { entries: [] } }]);

  return {
    data: () => whole(plain(), rules),
    set(pointer, value) {
      const list = value === null ? null : gap(plain(), pointer);
      if (list) grow(list);
      if (value === null) draft = { ...draft, body: without(draft.body, keysOf(pointer)) ?? { entries: [] } };
      else put(pointer, value);
    },
    add(pointer) {
      if (Array.isArray(at(plain(), pointer))) grow(keysOf(pointer));
      else put(pointer, [{}]);
    },
    move: (pointer, from, to) => arrange(keysOf(pointer), (items) => moved(items, from, to)),
    text: () => globalThis.hearthDraft.textOf({ ...draft, body: said(draft.body) }),
    state: () => ({ draft }),
    back: (state) => { ({ draft } = state); },
  };
}

export function moved(items, from, to) {
  const others = items.filter((_, place) => place !== from);
  return [...others.slice(0, to), items[from], ...others.slice(to)];
}
