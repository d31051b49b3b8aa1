/* The controls of the form: one for each kind of value, and what a reader wrote into them. */
const { make } = globalThis.hearthbook;

const ROWS = { texts: 3, prose: 4 };
const SHORT = 400; /* letters from which on a text gets as many lines as it needs */
const LINE = 50;

function select(pairs, value, unsaid, id) {
  const known = pairs.some(([each]) => each === value);
  const strange = value === undefined || value === null || known ? [] : [[value, String(value)]];
  const options = [["", unsaid], ...pairs, ...strange].map(([each, words]) => new Option(words, String(each), false, each === value));
  return make("select", { id }, ...options);
}

function boxes(field, value, id) {
  const chosen = [value ?? []].flat();
  const choice = ([name, words]) => make("label", { className: "hb-form__tick" },
    make("input", { type: "checkbox", value: name, checked: chosen.includes(name) }), make("span", { textContent: words }));
  return make("fieldset", { id, className: "hb-form__ticks" }, ...field.choices.map(choice));
}

/* The control for a field, with what the file says. */
export function widget(field, value, say, id) {
  const text = [value ?? ""].flat().map(String).join("\n");
  if (field.kind === "choice") return select(field.choices, value, say("unsaid"), id);
  if (field.kind === "yes") return select([[true, say("yes")], [false, say("no")]], value, say("unsaid"), id);
  if (field.kind === "choices") return boxes(field, value, id);
  if (field.kind in ROWS) return make("textarea", { id, rows: Math.max(ROWS[field.kind], text.split("\n").length), value: text });
  if (field.kind === "day") return make("input", { id, type: "date", value: text });
  if (field.kind === "number") {
    const bounds = Object.fromEntries([["min", field.least ?? field.above], ["max", field.most]].filter(([, bound]) => bound !== undefined));
    return make("input", { id, type: "number", step: field.whole ? "1" : "any", inputMode: "decimal", value: text, ...bounds });
  }
  return field.length > SHORT && !field.time ? line(text, id) : make("input", { id, type: "text", value: text });
}

/* A text without line ends that may need more than one line to be seen. */
function line(text, id) {
  const made = make("textarea", { id, rows: Math.max(1, Math.ceil(text.length / LINE)), value: text });
  made.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  return made;
}

const numbered = (text, field) => (field.numbered && /^\d+$/.test(text) ? Number(text) : text);

/* What people leave out of an address. */
const BARE = [[/^[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}$/i, "mailto:"], [/^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(\/\S*)?$/i, "https://"]];

/* A text as a pattern wants it; undefined where it does not fit. */
function fitting(text, pattern) {
  const wanted = new RegExp(pattern, "u");
  const whole = BARE.filter(([bare]) => bare.test(text)).map(([, start]) => start + text);
  return [text, ...whole].find((each) => wanted.test(each));
}

/* What was written: { value }, null for nothing, or the { problem } with it. */
export function valueOf(control, field, say, timeOf) {
  if (field.kind === "choices") {
    const chosen = [...control.querySelectorAll(":checked")].map((each) => each.value);
    return { value: chosen.length ? chosen : null };
  }
  if (!control.checkValidity()) return { problem: control.validationMessage };
  let text = control.value.trim();
  if (!text) return { value: null };
  if (field.kind === "yes") return { value: text === "true" };
  if (field.kind === "number") return numberOf(control, field, say);
  if (field.kind === "texts") {
    const lines = text.split("\n").map((each) => each.trim()).filter(Boolean).map((each) => numbered(each, field));
    return { value: field.single && lines.length === 1 ? lines[0] : lines };
  }
  if (field.length && [...text].length > field.length) return { problem: say("long", { count: field.length }) };
  if (field.pattern) text = fitting(text, field.pattern);
  if (text === undefined) return { problem: say("pattern", { example: String(field.example) }) };
  if (field.time) text = timeOf(text);
  if (text === undefined) return { problem: say("unread", { example: String(field.example) }) };
  return { value: field.kind === "prose" ? control.value.replace(/\s+$/, "") : numbered(text.replace(/\s*\n\s*/g, " "), field) };
}

function numberOf(control, field, say) {
  const value = control.valueAsNumber;
  if (field.above !== undefined && value <= field.above) return { problem: say("pattern", { example: String(field.example) }) };
  return { value };
}
