/*
 * A desk for a file that was there. It is read and written by the `yaml` library. Each key at the
 * file's margin with all below it is a part; a part that nobody touched keeps its very bytes, and
 * one that was touched keeps its comments.
 */
import { Document, isMap, isScalar, isSeq, parseDocument } from "../vendor/yaml.js";
import { keysOf, long, moved, section, whole } from "./form-desk.js";

const MARGIN = /^(?:#.*)?$/; /* a line that belongs to what comes below it */
const DENSE = /^( *)[^\s#-][^\n]*:[ \t]*\n\1- /m; /* a list that stands no further in than its key */
const AIRY = /[[{] \S/; /* brackets with a blank inside */
const WIDTH = 100;
const NARROW = 60;

/* An error that a reader can do something about; `key` names what is said. */
const trouble = (say, key, values) => Object.assign(new Error(key), { said: say(key, values) });

function isLinked(node) {
  if (isMap(node)) return Boolean(node.anchor) || node.items.some((pair) => isLinked(pair.key) || (pair.value && isLinked(pair.value)));
  if (isSeq(node)) return Boolean(node.anchor) || node.items.some(isLinked);
  return !isScalar(node) || Boolean(node.anchor);
}

function read(text, say) {
  const doc = parseDocument(text);
  const [error] = doc.errors;
  if (error) {
    const [{ line, col }] = error.linePos;
    throw trouble(say, "spoiled", { line: String(line), column: String(col), problem: error.message.replace(/ at line [^]*$/, "") });
  }
  if (!isMap(doc.contents)) throw trouble(say, "strange");
  if (isLinked(doc.contents)) throw trouble(say, "linked");
  return doc;
}

/* Where a part begins, with the notes and empty lines right above its key. */
function beginning(text, offset) {
  let start = text.lastIndexOf("\n", offset - 1) + 1;
  while (start > 0) {
    const above = text.lastIndexOf("\n", start - 2) + 1;
    if (!MARGIN.test(text.slice(above, start - 1).trimEnd())) break;
    start = above;
  }
  return start;
}

/* Key -> { lead, text }: the lines above it, and its own; `tail` is what comes after the last. */
function partsOf(text, doc) {
  const end = beginning(text, text.endsWith("\n") ? text.length : text.length + 1);
  const keys = doc.contents.items.map((pair) => pair.key.range[0]);
  const starts = keys.map((offset) => beginning(text, offset));
  const parts = new Map(doc.contents.items.map((pair, place) => {
    const line = text.lastIndexOf("\n", keys[place] - 1) + 1;
    const next = starts[place + 1] ?? Math.max(end, line);
    return [pair.key.value, { lead: text.slice(starts[place], line), text: text.slice(line, next), inward: keys[place] - line }];
  }));
  return { parts, head: text.slice(0, starts[0] ?? 0), tail: keys.length ? text.slice(Math.max(end, keys.at(-1))) : text };
}

/* Empty entries are no part of the file. */
function prune(node) {
  if (isSeq(node)) {
    node.items = node.items.filter((each) => !(isMap(each) && !each.items.length));
    node.items.forEach(prune);
  } else if (isMap(node)) {
    node.items.forEach((pair) => prune(pair.value));
    node.items = node.items.filter((pair) => !(isSeq(pair.value) && !pair.value.items.length));
  }
}

export function fileDesk(given, { models: { models, whole: root }, rules }, say) {
  const { shapes } = rules;
  const eol = given.text.includes("\r\n") ? "\r\n" : "\n";
  let source = given.text.replaceAll("\r\n", "\n");
  let doc = read(source, say);
  let touched = new Set();

  const node = (value) => doc.createNode(value);

  /* One more key, before the first that the model has after it. */
  function insert(map, key, value, name) {
    const order = models[name]?.order ?? [];
    const rank = (each) => (order.includes(each) ? order.indexOf(each) : order.length);
    const place = map.items.findIndex((pair) => rank(pair.key.value) > rank(key));
    map.items.splice(place < 0 ? map.items.length : place, 0, doc.createPair(key, value));
  }

  /* What stands at a key, as a mapping or a list, whatever short form it had. */
  function straight(map, key, shape, name) {
    const there = map.get(key, true);
    const list = shape.kind === "sections";
    if (there && (list ? isSeq(there) : isMap(there))) return there;
    const value = node(there ? long(there.toJS(doc), shape, shapes) : list ? [] : {});
    if (!there) insert(map, key, value, name);
    else {
      if (list && isMap(there)) value.items.forEach((each, place) => { each.commentBefore = there.items[place]?.key.commentBefore; });
      value.commentBefore = there.commentBefore;
      map.set(key, value);
    }
    return value;
  }

  function entry(list, place, name) {
    const there = list.items[place];
    if (isMap(there)) return there;
    const value = node(there ? section(there.toJS(doc), name, shapes) : {});
    if (there?.commentBefore) value.commentBefore = there.commentBefore;
    list.items[place] = value;
    return value;
  }

  /* The mapping or list that holds what a pointer names, and the model of its mapping. */
  function holder(keys) {
    touched.add(keys[0]);
    let [inside, name, shape] = [doc.contents, root, null];
    for (const key of keys.slice(0, -1)) {
      if (isSeq(inside)) [inside, shape] = [entry(inside, Number(key), name), null];
      else {
        shape = shape?.kind === "table" ? shape.inner : shapes[name].keys[key];
        inside = straight(inside, key, shape, name);
        name = shape.model ?? shape.inner?.model ?? name;
        if (shape.kind !== "table") shape = null;
      }
    }
    return { inside, name };
  }

  function put(inside, key, value, name) {
    const there = isSeq(inside) ? inside.items[key] : inside.get(key, true);
    if (isScalar(there) && typeof value !== "object") there.value = value;
    else if (isSeq(inside)) inside.items[key] = node(value);
    else if (there !== undefined) inside.set(key, node(value));
    else insert(inside, key, node(value), name);
  }

  /* Takes a key away, and the sections above it that are empty then; entries of lists keep their places. */
  function take(keys) {
    const { inside } = holder(keys);
    const key = keys.at(-1);
    if (isSeq(inside)) inside.items.splice(Number(key), 1);
    else inside.delete(key);
    const empty = !inside.items.length && keys.length > 1;
    if (empty && !isSeq(doc.getIn(keys.slice(0, -2), true) ?? null)) take(keys.slice(0, -1));
  }

  /* As wide as its author had it, so that texts break where they did. */
  const widthOf = (old) => (old?.includes(">") ? Math.max(NARROW, ...old.split("\n").map((line) => line.length)) : WIDTH);

  function written(pair, old) {
    const alone = new Document({});
    [pair.key.commentBefore, pair.key.spaceBefore] = [undefined, false];
    alone.contents.items.push(pair);
    return alone.toString({ lineWidth: widthOf(old), indentSeq: !DENSE.test(source), flowCollectionPadding: AIRY.test(source) });
  }

  function text() {
    if (!touched.size) return source;
    const copy = doc.clone();
    copy.contents.items.filter((pair) => touched.has(pair.key.value)).forEach((pair) => prune(pair.value));
    const { parts, head, tail } = partsOf(source, read(source, say));
    if ([...parts.values()].some((part) => part.inward)) return copy.toString({ lineWidth: WIDTH });
    const airy = [...parts.values()].some(({ lead }) => lead.startsWith("\n"));
    const all = copy.contents.items.filter((pair) => !isSeq(pair.value) || pair.value.items.length).map((pair) => {
      const part = parts.get(pair.key.value);
      if (part && !touched.has(pair.key.value)) return part.lead + part.text;
      return (part?.lead ?? (airy ? "\n" : "")) + written(pair, part?.text);
    });
    const joined = all.map((each, place) => (place < all.length - 1 && !each.endsWith("\n") ? `${each}\n` : each));
    return head + joined.join("") + tail;
  }

  return {
    data: () => whole(doc.toJS(), rules),
    set(pointer, value) {
      const keys = keysOf(pointer);
      if (value === null) {
        if (doc.hasIn(keys) || holder(keys).inside.has?.(keys.at(-1))) take(keys);
        return;
      }
      const { inside, name } = holder(keys);
      put(inside, isSeq(inside) ? Number(keys.at(-1)) : keys.at(-1), value, name);
    },
    add(pointer) {
      const { inside, name } = holder([...keysOf(pointer), "0"]);
      entry(inside, inside.items.length, name);
    },
    move(pointer, from, to) {
      const { inside } = holder([...keysOf(pointer), "0"]);
      inside.items = moved(inside.items, from, to);
    },
    text: () => text().replaceAll("\n", eol),
    state: () => ({ text: text().replaceAll("\n", eol), original: given.original }),
    back(state) {
      source = state.text.replaceAll("\r\n", "\n");
      doc = read(source, say);
      touched = new Set();
    },
  };
}
