/*
 * A first look at the page that newcomers read first. What it says, the finished page says with the same
 * words; the finished page says more.
 */
const { make } = globalThis.hearthbook;

const CHANNELS = 3;
const NORMS = 5;

/* As the pages have it: a text inside a sentence, and one that stands by itself. */
const phrase = (text) => String(text).trim().replace(/!+$/, "").replace(/\.$/, "");
/* As `sentence` in render/environment.py has them. */
const MARKS = ".!?:;\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964";
const CLOSED = new RegExp(`[${MARKS}][\"')\\]*_\u201d\u2019\u201c\u2018\u00bb\u00ab\u300d\u300f\uff09]*$`, "u");
const WORD = new RegExp(`^\\p{L}+(?:['\u2019-]\\p{L}+)*[,${MARKS}]*$`, "u");

function sentence(given) {
  const text = String(given).trim();
  const [first] = text.split(/\s/u);
  const lower = WORD.test(first) && first === first.toLowerCase() && first !== first.toUpperCase();
  const begun = lower ? text[0].toUpperCase() + text.slice(1) : text;
  return CLOSED.test(begun) ? begun : `${begun}.`;
}

const listOf = (value) => [value ?? []].flat();
const texts = (value) => listOf(value).filter((each) => typeof each === "string" && each);
const groups = (value) => listOf(value).filter((each) => each && typeof each === "object");

/*
 * Draws the page of a community, as its file says it, into a box; false where there is nothing to see
 * yet. `moments` are those at which a newcomer takes a step, in their order.
 */
export function look(box, data, say, moments) {
  const { promise = {} } = data;
  if (!data.name && !promise.outcome) {
    box.replaceChildren();
    return false;
  }
  const parts = [];
  const p = (words, className) => make("p", className ? { className } : {}, ...[words].flat());
  const list = (items, tag = "ul") => make(tag, {}, ...items.map((each) => make("li", {}, ...[each].flat())));
  const label = (words, value) => p([make("strong", { textContent: `${words}:` }), ` ${value}`]);
  const part = (words, ...inside) => {
    const there = inside.flat().filter(Boolean);
    if (there.length) parts.push(make("h4", { textContent: words }), ...there);
  };
  const strong = (words) => p(make("strong", { textContent: words }));

  parts.push(make("h3", { textContent: say("start.heading", { name: data.name ?? "…" }) }));
  part(say("start.brief.promise"), ...breath(promise, say, p, list));
  part(say("start.steps"), ...steps(data.onboarding, moments, say, p, list));
  const notFor = groups(promise.not_for).filter((each) => each.who);
  part(say("start.for"),
    texts(promise.for).length && [strong(say("promise.for")), list(texts(promise.for))],
    notFor.length && [strong(say("promise.not_for")), list(notFor.map(({ who, instead }) =>
      (instead ? [who, label(say("promise.instead"), sentence(instead))] : who)))],
    texts(promise.assumes).length && [strong(say("promise.assumes")), list(texts(promise.assumes))]);
  const { hours_a_week: hours, gives } = data.expected ?? {};
  part(say("start.expected"), hours > 0 && p(sentence(say("expected.hours", { count: hours }))),
    texts(gives).length && [strong(say("expected.gives")), list(texts(gives))]);
  part(say("start.join"), ["open", "apply", "invite"].includes(data.join?.how) && p(say(`join.${data.join.how}`)));
  const channels = groups(data.channels).filter((each) => each.name);
  const first = [...channels.filter((each) => each.serves === "help"), ...channels.filter((each) => each.serves !== "help")];
  part(say("start.channels"), channels.length && list(first.slice(0, CHANNELS).map(({ name, purpose }) =>
    [make("strong", { textContent: name }), purpose ? `: ${sentence(purpose)}` : ""])));
  part(say("start.first_post"), data.onboarding?.first_post && make("pre", { textContent: data.onboarding.first_post.trimEnd() }));
  const rituals = groups(data.rituals).filter((each) => each.name && !each.retired);
  part(say("home.next"), rituals.length && list(rituals.map(({ name, when }) =>
    [make("strong", { textContent: name }), ...time(when)])));
  const norms = groups(data.norms).filter((each) => each.statement).slice(0, NORMS);
  part(say("start.norms"), norms.length && list(norms.map(({ name, statement }) =>
    (name ? [make("strong", { textContent: sentence(name) }), ` ${sentence(statement)}`] : sentence(statement)))));
  const contacts = groups(data.conduct?.contacts).filter((each) => each.who);
  part(say("home.tell"), contacts.length && list(contacts.map(({ who, reach }) => (reach ? [who, ", ", reach] : who))));
  box.replaceChildren(...parts);
  return true;
}

/* A time as it was written, or the words about it where it has no rule. */
function time(when) {
  if (typeof when === "string") return [make("span", { className: "hb-form__raw", textContent: `: ${when}` })];
  return when?.note && !when.every ? [`: ${sentence(when.note)}`] : [];
}

function breath({ outcome, within, for: whom }, say, p, list) {
  if (!outcome) return [];
  const aim = { outcome: phrase(sentence(outcome)), within: within && phrase(within) };
  const said = say(within ? "promise.aim_within" : "promise.aim", aim);
  const people = texts(whom);
  if (people.length === 1) return [p(`${said} ${say("promise.whom", { whom: phrase(people[0]) })}`)];
  return people.length ? [p(`${said} ${say("promise.whom_list")}`), list(people)] : [p(said)];
}

function steps(onboarding, moments, say, p, list) {
  const all = groups(onboarding?.steps).filter((each) => each.do);
  const later = all.filter((each) => !moments.includes(each.when));
  const ordered = [...moments.flatMap((moment) => all.filter((each) => each.when === moment)), ...later];
  if (!ordered.length) return [];
  return [list(ordered.map(({ when, do: deed, minutes, done_when: done }) => {
    const facts = [minutes > 0 && say("start.minutes", { count: minutes }), done && say("start.done_when", { done: phrase(done) })];
    const moment = say(`start.moment.${moments.includes(when) ? when : "later"}`);
    return [make("strong", { textContent: `${moment}:` }), ` ${sentence(deed)}`,
      ...facts.filter(Boolean).map((each) => p(each, "hb-meta"))];
  }), "ol")];
}
