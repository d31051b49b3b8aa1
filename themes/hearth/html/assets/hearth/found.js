/*
 * Shows on the page that a reader was led to what they looked for: the words in `find` of its
 * address, marked inside the section that the address names. The text itself is left alone.
 */
import { plain } from "./words.js";

const wanted = plain(new URLSearchParams(location.search).get("find") ?? "").split(" ").filter(Boolean);

/* The elements of the section that begins at an anchor: what follows its heading up to the next of its rank. */
function sectionOf(anchor) {
  if (!anchor) return [document.querySelector("article")];
  const rank = /^H[1-6]$/.test(anchor.tagName) ? Number(anchor.tagName[1]) : 7;
  const found = [anchor];
  for (let next = anchor.nextElementSibling; next && rank < 7; next = next.nextElementSibling) {
    if (/^H[1-6]$/.test(next.tagName) && Number(next.tagName[1]) <= rank) break;
    found.push(next);
  }
  return found;
}

/* Where words have no spaces between them, one stands inside a longer run of signs. */
const inside = (run, word) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word) && run.includes(word);

/* What the address names, as an id. */
function named() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

/* Where the words stand in a text. */
function* placesIn(node) {
  for (const match of node.data.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const word = plain(match[0]);
    if (!wanted.some((each) => word === each || (each.length > 3 && word.startsWith(each)) || inside(word, each))) continue;
    const range = new Range();
    range.setStart(node, match.index);
    range.setEnd(node, match.index + match[0].length);
    yield range;
  }
}

function show() {
  const anchor = named();
  const ranges = [];
  for (const element of sectionOf(anchor).filter(Boolean)) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) ranges.push(...placesIn(texts.currentNode));
  }
  if (globalThis.Highlight && CSS.highlights) {
    CSS.highlights.set("hb-found", new Highlight(...ranges));
  } else {
    /* From the last to the first, so that the others stay where they are. */
    for (const range of ranges.reverse()) range.surroundContents(document.createElement("mark"));
  }
}

if (wanted.length) show();
