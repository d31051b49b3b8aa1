/*
 * What search knows of words: how they are compared, said in other ways, and meant when they are
 * misspelt. Nothing in here asks for anything.
 */

/* Other ways to say a query that are tried besides, and what their results count. */
const VARIANTS = 4;
const LIGHTER = 0.8;
/* From this length on a word may be misspelt in two places. */
const LONG = 8;

export const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
export const wordsOf = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/* A query without its smallest words, which are on every page and begin many others, unless it has no others. */
export function telling(query) {
  const words = query.split(/\s+/).filter(Boolean);
  const large = words.filter((word) => !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{1,2}$/u.test(word));
  return (large.length ? large : words).join(" ");
}

/* The FNV-1a hash of a slug as 32 binary digits. */
export function bitsOf(slug) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(slug)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(2).padStart(32, "0");
}

/* How many letters must be put in, left out, changed or swapped to make one word of another; stops at `most`. */
export function distance(one, other, most = 2) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}

/* The word that was meant: the nearest one, of several the most widespread, which come first. */
export function meant(word, known) {
  const most = word.length >= LONG ? 2 : 1;
  let best = null;
  for (const other of known) {
    const away = distance(word, plain(other), most);
    const apart = away + (other[0] === word[0] ? 0 : 0.5);
    if (away <= most && apart < (best?.apart ?? Infinity)) best = { word: other, apart };
  }
  return best?.word ?? null;
}

/* Other ways to say a query: each word or phrase that has synonyms, replaced by each of them. */
export function variants(query, synonyms) {
  const said = ` ${wordsOf(query).join(" ")} `;
  const found = new Set();
  for (const group of synonyms) {
    for (const word of group) {
      const old = ` ${wordsOf(word).join(" ")} `;
      if (old.trim() && said.includes(old)) {
        for (const other of group) if (other !== word) found.add(said.replace(old, ` ${other} `).trim());
      }
    }
  }
  return [...found].slice(0, VARIANTS);
}

/* The words that mean the same, from `word: [others]`. */
export const groups = (synonyms) => Object.entries(synonyms ?? {}).map(([word, others]) => [word, ...others]);

/* The results of several ways to ask as one list: each page once, with its best score. */
export function merged(lists) {
  const best = new Map();
  lists.forEach((list, number) => {
    for (const each of list) {
      const score = each.score * (number ? LIGHTER : 1);
      if (score > (best.get(each.id)?.score ?? -1)) best.set(each.id, { id: each.id, score, data: each.data });
    }
  });
  return [...best.values()].sort((one, other) => other.score - one.score);
}

/* The results of words asked one by one: pages that have more of them, and rarer ones, come first. */
export function summed(lists) {
  const all = new Map();
  for (const each of lists.flat()) {
    const { score = 0 } = all.get(each.id) ?? {};
    all.set(each.id, { id: each.id, score: score + each.score, data: each.data });
  }
  return [...all.values()].sort((one, other) => other.score - one.score);
}
