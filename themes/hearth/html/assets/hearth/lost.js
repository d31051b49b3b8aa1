/*
 * On the page for addresses that lead nowhere: what may have been meant.
 *
 * Looks at the first part of the address. Where that is a community, or nearly one, its
 * pages are offered, those first whose names are near. Everything is read from this site.
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

  /* Those whose name is near enough to be meant, the nearest first. */
  function near(word, some) {
    const most = Math.max(1, Math.floor(word.length / 3));
    return some
      .map((one) => ({ one, far: distance(word, one.name) }))
      .filter(({ far }) => far <= most)
      .sort((a, b) => a.far - b.far)
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

  /* The links of a page, as far as they lead to where its address begins. */
  async function read(first) {
    const answer = await ask(first ? `${encodeURIComponent(first)}/` : "");
    if (!answer?.headers.get("Content-Type")?.startsWith("text/html")) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.querySelector("meta[name=generator][content=Hearthbook]")) return null;
    const menu = page.querySelectorAll(".hb-nav__cell a");
    const links = new Map();
    for (const link of menu.length ? menu : page.querySelectorAll("main a[href]")) {
      const url = new URL(link.getAttribute("href"), answer.url);
      const [start, ...rest] = below(url);
      url.hash = "";
      if (start && (!first || start === first)) {
        links.set(url.href, { url: url.href, title: link.textContent.trim(), name: rest.at(-1) ?? "", first: start });
      }
    }
    const title = page.querySelector(".hb-community") ?? page.querySelector("main h1");
    return { title: title?.textContent.trim() ?? first, links: [...links.values()] };
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

  function list(links) {
    const items = links.map(({ url, title }) => make("li", {}, make("a", { href: url }, title)));
    return make("ul", {}, ...items);
  }

  async function help() {
    const [first, ...rest] = below(new URL(location.href));
    if (!first) return;
    let found = await read(first);
    const [other] = found ? [] : near(first, await communities());
    if (other) found = await read(other.name);
    if (!found?.links.length) return;
    const wanted = rest.at(-1) ?? "";
    const close = wanted ? near(wanted, found.links.filter(({ name }) => name)) : found.links.slice(0, 1);
    if (close.length) place.append(make("p", {}, say("near")), list(close.slice(0, MOST)));
    place.append(make("h2", {}, say("community", { name: found.title })), list(found.links));
    place.hidden = false;
  }

  if (place) help().finally(() => { place.dataset.hbLost = "done"; });
})();
