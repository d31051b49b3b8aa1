/*
 * The form in which somebody writes a community's file. What is written stays in this browser. `form`
 * draws it into a box; `given` is a draft, or the text of a file that was there.
 */
import "./advice-words.js";
import "./advice-read.js";
import "./advice-people.js";
import "./advice-promise.js";
import "./advice-money.js";
import "./advice-conduct.js";
import "./advice-life.js";
import "./advice-roles.js";
import "./advice.js";
import { emptied, keysOf, newDesk } from "./form-desk.js";
import { formFields } from "./form-fields.js";
import { look } from "./form-look.js";
import { labelsOf, spoken } from "./form-spoken.js";
import { coded, takePart } from "./form-take.js";
import { onThisClock, timing } from "./form-times.js";

const { make, saying } = globalThis.hearthbook;
const PAUSE_MS = 250; /* after the last key, before the advice is thought over */
const VIEWS = ["write", "look", "take"];

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

/* A draft to begin with: a blueprint's without what is about its own example, or an almost empty one. */
export function newDraft(blueprint, facts) {
  const put = (draft, pointer, value) => globalThis.hearthDraft.withValue(draft, pointer, value, facts.models);
  const examples = Object.entries(facts.questions).filter(([, { own }]) => own).map(([pointer]) => pointer);
  let draft = { head: facts.head, body: blueprint?.body ?? { entries: [] } };
  for (const pointer of examples) draft = { ...draft, body: emptied(draft.body, keysOf(pointer)) };
  if (facts.spoken !== facts.language.split("-")[0]) draft = put(draft, "/language", facts.spoken);
  return { draft: facts.zone ? draft : zoned(draft, put) };
}

/* Hours on the clock of whoever writes, where the archive has no zone of its own. */
function zoned(draft, put) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (globalThis.hearthDraft.plain(draft).rituals ?? []).reduce((whole, { when }, place) => {
    const pointer = `/rituals/${place}/when`;
    if (typeof when === "string") return put(whole, pointer, onThisClock(when));
    return when?.at && !when.zone ? put(whole, `${pointer}/zone`, timeZone) : whole;
  }, draft);
}

/* What a file cannot do without, and does not have. */
const gapsOf = (data, { questions }) => Object.entries({ "/name": data.name, "/promise/for": data.promise?.for?.length, "/promise/outcome": data.promise?.outcome })
  .filter(([, value]) => !value).map(([pointer]) => questions[pointer].ask.replace(/(?<=[?？؟]).*/u, ""));

/* A time in words, as the rules read it. */
function reader(rules) {
  const words = globalThis.hearthAdviceWords(rules);
  return (when) => globalThis.hearthAdviceRead({ rituals: [{ name: "x", when }] }, { rules }, words).said.rituals[0].when;
}

/* Writes each thought beside what it is about, or beside the nearest that stands there; counts them in each part. */
function drawAdvice(box, told, say) {
  const slots = new Map([...box.querySelectorAll("[data-hb-told]")].map((slot) => [slot.dataset.hbTold, slot]));
  const lines = new Map();
  for (const one of told) {
    let { pointer } = one;
    while (pointer && !slots.has(pointer)) pointer = pointer.slice(0, pointer.lastIndexOf("/"));
    const slot = slots.get(pointer);
    if (slot) lines.set(slot, [...(lines.get(slot) ?? []), one]);
  }
  for (const slot of slots.values()) {
    slot.replaceChildren(...(lines.get(slot) ?? []).map(({ severity, message, hint }) => make("p", { className: `hb-form__thought hb-form__thought--${severity}` },
      make("strong", { textContent: `${say(severity)}: ` }), ...coded(hint ? `${message}; ${hint}` : message))));
  }
  for (const part of box.querySelectorAll(".hb-form__part")) {
    const count = part.querySelectorAll(".hb-form__thought").length;
    part.querySelector(".hb-form__count").textContent = count ? say("thoughts", { count }) : "";
  }
}

async function deskOf(given, facts, say) {
  if (given.text === undefined) return newDesk(given, facts);
  const { fileDesk } = await import("./form-file.js");
  return fileDesk(given, facts, say);
}

export async function form(box, given, { facts, marks, keepState, leave }) {
  const say = saying(facts.words.form, facts.words.locale);
  const desk = await deskOf(given, facts, say);
  const known = { rules: facts.rules, language: facts.language, zone: facts.zone };
  const readWhen = reader(facts.rules);
  let { slug = "" } = given;
  let waiting = 0;
  let left = 0; /* how far down one was in the fields */

  const heading = make("h2", { textContent: say("heading"), tabIndex: -1 });
  const kept = make("p", { className: "hb-meta", textContent: say("kept") });
  const shown = make("div", { className: "hb-form__page" });
  const blank = make("p", { className: "hb-meta", textContent: say("blank") });
  const take = takePart({ marks, say, given, tell: (value) => { slug = value; keep(); } });
  const fields = make("div", { className: "hb-form__write" });
  const page = make("section", { className: "hb-form__look", tabIndex: 0 },
    make("p", { className: "hb-meta", textContent: say("preview") }), blank, shown);
  page.setAttribute("aria-label", say("look"));

  function keep() {
    const state = { ...desk.state(), slug, title: desk.data().name ?? "", on: new Date().toISOString() };
    kept.textContent = say(keepState(state) ? "kept" : "unkept");
  }

  const told = saying(facts.words.look, facts.words.locale);
  const moments = facts.fields.models.Step.find((field) => field.key === "when").choices.map(([moment]) => moment);
  const drawLook = () => { blank.hidden = look(shown, desk.data(), told, moments); };

  /* A thought in the founder's language, where somebody has written it; else without lines of a file. */
  const labelsAt = labelsOf(facts.fields);
  const plainly = (text, pointer) => spoken(text ?? "", labelsAt(pointer), say);
  const inOwnWords = (one) => (facts.thoughts[one.code]
    ? { ...one, message: facts.thoughts[one.code], hint: "" }
    : { ...one, message: plainly(one.message, one.pointer), hint: plainly(one.hint, one.pointer) });

  function think() {
    const data = desk.data();
    const advice = globalThis.hearthAdvice(data, { ...known, slug, today: today() }).map(inOwnWords);
    drawAdvice(fields, advice, say);
    take.draw({ written: desk.text(), name: data.name ?? "", gaps: gapsOf(data, facts), advice });
  }

  function changed() {
    drawLook();
    keep();
    clearTimeout(waiting);
    waiting = setTimeout(think, PAUSE_MS);
  }

  /* Another view begins at its top, and the fields where one left them. */
  function view(name) {
    if (box.dataset.hbView === "write") left = scrollY;
    box.dataset.hbView = name;
    for (const button of views) button.setAttribute("aria-pressed", String(button.value === name));
    if (name === "take") think();
    if (name === "write" && left) scrollTo(0, left);
    else if (box.getBoundingClientRect().top < 0) box.scrollIntoView();
  }

  const views = VIEWS.map((name) => {
    const button = make("button", { type: "button", className: "hb-quiet", value: name, textContent: say(name) });
    button.addEventListener("click", () => view(name));
    return button;
  });
  const again = make("button", { type: "button", className: "hb-quiet", textContent: say("again") });
  again.addEventListener("click", leave);

  const reads = (text) => Boolean(readWhen(text)?.every);
  const parts = formFields({ facts, desk, say, changed, timeOf: timing(facts.times, reads) });
  const foreign = facts.language.startsWith("en") || Object.keys(facts.thoughts).length ? [] : [make("p", { className: "hb-meta", textContent: say("english") })];
  fields.append(...foreign, ...parts);
  fields.addEventListener("toggle", () => drawLater(), true);
  const drawLater = () => { clearTimeout(waiting); waiting = setTimeout(think, 0); };
  box.replaceChildren(heading, make("div", { className: "hb-form__kept" }, kept, again), make("div", { className: "hb-form__views" }, ...views), fields, page, take.box);
  view("write");
  drawLook();
  think();
}
