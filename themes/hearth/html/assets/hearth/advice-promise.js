/*
 * The rules about the promise (HB1), about money, figures and growth (HB7) and about answers and
 * words (HB8), as in lint/rules. Each gives what it found: pointer, fact, remedy, and on which days
 * it holds. The Python rules are the source; tests/browser/test_advice.py holds the two equal.
 */
(() => {
  "use strict";

  const rules = {
    HB101({ community: { promise }, words: w, limits: { most } }) {
      const counts = promise.for.map((each) => w.words(each).length);
      const whom = counts.indexOf(Math.max(...counts));
      const said = [["/promise/outcome", w.words(promise.outcome).length]];
      if (whom >= 0) said.push([`/promise/for/${whom}`, counts[whom]]);
      said.push(["/promise/within", w.words(promise.within).length]);
      const sum = said.reduce((total, [, count]) => total + count, 0);
      if (sum <= most) return [];
      const longest = said.reduce((one, other) => (other[1] > one[1] ? other : one));
      return [[longest[0], `the promise takes ${sum} words to say, and a breath carries about ${most}`,
        "say it aloud to a friend, and leave out here what you left out there"]];
    },

    HB102({ community: { promise }, words: w, known }) {
      const another = (before, after) => {
        if (Math.min(w.words(before).length, w.words(after).length) < known.CLAUSE || w.search(known.BACK, after)) return false;
        const last = w.words(before).at(-1);
        const small = last === last.toLowerCase() && last !== last.toUpperCase();
        return (w.full(known.ENDING, after) && small && last.endsWith("n")) || w.start(known.OPENING, after);
      };
      const line = w.split((promise.outcome ?? "").replace(/^[ .]+|[ .]+$/gu, "")).join(" ");
      const clauses = w.parted(known.JOINT, line);
      const more = clauses.find((after, at) => at > 0 && another(clauses[at - 1], after));
      return more === undefined ? [] : [["/promise/outcome", `the outcome goes on to another aim: ${w.quoted(more)}`,
        "keep the one that members come for; the rest may follow from it"]];
    },

    HB103: ({ community: { promise }, unseen }) => (promise.within || unseen ? [] :
      [["/promise", "nothing says how long it takes to reach the outcome",
        "write a time that most who take part have kept: `within: six weeks`"]]),

    HB104({ community, words: w, unseen }) {
      const { promise, status, membership: paid } = community;
      const forming = status && !["active", "full"].includes(status.state);
      const shown = community.metrics.some((each) => each.results.length) || community.stories.some((each) => each.consent === true);
      const charges = paid && !["free", "sponsors"].includes(paid.model) && w.namesASum(paid.price);
      if (promise.proof || forming || (charges && !shown) || unseen) return [];
      const since = w.after(status?.since, promise.within);
      const results = community.metrics.filter((each) => each.kind === "outcome").flatMap((each) => each.results).filter((each) => each.of);
      const newest = results.length ? results.reduce((one, other) => (other.date > one.date ? other : one)) : null;
      const hint = newest ? `put your own figures here: \`proof: ${w.general(newest.value)} of ${w.general(newest.of)} members ...\`` :
        "count who got there, and say so: `proof: 9 of our first 14 members ...`";
      return [["/promise", "the promise does not say whether anybody has got there", hint, { since }]];
    },

    HB105: ({ community: { promise } }) => (promise.not_for.length ? [] :
      [["/promise", "nothing says whom the group is not for",
        "name who would be let down, and a better place: `not_for: [{ who: ..., instead: ... }]`"]]),

    HB106: ({ community: { promise }, words: w }) => promise.not_for.flatMap((each, at) => (each.instead ? [] :
      [[`/promise/not_for/${at}`, `${w.quoted(each.who)} are not told where they could go`,
        "name a group, a book or a person that would serve them: `instead: ...`"]])),

    HB107({ community: { tagline, promise }, words: w, known }) {
      const whom = promise.for.map((each, at) => [`/promise/for/${at}`, each]);
      const told = [["/tagline", tagline ?? ""], ["/promise/outcome", promise.outcome ?? ""], ...whom];
      const everything = told.flatMap(([where, text]) => {
        const found = w.search(known.EVERYTHING, text);
        return found ? [[where, `${w.quoted(found[0])} promises more than a small group can keep`,
          "name the one thing, in words that a newcomer would use to a friend"]] : [];
      });
      return everything.concat(whom.flatMap(([where, text]) => {
        const found = w.search(known.EVERYBODY, text);
        return found ? [[where, `${w.quoted(found.groups.word)} lets nobody see that they are meant`,
          "name the few by what they do or face: `people in their first year of ...`"]] : [];
      }));
    },

    HB108({ community: { promise: { boundary }, membership } }) {
      const cohort = boundary?.cohort;
      if (boundary?.cap || cohort?.size || cohort?.starts || cohort?.ends || membership?.model === "paid") return [];
      return [[boundary ? "/promise/boundary" : "/promise", "neither a cap nor a cohort says when the group is full",
        "write how many people there is room for: `boundary: { cap: 50 }`"]];
    },

    HB109({ community: { promise }, limits: { least, most } }) {
      const cap = promise.boundary?.cap;
      if (cap && cap < least) {
        return [["/promise/boundary/cap", `the cap is ${cap}, so the room empties when a few are away`,
          `leave room for at least ${least}, and meet in small circles`]];
      }
      return cap && cap > most ? [["/promise/boundary/cap", `the cap is ${cap}, and few members know each other beyond ${most}`,
        "write the size at which you split instead; near fifty suits most groups"]] : [];
    },

    HB110({ community: { promise: { boundary }, size } }) {
      const { cap, cohort } = boundary ?? {};
      const found = [];
      if (cap && size && size.members > cap) {
        found.push(["/size/members", `the group has ${size.members} members, and its cap is ${cap}`,
          "count again, choose the day of the split, or say why the cap is higher"]);
      }
      if (cap && cohort?.size > cap) {
        found.push(["/promise/boundary/cohort/size", `the cohort takes ${cohort.size} people, and the group's cap is ${cap}`,
          "make the cohort smaller, or the cap what you mean"]);
      }
      return found;
    },

    HB111({ community, known, limits: { share } }) {
      const cap = community.promise.boundary?.cap;
      const members = community.size?.members ?? 0;
      const answered = community.faq.some((each) => each.id === known.OWN_PLAN && each.a);
      const plan = community.join?.waiting_list || community.lineage?.graduates_to.length || answered || community.status?.state === "full";
      return cap && members / cap >= share && !plan ? [["/size/members",
        `${members} of ${cap} seats are taken, and nothing says what happens when all are`,
        `write a \`waiting_list\` under \`join\`, or answer \`${known.OWN_PLAN}\` in \`faq\``]] : [];
    },

    HB112({ community: { promise }, words: w }) {
      const { starts, ends, apply_by: apply } = promise.boundary?.cohort ?? {};
      const told = [["ends", ends, `the cohort that is announced ended on ${ends}`],
        ["starts", starts, `the cohort began on ${starts}, and nothing says when it ends`],
        ["apply_by", apply, `one could apply until ${apply}, and no later day is named`]];
      const [key, last, fact] = told.find(([, day]) => day) ?? [];
      const since = last ? w.plusDays(last, 1) : "";
      return since ? [[`/promise/boundary/cohort/${key}`, fact,
        "write the days of the next round, or take `cohort` out until there is one", { since }]] : [];
    },

    HB113({ community: { promise, channels, mixing, rituals }, words: w }) {
      const ends = rituals.map((each) => each.when?.until);
      if (!promise.method || channels.length || mixing || !ends.length || !ends.every(Boolean)) return [];
      const last = [...ends].sort().at(-1);
      return [["/promise/method", `the last ritual that could do what the method says ended on ${last}`,
        "name the ritual in which it happens: `rituals: { Page night: every Tuesday at 17:00 }`", { since: w.plusDays(last, 1) }]];
    },

    HB114: ({ community: { promise } }) => (promise.assumes.length ? [] :
      [["/promise", "nothing says what a member needs to have already",
        "name the time, tools and skill you count on: `assumes: [two hours a week, a quiet room]`"]]),

    HB115: ({ community: { promise, join, visibility } }) => (promise.found_through.length || join?.how === "invite" || visibility !== "public" ? [] :
      [["/promise", "nothing says where people hear of the group",
        "ask your last five newcomers, and write it down: `found_through: [the library's notice board]`"]]),

    HB116({ community: { promise }, words: w, known, limits: { most } }) {
      const kinds = promise.for.reduce((sum, entry) => {
        const parts = w.parted(known.JOINT, entry).map((each) => w.words(each).length);
        return sum + (parts.every((each) => each >= 1 && each <= known.BARE) ? parts.length : 1);
      }, 0);
      return kinds > most ? [["/promise/for", `the promise is for ${kinds} kinds of people`,
        `keep the ${most} at most who share one question, and give the others a group of their own`]] : [];
    },

    HB117({ community: { size }, words: w, limits: { months } }) {
      const since = w.after(size.as_of, `${months} months`);
      return since ? [["/size/as_of", `the ${size.members} members were counted on ${size.as_of}`,
        "count again, and write today's date as `as_of`", { since }]] : [];
    },

    HB118({ community: { promise } }) {
      const { starts, ends, apply_by: apply } = promise.boundary?.cohort ?? {};
      if (ends && starts && ends < starts) {
        return [["/promise/boundary/cohort/ends", `the cohort ends on ${ends}, before it starts on ${starts}`,
          "write the earlier day as `starts`; look at the year"]];
      }
      return ends && apply && ends < apply ? [["/promise/boundary/cohort/apply_by",
        `one may apply until ${apply}, after the cohort ends on ${ends}`, "write a day before the cohort starts"]] : [];
    },

    HB119({ community: { promise }, words: w }) {
      const found = w.unseen(promise.outcome);
      return found ? [["/promise/outcome", `nobody can see from outside when ${w.quoted(found)} is done`,
        "name what one could watch or count, with a verb such as finish, explain, hold or build"]] : [];
    },

    HB803({ community: { faq }, words: w, known, limits: { least } }) {
      const topicOf = (text) => {
        const there = w.words(w.spoken(text)).map(w.fold);
        for (const [topic, pattern] of Object.entries(known.PATTERNS)) {
          const found = [...new Map(there.filter((word) => w.full(pattern, word)).map((word) => [w.cut(word, known.STEM), word])).values()];
          if (found.length >= least) return `${topic === "law" ? "the " : ""}${topic} (\`${found.slice(0, 3).join("`, `")}\`)`;
        }
        return "";
      };
      return faq.flatMap(({ q, a, claim }, at) => {
        const found = topicOf(`${q} ${a ?? ""}`);
        const stands = claim?.source || (claim?.by && known.ANSWERABLE.includes(claim.basis)) || w.search(known.LINKED, a);
        return a && found && !stands ? [[`/faq/${at}/q`, `this answer about ${found} names no source`,
          "name where it comes from: `claim: { basis: source, source: ..., checked: ... }`"]] : [];
      });
    },

    HB804: ({ community: { faq }, words: w }) => faq.flatMap(({ a, claim }, at) => {
      const since = a && claim?.expires ? w.plusDays(claim.expires, 1) : "";
      return since ? [[`/faq/${at}/claim/expires`, `this answer was to be checked by ${claim.expires}`,
        "check it, then move `checked` and `expires` on; if nobody can, take the answer out", { since }]] : [];
    }),

    HB801({ community, words: w, known, texts }) {
      const language = community.language.split("-")[0];
      return texts().flatMap(([where, text]) => {
        const found = where === known.TO_COPY ? "" : w.placeholder(text, language);
        return found ? [[where, `a placeholder is still there: \`${w.cut(found, 60)}\``, known.HINT]] : [];
      });
    },

    HB811({ community: { faq }, words: w, limits }) {
      const open = faq.filter((each) => !each.a);
      if (open.length < limits.least || open.length * 100 < faq.length * limits.per_cent) return [];
      const first = w.cut(open[0]?.q, 50).trimEnd();
      return [["/faq", `${open.length} of ${faq.length} questions have no answer yet`,
        `answer one this week, for example \`${first}\`, or take out those that nobody asks`]];
    },

    HB813({ community: { review, founders }, words: w }) {
      if (review?.owner) return [];
      const example = `review: { owner: ${w.cut(founders[0] ?? "Ada Example", 30)}, every: six months }`;
      return [[review ? "/review" : "", "nobody is named who keeps this handbook true",
        `name who reads it through and how often: \`${example}\``]];
    },

    HB814({ community: { review }, words: w }) {
      const since = w.after(review.last, review.every);
      return since ? [["/review/last", `this handbook was to be read through by ${since}; it was last read on ${review.last}`,
        "read it through, mend what is no longer so, and write today's day as `last`", { since }]] : [];
    },

    HB815({ community: { faq }, words: w, known, limits: { alike } }) {
      const gists = faq.map(({ q }) => new Set(w.words(w.spoken(q)).map(w.fold).filter((word) => !known.SMALL.includes(word)).map((word) => w.without(word, "s"))));
      return faq.flatMap((each, at) => {
        const same = faq.find((_, above) => above < at && w.likeness(gists[at], gists[above]) >= alike);
        return same ? [[`/faq/${at}/q`, `this is nearly the question \`${w.cut(same.q, 70)}\``,
          "make one entry of the two, with the answer that is true"]] : [];
      });
    },

    HB816({ community: { promise }, known }) {
      const said = [...promise.for.map((text, at) => [`/promise/for/${at}`, text]), ["/promise/outcome", promise.outcome]];
      return said.filter(([, text]) => known.EXAMPLES.includes(text)).map(([where]) =>
        [where, "this is still the example of a new file", "write in your own words what you promise"]);
    },
  };

  globalThis.hearthAdviceRules = { ...globalThis.hearthAdviceRules, ...rules };
})();
