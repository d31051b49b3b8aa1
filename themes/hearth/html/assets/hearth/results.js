/*
 * How results look: links to sections with where they are from, the words that matched, and what
 * a claim stands on; and the ways on where nothing was found.
 */
import { wordsOf } from "./words.js";

const { make } = globalThis.hearthbook;

/* Sections of one page that are shown, and how near they must come to its best one. */
const SECTIONS = 3;
const NEAR = 0.4;

/* The reader's day as 2026-11-23. */
const today = () => new Date().toLocaleDateString("sv");

/* The text of an excerpt with its marks as elements; it holds no other markup. */
function marked(excerpt) {
  const bare = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return excerpt.split(/<mark>(.*?)<\/mark>/).map((text, at) => (at % 2 ? make("mark", { textContent: bare(text) }) : bare(text)));
}

const weight = (section) => section.weighted_locations.reduce((sum, place) => sum + place.balanced_score, 0);

/* The sections of a page that answer best, those first whose title says all that was asked. */
export function sectionsOf(page, words) {
  const titled = (section) => words.every((word) => wordsOf(section.title).some((own) => own.startsWith(word)));
  const scored = page.sub_results.map((section) => ({ ...section, score: weight(section) * (titled(section) ? 4 : 1), titled: titled(section) }));
  scored.sort((one, other) => other.score - one.score);
  return scored.filter((section) => section.score >= NEAR * scored[0].score).slice(0, SECTIONS);
}

export class Results {
  constructor(root, facts, say) {
    Object.assign(this, { root, facts, say });
  }

  /* One page with the sections that answer. */
  entry({ page, sections }, own) {
    const name = page.filters.name?.[0];
    const kind = this.say(`kind_${page.filters.kind[0]}`);
    const where = [own ? null : name, page.meta.title].filter(Boolean).join(" › ");
    const language = page.filters.language?.[0];
    const theirs = language ? { lang: language, dir: "auto" } : {};
    const links = sections.map((section) => this.#section(page, section, theirs));
    return make("li", { className: "hb-find__page" },
      make("p", { className: "hb-find__where" }, make("span", { className: "hb-find__kind", textContent: kind }), " ",
        make("span", { ...theirs, textContent: where })), ...links);
  }

  #section(page, section, theirs) {
    const url = new URL(section.url, location.href);
    const found = [...section.excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map((match) => wordsOf(match[1]).join(" "));
    if (found.length) url.searchParams.set("find", [...new Set(found)].slice(0, 6).join(" "));
    const labels = this.#labels(page, section);
    return make("div", { className: "hb-find__section" },
      make("a", { ...theirs, href: url.href, textContent: section.title }), ...labels,
      make("p", { ...theirs, className: "hb-find__excerpt" }, ...marked(section.excerpt)));
  }

  /* What the section stands on, and whether that has run out on the reader's day. */
  #labels(page, section) {
    const marks = (page.filters.mark ?? []).map((each) => each.split(" "));
    const [, basis, expires] = marks.find(([anchor]) => anchor === "*" || anchor === section.anchor?.id) ?? [];
    const labels = basis ? [this.say(`basis_${basis}`)] : [];
    if (expires && expires < today()) labels.push(this.say("expired"));
    return labels.map((text) => make("span", { className: "hb-find__label", textContent: text }));
  }

  /* The glossary's own words, if one of them was asked for. */
  meaning(words) {
    const asked = words.join(" ");
    const found = (this.facts.glossary ?? []).filter(([word]) => wordsOf(word).join(" ") === asked);
    return found.map(([word, url]) => make("li", { className: "hb-find__page" },
      make("p", { className: "hb-find__where", textContent: this.say("glossary") }),
      make("div", { className: "hb-find__section" }, make("a", { href: new URL(url, this.root).href, textContent: word }))));
  }

  /* Ways on where nothing was found. */
  offers(query) {
    const { say, facts } = this;
    const link = (url, text) => make("a", { href: new URL(url, this.root).href, textContent: text });
    const rows = [];
    if (facts.glossary?.length) rows.push([link(facts.words_page, say("see_glossary"))]);
    if (facts.ask) rows.push([link(facts.ask, say("see_ask"))]);
    if (facts.suggest) {
      const filled = facts.suggest.replaceAll("{query}", encodeURIComponent(query));
      rows.push([make("a", { href: filled, textContent: say("suggest", { query }), rel: "noopener" })]);
    }
    if (!facts.slug) rows.push([link("", say("see_all"))]);
    return rows.length ? [make("ul", { className: "hb-find__offers" }, ...rows.map((row) => make("li", {}, ...row)))] : [];
  }
}
