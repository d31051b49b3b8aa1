/*
 * The fields of the form, drawn from what the schema says of each key. What has a value, or is what an
 * adviser would ask for, stands there; the rest is offered below. `tools` has the `facts`, the `desk`,
 * `say`, `timeOf` (a time as a file can hold it), and `changed`, which is told of every change.
 */
import { at, isGroup, isScalar, pointerOf } from "./form-desk.js";
import { onThisClock } from "./form-times.js";
import { valueOf, widget } from "./form-widgets.js";

const { make } = globalThis.hearthbook;

/* Each part of the form, and the keys of a file that stand in it. */
const PARTS = {
  part_who: ["name", "tagline", "language", "translation_of", "tags", "place", "links", "color", "status", "visibility", "size", "extends"],
  part_promise: ["promise"],
  part_door: ["join", "expected", "onboarding"],
  part_norms: ["norms"],
  part_safety: ["conduct", "care", "facilitation", "privacy", "access"],
  part_together: ["channels", "rituals", "mixing"],
  part_people: ["founders", "decisions", "roles", "people"],
  part_growth: ["membership", "metrics", "stories", "feedback", "launch", "lineage"],
  part_upkeep: ["faq", "glossary", "synonyms", "review", "lint"],
};

/* What an entry is of little use without, as a contact without a way to reach them. */
const COMPANIONS = new Set(["a", "example", "independent", "instead", "purpose", "reach", "where"]);
const isCompanion = (field) => COMPANIONS.has(field.key) || (field.key === "when" && field.worded);

const isSaid = (value) => value !== undefined && value !== null && !(typeof value === "object" && !Object.keys(value).length);
const firstControl = (box) => box?.querySelector("input, select, textarea, button");

/* By what one knows an entry of a list; `keys` are those from which it gets its id. */
function nameOf(value, keys = []) {
  if (!isGroup(value)) return isScalar(value) ? String(value) : "";
  const { id, ...said } = value;
  const named = ["name", ...keys].map((key) => said[key]).find(isScalar);
  return String(named ?? Object.values(said).find((each) => typeof each === "string") ?? "");
}

export function formFields(tools) {
  const { facts, desk, say, changed, timeOf } = tools;
  const { models, whole } = facts.fields;
  const wanted = new Set();
  let count = 0;

  const valueAt = (pointer) => at(desk.data(), pointer);
  const asks = (pointer) => Object.keys(facts.questions).some((each) => each === pointer || each.startsWith(`${pointer}/`));
  /* Whether only the founder can say something below a pointer, and has not yet. */
  const waits = (pointer) => Object.entries(facts.questions).some(([each, { own }]) => own && each.startsWith(`${pointer}/`) && !isSaid(valueAt(each)));
  const button = (words, act, more = {}) => {
    const made = make("button", { type: "button", className: "hb-quiet", textContent: words, ...more });
    made.addEventListener("click", act);
    return made;
  };
  /* Where advice on a pointer is written. */
  const slot = (pointer, more = {}) => {
    const made = make("div", { className: "hb-form__told", ...more });
    made.dataset.hbTold = pointer;
    return made;
  };

  function leaf(field, pointer, words = facts.questions[pointer]) {
    const id = `hb-form-${(count += 1)}`;
    const control = widget(field, valueAt(pointer), say, id);
    const title = make("span", { textContent: words?.ask ?? field.label });
    const needed = field.needed ? [" ", make("small", { textContent: `(${say("needed")})` })] : [];
    const grouped = control.tagName === "FIELDSET";
    const label = make(grouped ? "legend" : "label", grouped ? {} : { htmlFor: id }, title, ...needed);
    const example = words?.example ?? (isScalar(field.example) ? field.example : [field.example ?? ""].flat().filter(isScalar).join("; "));
    const about = make("p", { id: `${id}-about`, className: "hb-form__about", textContent: words?.why ?? field.about });
    if (field.kind === "texts") about.append(" ", say("lines"));
    if (example !== "" && !field.choices) about.append(" ", make("span", { textContent: say("example", { text: String(example) }) }));
    const told = slot(pointer, { id: `${id}-told` });
    const wrong = make("p", { className: "hb-form__wrong", id: `${id}-wrong`, role: "alert" });
    control.setAttribute("aria-describedby", `${id}-about ${id}-wrong ${id}-told`);
    if (field.needed && !grouped) control.setAttribute("aria-required", "true");
    const read = () => {
      const { value, problem } = valueOf(control, field, say, timeOf);
      wrong.textContent = problem ?? "";
      if (problem) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
      if (problem) return;
      desk.set(pointer, value);
      changed();
    };
    control.addEventListener("input", read);
    /* Once it is written, a time stands there as in the file; on the writer's clock, where the archive has none. */
    if (field.time) control.addEventListener("change", () => {
      const time = timeOf(control.value.trim());
      if (time) control.value = facts.zone ? time : onThisClock(time);
      read();
    });
    if (grouped) control.prepend(label);
    return make("div", { className: "hb-form__field" }, ...(grouped ? [] : [label]), about, control, wrong, told);
  }

  /* Some fields, and below them what else can be said. */
  function group(list, pointer) {
    const box = make("div", { className: "hb-form__fields" });
    const isShown = (field) => {
      const own = pointer + pointerOf(field.key);
      return field.needed || isCompanion(field) || wanted.has(own) || asks(own) || isSaid(valueAt(own));
    };
    const draw = () => {
      const more = list.filter((field) => !isShown(field)).map((field) => button(field.label, () => open(field), {
        title: field.about, ariaLabel: say("add", { what: field.label }) }));
      const rest = more.length ? [make("div", { className: "hb-form__more" }, make("span", { textContent: say("more") }), ...more)] : [];
      box.replaceChildren(...list.filter(isShown).map((field) => drawn(field, pointer + pointerOf(field.key))), ...rest);
    };
    const open = (field) => {
      const own = pointer + pointerOf(field.key);
      wanted.add(own);
      if (field.kind === "sections" && !isSaid(valueAt(own))) desk.add(own);
      draw();
      const slots = [...box.querySelectorAll("[data-hb-told]")];
      const fresh = slots.find((each) => each.dataset.hbTold === own)?.parentElement;
      firstControl(fresh?.querySelector("details[open] > div") ?? fresh)?.focus();
      changed();
    };
    draw();
    return box;
  }

  function drawn(field, pointer) {
    if (field.kind === "section") return field.worded && !isGroup(valueAt(pointer)) ? leaf({ ...field, kind: "text", time: true }, pointer) : nested(field, pointer);
    if (field.kind === "sections") return listing(field, pointer);
    if (field.kind === "table") return table(field, pointer);
    return leaf(field, pointer);
  }

  const legend = (field) => [make("legend", { textContent: field.label }), make("p", { className: "hb-form__about", textContent: field.about })];
  const nested = (field, pointer) => make("fieldset", { className: "hb-form__section" }, ...legend(field),
    group(models[field.model], pointer), slot(pointer));

  /* One entry of a list or table, folded; its fields are drawn when it is opened. */
  function entry(pointer, name, inside, buttons, isOpen) {
    const summary = make("summary", { textContent: name() || say("unnamed") });
    const body = make("div", {});
    const details = make("details", { className: "hb-form__entry", open: isOpen }, summary, body);
    const fill = () => { if (details.open && !body.childElementCount) body.append(inside(), make("div", { className: "hb-form__buttons" }, ...buttons)); };
    details.addEventListener("toggle", fill);
    details.addEventListener("input", () => { summary.textContent = name() || say("unnamed"); });
    fill();
    return make("div", {}, details, slot(pointer));
  }

  /* Takes an entry out, and offers to take that back. */
  function remove(pointer, draw) {
    const before = desk.state();
    desk.set(pointer, null);
    const undo = button(say("undo"), () => {
      desk.back(before);
      draw()?.focus();
      changed();
    });
    draw(null, undo);
    undo.focus();
    changed();
  }

  function listing(field, pointer) {
    const box = make("fieldset", { className: "hb-form__list" });
    const state = make("p", { className: "hb-form__state", role: "status" });
    const one = field.worded ? { ...field, kind: "text", time: true } : null;
    function draw(open = null, undo = null) {
      const items = valueAt(pointer) ?? [];
      const entries = items.map((value, place) => {
        const own = pointer + pointerOf(place);
        const inside = () => (one && !isGroup(valueAt(own)) ? leaf(one, own, null) : group(models[field.model], own));
        const go = (words, to) => button(words, () => {
          desk.move(pointer, place, to);
          draw(to);
          state.textContent = say("moved", { number: to + 1 });
          changed();
        }, { disabled: to < 0 || to >= items.length });
        const buttons = [go(say("up"), place - 1), go(say("down"), place + 1), button(say("remove"), () => remove(own, draw))];
        return entry(own, () => nameOf(valueAt(own), facts.rules.shapes[field.model].id_from), inside, buttons, open === place || !isSaid(value) || waits(own));
      });
      const add = button(say("add", { what: field.label }), () => {
        desk.add(pointer);
        draw((valueAt(pointer) ?? []).length - 1);
        firstControl(box.querySelector("details[open] > div"))?.focus();
        changed();
      });
      state.replaceChildren(...(undo ? removed(undo) : []));
      box.replaceChildren(...legend(field), ...entries, state, add, slot(pointer));
      if (open !== null && !undo) box.querySelector("details[open] > summary")?.focus();
      return add;
    }
    draw();
    return box;
  }

  /* "Removed. [Take it back]" in the order of the language. */
  function removed(undo) {
    const [before, after = ""] = say("removed", { undo: "\u0000" }).split("\u0000");
    return [before, undo, after];
  }

  function table(field, pointer) {
    const box = make("fieldset", { className: "hb-form__list" });
    const state = make("p", { className: "hb-form__state", role: "status" });
    const kind = field.of ?? "section";
    function draw(open = null, undo = null) {
      const entries = Object.keys(valueAt(pointer) ?? {}).map((key) => {
        const own = pointer + pointerOf(key);
        const inside = () => (field.model ? group(models[field.model], own) : leaf({ ...field, kind, example: "" }, own, null));
        return entry(own, () => key, inside, [button(say("remove"), () => remove(own, draw))], open === key);
      });
      const id = `hb-form-${(count += 1)}`;
      const word = make("input", { type: "text", id });
      const add = button(say("add", { what: field.label }), () => {
        const key = word.value.trim();
        if (!key) return word.focus();
        if (!isSaid(valueAt(pointer + pointerOf(key)))) desk.set(pointer + pointerOf(key), field.model ? {} : kind === "texts" ? [] : "");
        draw(key);
        firstControl(box.querySelector("details[open] > div"))?.focus();
        return changed();
      });
      state.replaceChildren(...(undo ? removed(undo) : []));
      const adding = make("div", { className: "hb-form__adding" }, make("label", { htmlFor: id, textContent: say("word") }), word, add);
      box.replaceChildren(...legend(field), ...entries, state, adding, slot(pointer));
      return add;
    }
    draw();
    return box;
  }

  const known = new Set(Object.values(PARTS).flat());
  const rest = models[whole].map((field) => field.key).filter((key) => !known.has(key));
  return Object.entries(PARTS).map(([part, keys], place, all) => {
    const names = place === all.length - 1 ? [...keys, ...rest] : keys;
    const list = names.map((key) => models[whole].find((field) => field.key === key)).filter(Boolean);
    const only = list.length === 1 && list[0].kind === "section" ? list[0] : null;
    const fields = only ? group(models[only.model], pointerOf(only.key)) : group(list, "");
    const badge = make("small", { className: "hb-form__count" });
    return make("details", { className: "hb-form__part", open: place < 2 }, make("summary", { textContent: `${say(part)} ` }, badge),
      fields, ...(only ? [slot(pointerOf(only.key))] : []));
  });
}
