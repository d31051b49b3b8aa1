/*
 * Asks the archive's index. It is split into parts (publish/search_parts.py): a community's
 * own part answers for it alone, and all parts of a language answer for everywhere. Each
 * language has an engine of its own, because words are cut to their stems.
 *
 * Nothing that is asked leaves this browser: it fetches pieces of the index, by the first
 * letters of words, from the site itself.
 */

import { bitsOf, groups, meant, merged, plain, summed, telling, variants, wordsOf } from "./words.js";

/* Parts that are asked at once. */
const WAVE = 40;
/* Results after which no further wave is asked for by itself. */
const ENOUGH = 20;
/* Words that are asked one by one at most, where no page has all of them. */
const SINGLE = 8;
/* Letters that a word and what was found for it have in common, in scripts whose stems are at the beginning. */
const ALIKE = 4;
const PREFIXED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]+$/u;
/* Letters by which a language is known; Japanese before Chinese, whose signs it also uses. */
const LETTERS = [
  /\p{Script=Arabic}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Hebrew}/u, /\p{Script=Hangul}/u,
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u, /\p{Script=Han}/u, /\p{Script=Thai}/u, /\p{Script=Devanagari}/u,
];
const RANKING = { termSimilarity: 4, pageLength: 0.4, termFrequency: 0.8, metaWeights: { title: 3 } };

/* Whether a short word is what is left of one with an ending: ask of asking. */
const isStem = (stem, word) => stem.length >= 3 && word.startsWith(stem) && word.length - stem.length <= 3;

async function fetched(url, as = "json") {
  const answer = await fetch(url, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`);
  return answer[as]();
}

/* One language with its engine and the parts that have joined it. */
class Tongue {
  constructor(root, language, bits) {
    this.root = root;
    this.language = language;
    this.waiting = bits;
    this.joined = new Map();
    this.spelling = new Map();
  }

  #start() {
    this.starting ??= (async () => {
      const engine = await import(`${this.root}search/engine/pagefind.js?${this.language}`);
      await engine.options({
        basePath: `${this.root}search/${this.language}/`, baseUrl: this.root.pathname, noWorker: true,
        excerptLength: 24, language: this.language, ranking: RANKING,
      });
      await engine.init(this.language);
      return engine;
    })();
    return this.starting;
  }

  #join(engine, folder) {
    const url = `${this.root}search/${folder}/`;
    const options = { baseUrl: this.root.pathname, language: this.language, ranking: RANKING };
    if (!this.joined.has(folder)) this.joined.set(folder, engine.mergeIndex(url, options));
    return this.joined.get(folder);
  }

  async own(facts) {
    const digits = bitsOf(facts.slug);
    const bits = this.waiting.find((each) => digits.startsWith(each));
    const engine = await this.#start();
    await this.#join(engine, facts.alone ? `at-${facts.slug}` : `${this.language}-${bits || "all"}`);
    return engine;
  }

  /* All parts, or one wave more of them; says how many are still to come. */
  async wave(number) {
    const engine = await this.#start();
    const some = this.waiting.slice(0, WAVE * number);
    await Promise.all(some.map((bits) => this.#join(engine, `${this.language}-${bits || "all"}`)));
    this.left = this.waiting.length - some.length;
    return engine;
  }

  /* The words of this language that begin as this one does. */
  known(word) {
    const letter = word.codePointAt(0).toString(16);
    if (!this.spelling.has(letter)) {
      const file = new URL(`search/words/${this.language}-${letter}.txt`, this.root);
      const words = fetched(file, "text").then((text) => text.split("\n").filter(Boolean)).catch(() => []);
      this.spelling.set(letter, words);
    }
    return this.spelling.get(letter);
  }
}

export class Lookup {
  constructor(root, facts) {
    this.root = root;
    this.facts = facts;
    this.index = fetched(new URL("search/index.json", root));
    this.tongues = new Map();
  }

  async #tongue(language) {
    const { languages } = await this.index;
    if (!this.tongues.has(language)) this.tongues.set(language, new Tongue(this.root, language, languages[language] ?? []));
    return this.tongues.get(language);
  }

  /* The language of the page, as parts are named by it. */
  get own() {
    return this.facts.language.toLowerCase().split("-")[0];
  }

  /* The languages of the archive, that of the page first; one whose letters the query has before it. */
  async languages(query) {
    const { languages, default: first } = await this.index;
    const own = this.own in languages ? this.own : first;
    const letters = (text) => LETTERS.findIndex((script) => script.test(text));
    const named = (language) => letters(new Intl.DisplayNames([language], { type: "language" }).of(language) ?? "");
    const order = Object.keys(languages).sort((one, other) => (other === own) - (one === own));
    const wanted = letters(query);
    return wanted >= 0 ? order.sort((one, other) => (named(other) === wanted) - (named(one) === wanted)) : order;
  }

  async #asked(engine, query, filters) {
    const { synonyms } = await this.index;
    const asked = telling(query);
    const ways = [asked, ...variants(asked, [...groups(synonyms), ...groups(this.facts.synonyms)])];
    const lists = async (some) => {
      const answers = await Promise.all(some.map((each) => engine.search(each, { filters })));
      return answers.map((each) => each.results);
    };
    const results = merged(await lists(ways));
    const words = asked.split(" ");
    const understood = ways.length > 1;
    if (results.length || words.length < 2) return { results, understood, loose: false };
    return { results: summed(await lists(words.slice(0, SINGLE))), understood, loose: true };
  }

  /* The query with words that nobody uses replaced by those that were meant; null if all are known. */
  async #mended(tongue, query) {
    const words = await Promise.all(query.split(/\s+/).map(async (word) => {
      const bare = wordsOf(word).join("");
      if (bare.length < 4) return word;
      const known = await tongue.known(bare);
      return known.some((each) => plain(each).startsWith(bare)) ? word : meant(bare, known) ?? word;
    }));
    const mended = words.join(" ");
    return mended === query ? null : mended;
  }

  /*
   * Looks a query up: in the own community if `scope` says "here", else everywhere, in one
   * language. Returns { results, loose, instead, left }: pages by score, whether they have only
   * some of the words, the query that was looked up instead of a misspelt one, and how many
   * parts were not asked.
   */
  async find(query, { scope, language, filters = {}, waves = 1, literal = false }) {
    const tongue = await this.#tongue(language);
    const here = scope === "here";
    const wanted = here ? { ...filters, community: this.facts.slug } : filters;
    let wave = waves;
    for (;;) {
      const engine = here ? await tongue.own(this.facts) : await tongue.wave(wave);
      const answer = await this.#asked(engine, query, wanted);
      const left = here ? 0 : tongue.left;
      if (!left || answer.results.length >= ENOUGH) {
        const { some, all } = answer.understood ? {} : await this.#doubtful(query, answer.results);
        const instead = some && !literal ? await this.#mended(tongue, query) : null;
        const better = instead ? await this.#asked(engine, instead, wanted) : null;
        if (better?.results.length) return { ...better, instead, left };
        return { ...answer, results: all ? [] : answer.results, instead: null, left };
      }
      wave += 1;
    }
  }

  /*
   * Whether some or all words of the query are not what was found: nothing that is marked near the
   * top begins like them. For want of a word the engine takes the longest one with which it begins.
   */
  async #doubtful(query, results) {
    const top = await Promise.all(results.slice(0, 3).map((each) => each.data()));
    const marked = top.flatMap((page) => [...page.excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].flatMap((match) => wordsOf(match[1])));
    const unlike = wordsOf(telling(query)).filter((word) => PREFIXED.test(word))
      .map((word) => !marked.some((each) => each.startsWith(word.slice(0, ALIKE)) || isStem(each, word)));
    return { some: unlike.includes(true), all: unlike.length > 0 && !unlike.includes(false) };
  }
}
