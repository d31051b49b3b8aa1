/*
 * The rules about roles, people and what is public (HB6), as in lint/rules; see advice-promise.js.
 */
(() => {
  "use strict";

  /* A rule about the roles that lack something, told of all of them at the first. */
  const lacking = (lacks, fact, hint) => ({ community: { roles }, words: w }) => {
    const found = roles.filter(lacks);
    return found.length ? [[`/roles/${roles.indexOf(found[0])}`, fact(w.listed(found.map((role) => role.name))), hint]] : [];
  };

  const rules = {
    HB600: ({ community: { roles } }) => (roles.length ? [] : [["", "no `roles` say which work a member could take on",
      "begin with the smallest one: `roles: { Greeter: Writes to each newcomer on their first day }`"]]),

    HB601({ community: { roles }, people: p, words: w, limits: { least } }) {
      const held = roles.filter((role) => role.held_by.length);
      const holders = p.persons(held.flatMap((role) => role.held_by.map((each) => each.person)));
      const started = p.founders();
      return held.length >= Math.max(least, 1) && [...holders].every((each) => started.has(each)) ? [["/roles",
        `founders hold all ${held.length} roles that anybody holds: ${w.listed(held.map((role) => role.name))}`,
        "offer the smallest of them to a member for a month, with `open_seats: 1`"]] : [];
    },

    HB602: ({ community: { roles }, words: w }) => roles.flatMap((role, at) => role.held_by.flatMap(({ person, until }, place) => {
      const since = until ? w.plusDays(until, 1) : "";
      return since ? [[`/roles/${at}/held_by/${place}/until`, `\`${person}\` is named as ${role.name}, and the term ended on ${until}`,
        "write the new `until` if they go on; if not, take them out and set `open_seats: 1`", { since }]] : [];
    })),

    HB603({ community, people: p, words: w, known, limits: { bodies } }) {
      const named = [
        ...community.roles.flatMap((role, at) => role.held_by.map((each, place) => [`/roles/${at}/held_by/${place}`, each.person, 1])),
        ...community.rituals.map((each, at) => [`/rituals/${at}/host`, each.host, 2]),
        ...community.channels.map((each, at) => [`/channels/${at}/owner`, each.owner, 2])];
      const upper = (part) => /^\p{Uppercase}/u.test(part);
      const isName = (text, least) => {
        const parts = w.split(text);
        if (parts.length < least || parts.length > known.LONGEST || parts.some((part) => bodies.includes(w.fold(part)))) return false;
        return upper(parts[0]) && parts.every((part) => upper(part) || known.SMALL.includes(part));
      };
      const work = community.roles.map((role) => w.fold(role.name ?? ""));
      const found = new Map();
      for (const [where, reference, least] of named) {
        const name = w.strip(w.before(reference ?? "", ","));
        const unknown = !p.has(p.person(reference));
        if (unknown && !work.includes(w.fold(name)) && isName(name, least) && !found.has(name)) found.set(name, where);
      }
      const [first] = found.keys();
      return found.size ? [[found.get(first), `no entry in \`people\` says how to show ${w.listed([...found.keys()])}`,
        `ask them, and add \`people: { ${w.wordsToId(first)}: { name: ${first}, show: name } }\``]] : [];
    },

    HB604: lacking((role) => !role.stop, (names) => `nothing says how to stop as ${names}`,
      "write the way out: `stop: Tell the hosts two weeks ahead; no reasons needed`"),

    HB605({ community, people: p, words: w, known, limits: { shared }, texts, slug }) {
      const meant = (where) => w.start(known.MEANT, where);
      const reach = (community.conduct?.contacts ?? []).map((each) => each.reach);
      const urls = [community.join?.url, ...community.links.map((each) => each.url)];
      const offered = [...texts().filter(([where]) => meant(where)).map(([, text]) => text), ...reach, ...urls];
      const fine = p.mailboxes(offered.filter(Boolean).join("\n"));
      const group = w.fold(`${slug} ${community.name ?? ""}`).replace(/[^\p{L}\p{N}]+/gu, "");
      const own = (box) => {
        const parts = w.before(box, "@").split(/[.+_-]/u);
        return !(parts.some((each) => shared.includes(each)) || w.search(known.LISTS, box) || group.includes(parts.join("")));
      };
      return texts().filter(([where, text]) => text.includes("@") && !meant(where)).flatMap(([where, text]) =>
        [...p.mailboxes(text)].filter((box) => !fine.has(box) && own(box) && !w.fold(text).includes(`@${box}`)).sort().map((box) =>
          [where, `\`${box}\` looks like one person's own address`,
            "write an address that several of you read, or name a channel; search engines keep the old one"]));
    },

    HB607({ community: { faq, people }, people: p, words: w, known }) {
      const qualified = (by) => {
        const person = people[p.person(by)];
        if (person) return person.credentials || person.show === "nothing";
        const after = by.includes(",") ? w.strip(by.slice(by.indexOf(",") + 1)) : "";
        return by === known.UNNAMED || (after && !after.includes("@"));
      };
      return faq.flatMap(({ claim }, at) => {
        if (claim?.basis !== "expert" || (claim.by && qualified(claim.by))) return [];
        return claim.by ? [[`/faq/${at}/claim`, `nothing says what makes \`${claim.by}\` the expert of this answer`,
          "write `credentials: Registered dietitian since 2015` in `people`, or `basis: experience`"]] :
          [[`/faq/${at}/claim`, "this answer calls itself an expert's, and names nobody",
            "name the expert, or write `basis: experience` if it is your own"]];
      });
    },

    HB608: lacking((role) => !role.start_small && !role.open_seats, (names) => `nothing says how to try out being ${names}`,
      "write one evening's worth: `start_small: Greet one person, with Jonas beside you`"),

    HB609({ community: { roles }, people: p, words: w, limits: { least } }) {
      const held = new Map();
      roles.forEach((role, at) => role.held_by.forEach((holder) => {
        const key = p.person(holder.person);
        if (!held.has(key)) held.set(key, new Map());
        held.get(key).set(at, holder);
      }));
      const count = Math.max(least, 1);
      return [...held.values()].filter((mine) => mine.size >= count).map((mine) => {
        const numbers = [...mine.keys()];
        const who = [...mine.values()][0].person;
        const until = [...mine.values()].map((each) => each.until ?? "9999-12-31").sort().reverse()[count - 1];
        return [`/roles/${numbers[count - 1]}/held_by`, `\`${who}\` holds ${mine.size} roles: ${w.listed(numbers.map((at) => roles[at].name))}`,
          "offer one of them to somebody else, with a small start and `open_seats: 1`",
          { until: until === "9999-12-31" ? "" : until }];
      });
    },

    HB610: lacking((role) => !role.term, (names) => `nothing says for how long one is ${names}`, "write an end: `term: six months`"),

    HB611({ community, words: w, texts }) {
      const own = texts().filter(([where]) => !where.startsWith("/people/")).map(([, text]) => text);
      const reach = (community.conduct?.contacts ?? []).map((each) => each.reach ?? "");
      const said = w.fold([...own, ...reach].join("\n"));
      const isNamed = (key, { name, handle }) => [key, name, handle].filter(Boolean).map(w.fold).some((each) =>
        said.includes(each) && new RegExp(`(?<![${w.LETTER}])${w.escape(each)}(?![${w.LETTER}])`, "u").test(said));
      return Object.entries(community.people).flatMap(([key, each]) => {
        const hidden = each.show === "nothing";
        if ((!hidden && (each.answers_for || each.credentials)) || isNamed(key, each)) return [];
        const wish = hidden ? ", who asked for `show: nothing`," : "";
        return [[w.pointer("people", key), `\`${key}\`${wish} stands in \`people\`, and nothing in this handbook names them`,
          "take the entry out, or name them where they do something"]];
      });
    },

    HB612: ({ community: { privacy } }) => (privacy ? [] : [["", "no `privacy` says what is public and what stays inside",
      "write two lines: `privacy: What is said here stays here. To have a text removed, ask a host`"]]),

    HB613: ({ community: { decisions } }) => (decisions ? [] : [["", "no `decisions` say how the group decides, and who breaks ties",
      "write a line: `decisions: Hosts propose, members object within a week, ties go by lot`"]]),

    HB614: ({ community: { access, rituals }, words: w }) => (access ? [] :
      [["/rituals", `no \`access\` says who can come, and how, to ${w.listed(rituals.map((each) => each.name))}`,
        "begin with `access: { just_listening: Always welcome, other: Tell a host what you need }`"]]),

    HB615: lacking((role) => role.open_seats && !role.start_small, (names) => `seats are open, and nothing says how to begin as ${names}`,
      "write a first step: `start_small: Keep the time for one evening, then tell Tess`"),

    HB616: lacking((role) => !role.held_by.length && !role.open_seats, (names) => `nobody holds ${names}, and no seat is open`,
      "write `open_seats: 1`, or name who does it in `held_by`, or take the role out"),

    HB617: ({ community: { people }, words: w }) => Object.entries(people).flatMap(([key, { name, handle, show }]) => {
      const made = w.wordsToId(name ?? "");
      return name && show === "handle" && !handle && made.includes("-") && made === key ? [[w.pointer("people", key),
        `\`${key}\` has no handle, so pages show this id, which is the full name`,
        "add the `handle` they like, or `show: name` if they agree to it"]] : [];
    }),
  };

  globalThis.hearthAdviceRules = { ...globalThis.hearthAdviceRules, ...rules };
})();
