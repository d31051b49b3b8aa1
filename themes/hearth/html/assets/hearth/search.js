/*
 * Search as readers open it: a dialog on every page, and a page of its own. hearth.js loads this
 * when somebody turns to search; view.js is what both show, lookup.js looks up, and results.js
 * shows what was found.
 */
import { View } from "./view.js";

const { make } = globalThis.hearthbook;

/* The looks come with the first search. */
const dressed = new Promise((resolve) => {
  const link = make("link", { rel: "stylesheet", href: new URL("search.css", import.meta.url).href, onload: resolve, onerror: resolve });
  document.head.append(link);
});

/* What search has to know of a community, or of the hub if there is no slug. */
function factsOf(root, slug) {
  const file = new URL(slug ? `${encodeURIComponent(slug)}/search.json` : "search/hub.json", root);
  return fetch(file).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(file.pathname))));
}

let making = null;

async function makeDialog(root, slug) {
  await dressed;
  const facts = await factsOf(root, slug).catch(() => factsOf(root, ""));
  const box = make("dialog", { className: "hb-find" });
  const view = new View(root, facts, box, { page: false });
  box.setAttribute("aria-label", view.say("label"));
  const close = make("button", { type: "button", className: "hb-find__close", "aria-label": view.say("close"), textContent: "×" });
  close.addEventListener("click", () => box.close());
  box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
  /* In a field for searches the key would only empty it. */
  box.addEventListener("keydown", (event) => { if (event.key === "Escape") box.close(); });
  box.prepend(close);
  document.body.append(box);
  return { box, view };
}

/* Opens the dialog with what has been typed into a field so far; what is typed from now on goes there. */
export async function openSearch(root, slug, from) {
  making ??= makeDialog(root, slug);
  making.catch(() => { making = null; });
  const { box, view } = await making;
  if (box.open) return;
  box.showModal();
  if (from.value) view.field.value = from.value;
  from.value = "";
  view.field.focus();
  view.ask();
}

/* Sets up the results page. */
export async function showResults(root, holder) {
  await dressed;
  const slug = new URLSearchParams(location.search).get("in") ?? "";
  const facts = await factsOf(root, slug).catch(() => factsOf(root, ""));
  const view = new View(root, facts, holder, { page: true });
  document.querySelector(".hb-find__without").hidden = true;
  holder.hidden = false;
  view.recall();
  addEventListener("popstate", () => { view.recall(); view.ask(); });
  if (!view.field.value) view.field.focus();
  view.ask();
}
