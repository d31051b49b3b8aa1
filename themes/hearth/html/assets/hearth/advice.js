/*
 * Advice while somebody writes: what the rules say of one community, in the browser. The rules stand
 * in advice-*.js, which come before this one; what they know comes from lint/advised.py.
 *
 * `hearthAdvice(data, facts)` gives [{code, pointer, message, hint, severity, worth}], the gravest
 * first. `data` is the community as it stands in its file. `facts` has the `rules` of
 * `advice_facts()`, `today` (2026-11-23), and where they are known the archive's `language` and
 * `zone` and the community's `slug`. It asks nobody, keeps nothing, and never throws.
 */
(() => {
  "use strict";

  const SEVERITIES = ["error", "warning", "advice"];
  const ALWAYS = new Set(["community", "texts", "articles", "slug"]);

  const isEmpty = (value) => !value || (typeof value === "object" && !Object.keys(value).length);

  /* Pointer and words of every text, in the order of the model; days and hours are none. */
  function textsOf(community, { rules: { shapes, whole, words } }, pointer) {
    const notText = new Set(words.texts.NOT_TEXT);
    const found = [];

    function collect(value, shape, where) {
      if (shape.clock) return;
      if (typeof value === "string") found.push([where, value]);
      else if (Array.isArray(value)) value.forEach((each, at) => collect(each, { model: shape.model }, where + pointer(at)));
      else if (value && shape.inner) for (const [key, each] of Object.entries(value)) collect(each, shape.inner, where + pointer(key));
      else if (value && shape.model) below(value, shape.model, where, notText);
    }

    function below(section, name, where, skipped) {
      for (const [key, shape] of Object.entries(shapes[name].keys)) {
        if (!skipped.has(key)) collect(section[key], shape, where + pointer(key));
      }
    }

    below(community, whole, "", new Set([...notText, "lint", "synonyms"]));
    return found;
  }

  /* Why a rule does not look: another comes first, its section is not there, its words are another language's. */
  function hindered(rule, said, failed) {
    if (rule.after.some((code) => failed.has(code))) return true;
    if (rule.sees.some((name) => !ALWAYS.has(name) && isEmpty(said[name]))) return true;
    if (said.status?.state === "closed" && !rule.even_closed) return true;
    return rule.languages.length > 0 && !rule.languages.includes(said.language.split("-")[0].toLowerCase());
  }

  /* What one rule found. While something is half written a rule may stumble; then it says nothing. */
  function slipsOf(find, given) {
    try {
      return find(given);
    } catch {
      return [];
    }
  }

  const holds = ({ since, until }, today) => !((since && !(today >= since)) || (until && !(today <= until)));

  function givenTo(said, community, facts, words) {
    let texts = null;
    const primary = said.language.split("-")[0].toLowerCase();
    const knows = facts.rules.words.texts.UNSEEN_LANGUAGES.includes(primary);
    return {
      community, words,
      people: globalThis.hearthAdvicePeople(community, facts, words),
      calendar: facts.rules.calendar,
      slug: facts.slug ?? "",
      unseen: knows ? words.unseen(community.promise.outcome) : "",
      texts: () => (texts ??= textsOf(said, facts, words.pointer)),
    };
  }

  globalThis.hearthAdvice = (data, facts) => {
    const words = globalThis.hearthAdviceWords(facts.rules);
    const { said, community } = globalThis.hearthAdviceRead(data, facts, words);
    const given = givenTo(said, community, facts, words);
    const ignored = said.lint?.ignore ?? {};
    const failed = new Set();
    const told = [];
    for (const [code, rule] of Object.entries(facts.rules.rules)) {
      const find = globalThis.hearthAdviceRules[code];
      if (!find || hindered(rule, said, failed)) continue;
      const slips = slipsOf(find, { ...given, known: rule.known, limits: rule.thresholds });
      /* What holds on some days only must not silence another rule on all the others. */
      if (slips.some(([, , , days]) => !days?.since && !days?.until)) failed.add(code);
      for (const [pointer, message, hint, days] of slips) {
        if (holds(days ?? {}, facts.today) && !(code in ignored)) {
          told.push({ code, pointer, message, hint, severity: rule.severity, worth: rule.worth });
        }
      }
    }
    const rank = (one) => SEVERITIES.indexOf(one.severity) * 10 - one.worth;
    return told.sort((one, other) => rank(one) - rank(other));
  };
})();
