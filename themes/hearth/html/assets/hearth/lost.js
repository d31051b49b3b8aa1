/*
 * On the page for addresses that lead nowhere: what may have been meant.
 *
 * Looks at the first part of the address. Where that is a community, or nearly one, its
 * pages are offered, those first whose names are near, and its articles where one of them
 * was meant. Everything is read from this site.
 */
(() => {
  "use strict";

  const { make, speaker } = globalThis.hearthbook;
  const say = speaker(document.currentScript);
  const root = new URL("../../", document.currentScript.src);
  const place = document.querySelector("[data-hb-lost]");
  const MOST = 3;

  /* How many letters have to be added, taken away or changed to get from one word to the other. */
  function distance(one, other) {
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const changed = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
        next[j] = Math.min(changed, row[j] + 1, next[j - 1] + 1);
      }
      row = next;
    }
    return row[other.length];
  }

  /* How far a name is from what was asked for; the beginning of one of its words is near. */
  function far(word, name) {
    return word.length > 2 && `-${name}`.includes(`-${word}`) ? 1 : distance(word, name);
  }

  /* Those whose name is near enough to be meant, the nearest first. */
  function near(word, some) {
    const most = Math.max(1, Math.floor(word.length / 3));
    return some
      .map((one) => ({ one, away: far(word, one.name) }))
      .filter(({ away }) => away <= most)
      .sort((a, b) => a.away - b.away)
      .map(({ one }) => one);
  }

  /* An address as we write addresses: small letters, no file's name at its end. */
  function parts(path) {
    let plain = path;
    try {
      plain = decodeURIComponent(path);
    } catch {
      /* A stray percent sign; it is compared as it stands. */
    }
    const words = plain.toLowerCase().replace(/[\s_]+/g, "-").split("/");
    return words.map((word) => word.replace(/\.(html?|md|php)$/, "")).filter((word) => word && word !== "index");
  }

  const below = (url) => (url.href.startsWith(root.href) ? parts(url.pathname.slice(root.pathname.length)) : []);

  async function ask(path) {
    try {
      const answer = await fetch(new URL(path, root));
      return answer.ok ? answer : null;
    } catch {
      return null;
    }
  }

  /* The links of a page, as far as they lead to where its address begins; those of its menu first. */
  async function read(first, folder = "") {
    const answer = await ask(first ? `${encodeURIComponent(first)}/${folder}` : "");
    if (!answer?.headers.get("Content-Type")?.startsWith("text/html")) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.querySelector("meta[name=generator][content=Hearthbook]")) return null;
    const links = new Map();
    for (const link of [...page.querySelectorAll(".hb-nav__cell a"), ...page.querySelectorAll("main a[href]")]) {
      const url = new URL(link.getAttribute("href"), answer.url);
      const [start, ...rest] = below(url);
      url.hash = "";
      if (start && (!first || start === first) && !links.has(url.href) && link.textContent.trim()) {
        links.set(url.href, { url: url.href, title: link.textContent.trim(), name: rest.at(-1) ?? "", first: start, deep: rest.length });
      }
    }
    const title = page.querySelector(".hb-community") ?? page.querySelector("main h1");
    const { lang, dir } = page.documentElement;
    return { title: title?.textContent.trim() ?? first, lang, dir, links: [...links.values()] };
  }

  /* Every community by its folder: from the list that the filters use, or from the first page. */
  async function communities() {
    const list = await ask("directory/communities.json");
    try {
      return (await list.json()).columns.slug.map((name) => ({ name }));
    } catch {
      return ((await read(""))?.links ?? []).map(({ first }) => ({ name: first }));
    }
  }

  /* Links as a list, in the language of the page that they were read on. */
  function list(links, { lang, dir }) {
    const items = links.map(({ url, title }) => make("li", {}, make("a", { href: url }, title)));
    return make("ul", lang === document.documentElement.lang ? {} : { lang, dir }, ...items);
  }

  /* The pages that may have been meant; articles are looked for where no page is near. */
  async function guess(found, first, rest) {
    const wanted = rest.at(-1);
    if (!wanted) return found.links.filter(({ deep }) => !deep).slice(0, 1);
    const close = near(wanted, found.links.filter(({ name }) => name));
    if (close.length || rest.length < 2) return close;
    return near(wanted, (await read(first, "articles/"))?.links.filter(({ deep }) => deep > 1) ?? []);
  }

  /* A guess has the name of its group where that is a guess itself, or its first page. */
  function named(link, found, other) {
    if (!link.deep) return { ...link, title: found.title };
    return other ? { ...link, title: say("of", { page: link.title, name: found.title }) } : link;
  }

  async function help() {
    const [first, ...rest] = below(new URL(location.href));
    if (!first) return;
    let found = await read(first);
    const [other] = found ? [] : near(first, await communities());
    if (other) found = await read(other.name);
    if (!found?.links.length) return;
    const close = await guess(found, other?.name ?? first, rest);
    const pages = found.links.filter(({ deep }) => deep < 2);
    if (close.length) place.append(make("p", {}, say("near")), list(close.slice(0, MOST).map((link) => named(link, found, other)), found));
    place.append(make("h2", {}, say("community", { name: found.title })), list(pages, found));
    place.hidden = false;
  }

  if (place) help().finally(() => { place.dataset.hbLost = "done"; });
})();
