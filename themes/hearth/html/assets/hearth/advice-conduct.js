/*
 * The rules about the code of conduct (HB2) and the norms (HB3), as in lint/rules; see
 * advice-promise.js.
 */
(() => {
  "use strict";

  /* A rule that finds that nothing is said under one key of the code. */
  const silent = (key, fact, hint) => ({ community: { conduct } }) => (conduct[key] ? [] : [["/conduct", fact, hint]]);

  const subset = (some, all) => [...some].every((each) => all.has(each));

  function kindsTold(norms, both) {
    const said = norms.map((norm) => norm.kind).filter(Boolean);
    return `of ${norms.length} norms ${said.length} ${said.length === 1 ? "says its" : "say their"} kind, ${both([...new Set(said)].sort(), "and")}`;
  }

  /* Each entry that is nearly one above it, with the first such one. */
  function twins(gists, likeness, alike, apart = () => false) {
    const told = new Map();
    gists.forEach((one, first) => gists.forEach((other, second) => {
      if (second > first && !told.has(second) && !apart(first, second) && likeness(one, other) >= alike) told.set(second, first);
    }));
    return [...told];
  }

  const rules = {
    HB200: ({ community: { conduct } }) => (conduct ? [] : [["", "nothing says to whom a member can turn who was hurt",
      'name two people: `conduct: { contacts: ["Noor, noor@example.org", "Ada, ada@example.org"] }`']]),

    HB201({ community: { conduct: { contacts } }, people: p, words: w, limits: { least } }) {
      const who = contacts.map((each) => p.person(each.who));
      const found = new Set(who).size;
      if (found >= least) return [];
      const takers = found === 1 ? "one person takes" : `${found} people take`;
      const again = who.find((each, at) => who.indexOf(each) < at);
      const count = who.filter((each) => each === again).length;
      const twice = again === undefined ? "" : `${w.quoted(contacts[who.indexOf(again)].who)} stands there ${count === 2 ? "twice" : `${count} times`}`;
      const fact = !found ? "nobody is named who takes reports" : twice ? `${twice}, so ${takers} reports` : `only ${takers} reports`;
      return [["/conduct/contacts", fact, "name two people, one of them outside the circle that leads"]];
    },

    HB202({ community: { conduct: { contacts } }, people: p, words: w }) {
      if (!contacts.length || contacts.some(p.independent)) return [];
      const names = contacts.slice(0, 3).map((each) => `\`${w.shorten(each.who, 30)}\``).join(", ");
      if (!p.leads().size) {
        return [["/conduct/contacts", `nothing says whether ${names} stand outside the circle that leads`,
          "write `independent: true` beside whoever leads nothing, or add somebody who does not"]];
      }
      return [["/conduct/contacts", `all who take reports belong to those who lead: ${names}`,
        "add somebody who leads nothing: `{ who: Noor Example, reach: noor@example.org, independent: true }`"]];
    },

    HB203({ community: { conduct: { contacts } }, people: p, words: w, known }) {
      const lines = contacts.map(({ reach }) => {
        const numbers = w.all(known.NUMBER, reach).map(([each]) => each.replace(/\P{Nd}/gu, ""));
        return new Set([...p.mailboxes(reach), ...numbers]);
      });
      const shared = new Set(lines.flatMap((each) => [...each]).filter((line) => lines.filter((each) => each.has(line)).length > 1));
      const last = lines.map((each) => each.size > 0 && subset(each, shared)).lastIndexOf(true);
      if (last < 0) return [];
      const beside = lines.findIndex((each, at) => at !== last && [...each].some((line) => lines[last].has(line)));
      const both = [beside, last].map((at) => `\`${w.shorten(contacts[at].who, 30)}\``).join(" and ");
      return [[`/conduct/contacts/${last}/reach`, `${both} are reached under the same address or number`,
        "give each of them an address that only they read, such as `noor@example.org`"]];
    },

    HB204({ community: { conduct, channels }, people: p, words: w, known }) {
      const bare = (place) => w.split(w.replaced(known.AROUND, w.fold(place), " ")).join(" ");
      const open = new Set(channels.flatMap((each) => [each.name, each.id, each.url]).filter(Boolean).map(bare));
      return conduct.contacts.flatMap(({ who, reach }, at) => {
        const [where, name] = [`/conduct/contacts/${at}`, w.shorten(who, 40)];
        const hint = "write how to reach them alone, as in `reach: noor@example.org`";
        if (!reach && !p.mailboxes(who).size) return [[where, `nothing says how to reach \`${name}\` in private`, hint]];
        if (!reach || !bare(reach) || !open.has(bare(reach))) return [];
        return [[`${where}/reach`, `\`${name}\` is reached through \`${w.shorten(reach, 40)}\`, which the group reads`, hint]];
      });
    },

    HB205({ community: { conduct, roles }, people: p, words: w }) {
      const contacts = p.persons(conduct.contacts.map((each) => each.who));
      const role = contacts.size < 2 ? undefined : roles.find(({ held_by: held }) => {
        const holders = p.persons(held.map((each) => each.person));
        return holders.size > contacts.size && subset(contacts, holders);
      });
      const all = contacts.size === 2 ? "both" : `all ${contacts.size}`;
      return role ? [["/conduct/contacts", `${all} who take reports hold the role \`${w.shorten(role.name, 40)}\``,
        "let one of them make room for somebody who came later and holds another post, or none"]] : [];
    },

    HB206: silent("receipt_within", "nothing says how soon somebody who reports hears that it arrived",
      "add a time you can keep on holiday too, as in `receipt_within: two days`"),
    HB207: silent("appeal", "nobody is named who looks again at a decision about a report",
      'name others than the contacts: `appeal: { to: "The board, board@example.org" }`'),

    HB208({ community: { conduct: { appeal } }, people: p, words: w }) {
      return appeal?.to && p.backToContacts(appeal.to) ? [["/conduct/appeal/to",
        `the appeal goes to \`${w.shorten(appeal.to, 50)}\`, back to those who take reports`,
        'name others, as in `appeal: { to: "The library board, board@example.org" }`']] : [];
    },

    HB209: silent("anonymous", "there is no way to report something without giving a name",
      "say where a note can be left, as in `anonymous: A note in the box at the library desk.`"),
    HB210: silent("retaliation", "the code forbids revenge for a report, and nothing says what follows from it",
      "add what follows, as in `retaliation: Whoever makes somebody pay for a report leaves.`"),

    HB211: ({ community: { conduct: { review } } }) => (review?.every ? [] :
      [[review ? "/conduct/review" : "/conduct", "nothing says how often the code is read again and mended",
        "choose a rhythm and note the last time, as in `review: { last: 2026-11-01, every: year }`"]]),

    HB212({ community: { conduct: { review } }, words: w }) {
      const since = w.after(review?.last, review?.every);
      return since ? [["/conduct/review/last", `the review of the code fell due on ${since}`,
        "read it with the contacts, try each address once, and write today's date as `last`", { since }]] : [];
    },

    HB213({ community: { conduct: { ladder } }, limits: { least } }) {
      const found = ladder.length;
      const fact = found ? `the ladder has only ${found === 1 ? "one step" : `${found} steps`}` :
        "nothing says what follows when somebody breaks the code";
      return found < least ? [[found ? "/conduct/ladder" : "/conduct", fact,
        "begin small, end hard: `ladder: [A private word, A month without posting, You leave]`"]] : [];
    },

    HB214: ({ community: { conduct } }) => (conduct.above || conduct.stand_by ? [] :
      [["/conduct", "nobody is named for cases about those who lead or take reports",
        "name somebody outside the group, as in `stand_by: Ada Example, ada@example.org`"]]),

    HB215({ community: { conduct }, people: p, limits: { few } }) {
      const inside = p.insiders();
      const named = p.persons([conduct.above, conduct.stand_by].filter(Boolean));
      return inside.size < few && !conduct.contacts.some(p.independent) && subset(named, inside) ? [["/conduct",
        `few people lead (${inside.size}), and the code names nobody from outside`,
        "name one person who is not a member, as in `stand_by: Ada Example, ada@example.org`"]] : [];
    },

    HB216: silent("emergency", "the code sends people to the emergency services, and gives no number",
      "write the number for where you are, as in `emergency: Call 112, then tell a contact.`"),
    HB217: silent("decide_within", "nothing says how soon a report is decided",
      "add a time, as in `decide_within: two weeks`; if it takes longer, tell both sides why"),
    HB218: silent("conflict_of_interest", "nothing of your own says who steps aside from a case, and who takes the empty place",
      "say both, as in `conflict_of_interest: Friends step aside. Ada takes their place.`"),

    HB219({ community: { care, tags, promise }, words: w, known, limits: { topics } }) {
      const line = Boolean(care?.crisis_lines.length);
      const lacks = line ? [] : ["no crisis line is named"];
      if (!care?.not_a_substitute) lacks.push("nothing says what the group cannot replace");
      if (!lacks.length) return [];
      const some = topics.map((each) => w.escape(each.replaceAll("-", " "))).join("|");
      const word = new RegExp(`${w.BOUNDARY}(?:${some})${w.BOUNDARY}`, "iu");
      const told = [...tags.map((tag, at) => [`/tags/${at}`, tag]), ...promise.for.map((each, at) => [`/promise/for/${at}`, each]),
        ["/promise/outcome", promise.outcome ?? ""]];
      for (const [where, text] of told) {
        const spaced = text.replaceAll("-", " ");
        const found = word.exec(spaced);
        if (found?.[0] || known.ALONE.includes(w.fold(spaced))) {
          const said = found?.[0] ? text.slice(found.index, found.index + found[0].length) : text;
          const hint = known.HINTS.find(([each]) => each === line)[1];
          return [[care ? "/care" : where, `\`${said}\` is about health, and ${lacks.join(" and ")}`, hint]];
        }
      }
      return [];
    },

    HB220({ community: { facilitation: said, channels, rituals, join }, known }) {
      const lacks = channels.length && join?.how === "open" && !said?.spam ? ["spam"] : [];
      if ((channels.length || rituals.length) && !said?.disrespect) lacks.push("disrespect");
      return lacks.length ? [[said ? "/facilitation" : "", `nobody has written down what hosts do about ${lacks.join(" and ")}`,
        known.HINTS[lacks.at(-1)]]] : [];
    },

    HB221: silent("records", "nothing says where notes on a case are kept, who reads them, and for how long",
      "add a line, as in `records: One file, read by the contacts alone, deleted after a year.`"),

    HB222({ community: { conduct: { decisions: said, contacts } } }) {
      const lacks = said?.quorum ? [] : ["how many must agree"];
      if (!said?.tie_break) lacks.push("who breaks a tie");
      return contacts.length > 1 && lacks.length ? [[said ? "/conduct/decisions" : "/conduct",
        `${contacts.length} people take reports, and nothing says ${lacks.join(" or ")}`,
        "settle it now, as in `decisions: { quorum: both contacts, tie_break: the stand-by person }`"]] : [];
    },

    HB223({ community: { conduct }, people: p, words: w }) {
      const [inside, contacts] = [p.insiders(), p.takesReports()];
      const outside = p.persons(conduct.contacts.filter(p.independent).map((each) => each.who));
      return ["above", "stand_by"].flatMap((key) => {
        const who = conduct[key] ? p.person(conduct[key]) : null;
        const taking = contacts.has(who) && !(key === "stand_by" && outside.has(who));
        if (who === null || !(inside.has(who) || taking)) return [];
        const [too, work] = inside.has(who) ? ["leads too", "leads nothing here"] : ["takes the reports too", "takes no reports"];
        return [[`/conduct/${key}`, `\`${w.shorten(conduct[key], 40)}\` is named for cases about leads, and ${too}`,
          `name somebody who ${work}, as in \`${key}: Ada Example, ada@example.org\``]];
      });
    },

    HB224({ community: { conduct }, people: p, words: w, known }) {
      const said = conduct.anonymous ?? "";
      const [box] = [...p.mailboxes(said)].sort();
      return box && !w.search(known.OTHERWISE, said) ? [["/conduct/anonymous", `an e-mail to \`${box}\` shows who wrote it`,
        "name a box, a letter or a form, or say how to write from an address that does not tell"]] : [];
    },

    HB225: ({ community: { conduct }, people: p, words: w }) => conduct.contacts.flatMap((each, at) =>
      (each.independent && p.founders().has(p.person(each.who)) ?
        [[`/conduct/contacts/${at}/independent`, `${w.quoted(each.who)} is a founder and is marked as independent`,
          "write `independent: false`, and name somebody outside"]] : [])),

    HB300: ({ community: { norms } }) => (norms.length ? [] :
      [["", "no norm is written down", 'write the habit you already keep: `norms: ["We ask before we advise."]`']]),

    HB301({ community: { norms }, words: w }) {
      const kinds = norms.map((norm) => norm.kind).filter(Boolean);
      return kinds.length && !kinds.includes("safety") ? [["/norms", `${kindsTold(norms, w.both)}; none keeps people safe`,
        "write one that says what is never done to a member here, and give it `kind: safety`"]] : [];
    },

    HB302({ community: { norms }, words: w }) {
      const kinds = norms.map((norm) => norm.kind).filter(Boolean);
      return kinds.length && !kinds.includes("contribution") ? [["/norms", `${kindsTold(norms, w.both)}; none says what members give`,
        "write one such as `We answer one page for each page we post.`, with `kind: contribution`"]] : [];
    },

    HB303({ community: { norms }, words: w }) {
      const bare = norms.filter((norm) => !norm.example);
      if (!bare.length) return [];
      const name = w.quoted(bare[0].name || bare[0].statement);
      const verb = bare.length === 1 ? "has" : "have";
      return [[`/norms/${norms.indexOf(bare[0])}`, `${bare.length} of ${norms.length} norms ${verb} no example, beginning with ${name}`,
        'add what somebody said: `example: "Ideas, or an ear?"`']];
    },

    HB304: ({ community: { norms }, limits: { most } }) => (norms.length > most ?
      [["/norms", `there are ${norms.length} norms, more than anybody keeps in mind`,
        "keep the five to seven that somebody breaks now and then, and let the others go"]] : []),

    HB305({ community: { norms }, words: w, known }) {
      const saidOf = (norm) => w.words((norm.statement ?? "").replaceAll(known.CURLED, "'")).map(w.fold);
      const vague = norms.filter((norm) => {
        const said = saidOf(norm);
        return said.some((word) => known.VAGUE.includes(word)) && said.every((word) => known.VAGUE.includes(word) || known.AROUND.includes(word));
      });
      if (!vague.length) return [];
      const more = vague.length - 1;
      const others = more ? `, nor ${more === 1 ? "another" : `${more} others`} of ${norms.length} norms` : "";
      const found = known.HINTS.find(([begins]) => saidOf(vague[0]).some((word) => begins.some((each) => word.startsWith(each))));
      return [[`/norms/${norms.indexOf(vague[0])}/statement`,
        `nobody could tell whether ${w.quoted(vague[0].statement)} has been broken${others}`,
        `say what one would see or hear: \`${found?.[1] ?? "We say what worked before what did not."}\``]];
    },

    HB306({ community: { norms }, words: w, limits: { alike } }) {
      return twins(norms.map((norm) => w.gist(norm.statement)), w.likeness, alike).map(([second, first]) => [`/norms/${second}`,
        `${w.quoted(norms[second].statement)} says nearly what ${w.quoted(norms[first].statement)} says`,
        `keep the better of norms ${first + 1} and ${second + 1}`]);
    },

    HB307({ community: { norms }, words: w, known, limits: { least } }) {
      const found = norms.filter(({ statement }) => w.start(known.FORBIDS, statement) && !w.search(known.INSTEAD, statement));
      return norms.length >= least && found.length * 2 > norms.length ? [["/norms",
        `${found.length} of ${norms.length} norms only forbid, such as ${w.quoted(found[0].statement)}`,
        "turn one round: write what members do in its place, as in `We ask before we advise.`"]] : [];
    },

    HB403({ community: { channels }, words: w, limits: { alike } }) {
      const apart = (first, second) => {
        const [one, other] = [channels[first].serves, channels[second].serves];
        return one && other && one !== other;
      };
      return twins(channels.map((each) => w.gist(each.purpose)), w.likeness, alike, apart).map(([second, first]) => [`/channels/${second}`,
        `${w.quoted(channels[first].name, 20)} and ${w.quoted(channels[second].name, 20)} have nearly the same purpose`,
        "make one channel of the two, or add to each what does not belong there: `not_here`"]);
    },
  };

  globalThis.hearthAdviceRules = { ...globalThis.hearthAdviceRules, ...rules };
})();
