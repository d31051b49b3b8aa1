/*
 * The rules about channels and newcomers (HB4) and about rituals (HB5), as in lint/rules; see
 * advice-promise.js.
 */
(() => {
  "use strict";

  const missing = (key, section, fact, hint) => ({ community }) => (community[section][key] ? [] : [[`/${section}`, fact, hint]]);
  const lasting = (rituals) => rituals.filter((each) => !each.when?.until);
  const hourOf = (when) => (when?.at ? when.at : "");
  const earliest = (days) => days.filter(Boolean).sort()[0];

  const rules = {
    HB401: ({ community: { channels }, limits: { most } }) => (channels.length > most ?
      [["/channels", `there are ${channels.length} channels, more than a newcomer can follow`,
        "join those in which the same people talk, and close the quietest with a last note"]] : []),

    HB402({ community: { channels }, words: w }) {
      const bare = channels.filter((each) => !(each.purpose || each.serves || each.post_here.length));
      return bare.length ? [[`/channels/${channels.indexOf(bare[0])}`,
        `nothing says what ${w.listed(bare.map((each) => each.name))} ${bare.length === 1 ? "is" : "are"} for`,
        'add a line: `purpose: "Ask here, answers within a day"`']] : [];
    },

    HB404({ community: { channels }, words: w }) {
      const bare = channels.filter((each) => !each.owner);
      return bare.length ? [[`/channels/${channels.indexOf(bare[0])}`, `nobody is named who looks after ${w.listed(bare.map((each) => each.name))}`,
        "ask who reads it most, and write their id: `owner: jonas`"]] : [];
    },

    HB405({ community: { channels, onboarding }, words: w, known }) {
      const helps = (each) => (each.serves ? each.serves === "help" :
        w.search(known.HELP, [each.name, each.purpose ?? "", ...each.post_here].join(" ")));
      if (channels.length && !channels.some(helps)) {
        return [["/channels", channels.length > 1 ? "no channel serves help" : "the one channel does not say that it serves help",
          "mark the one where questions are welcome with `serves: help`, or open one"]];
      }
      return channels.length || onboarding?.ask ? [] : [["", "nothing says where one asks for help",
        'name one place for questions: `channels: { help: "Ask here, answers within a day" }`']];
    },

    HB406({ community: { channels }, words: w, known, limits: { most } }) {
      const named = channels.map((each) => w.strip(w.before(each.platform ?? "", ",")));
      const tools = new Map();
      for (const name of named) {
        const count = w.words(name).length;
        if (count > 0 && count <= known.NAME) tools.set(w.fold(name), name);
      }
      return tools.size > most ? [["/channels", `the channels are on ${tools.size} platforms: ${w.listed([...tools.values()], tools.size)}`,
        "ask which one members open anyway, and move the others there"]] : [];
    },

    HB407({ community: { onboarding, roles }, words: w, known }) {
      const greets = roles.some((role) => role.held_by.length && w.search(known.GREETS, `${role.name} ${role.does ?? ""}`));
      return onboarding?.greeter || greets ? [] : [[onboarding ? "/onboarding" : "", "nobody is named who greets newcomers",
        "ask somebody who likes new people, and write `onboarding: { greeter: jonas }`"]];
    },

    HB408: missing("first_post", "onboarding", "there is no first post for a newcomer to copy",
      'give them the beginnings: `first_post: "I am ... I need ... I can give ..."`'),

    HB409({ community: { onboarding: { questions } }, limits: { most } }) {
      if (!questions.length) {
        return [["/onboarding", "newcomers are asked nothing when they come",
          'ask what brings them, and use the answer: `questions: ["What is your draft about?"]`']];
      }
      return questions.length > most ? [["/onboarding/questions", `newcomers are asked ${questions.length} questions before they are in`,
        "keep those whose answers somebody uses in the first week"]] : [];
    },

    HB410({ community: { onboarding: { steps } }, limits: { minutes } }) {
      const short = steps.some((each) => each.when === "10 minutes" || (!each.when && each.minutes && each.minutes <= minutes));
      return short ? [] : [[steps.length ? "/onboarding/steps" : "/onboarding", `there is nothing to do in a newcomer's first ${minutes} minutes`,
        "begin small: `{ when: 10 minutes, do: Say hello with your first post, minutes: 10 }`"]];
    },

    HB411({ community: { onboarding: { steps }, expected: { hours_a_week: hours } }, words: w, known }) {
      const minutes = steps.reduce((sum, each) => sum + (known.FIRST_WEEK.includes(each.when) ? each.minutes ?? 0 : 0), 0);
      return hours && minutes > hours * 60 ? [["/onboarding/steps",
        `the first week's steps take ${minutes} minutes, and \`hours_a_week\` is ${w.general(hours)}`,
        "move a step to the first month, or say the true time in `expected.hours_a_week`"]] : [];
    },

    HB412: missing("follow_up", "onboarding", "nobody asks newcomers after a while how it is going",
      "name somebody who writes once: `follow_up: { who: jonas, after: two weeks }`"),

    HB413: ({ community: { channels }, words: w, known }) => channels.flatMap((each, at) =>
      (each.serves === "help" && !each.reply_within && !w.search(known.TIME, each.purpose) ?
        [[`/channels/${at}`, `${w.quoted(each.name)} serves help and does not say how soon somebody answers`,
          "write the time you keep even in a bad week: `reply_within: two days`"]] : [])),

    HB414({ community: { onboarding: { steps } }, words: w }) {
      const bare = steps.filter((each) => !each.done_when);
      const verb = bare.length === 1 ? "does" : "do";
      return bare.length ? [[`/onboarding/steps/${steps.indexOf(bare[0])}`,
        `${bare.length} of ${steps.length} steps ${verb} not say when they have worked, beginning with ${w.quoted(bare[0].do)}`,
        "say what one will see: `done_when: somebody has answered you`"]] : [];
    },

    HB415({ community: { join, faq } }) {
      const answered = faq.filter((each) => each.a).map((each) => each.id);
      const told = [["pauses", join?.pause || answered.includes("can-i-take-a-break")],
        ["leaves", join?.leave || answered.includes("how-do-i-leave")]];
      const lacking = told.filter(([, known]) => !known).map(([word]) => word).join(" or ");
      return lacking ? [[join ? "/join" : "", `nothing says how one ${lacking}`,
        'say it kindly: `join: { pause: "Tell your host.", leave: "Go when you like." }`']] : [];
    },

    HB416({ community: { join: { how, chosen_by: by } } }) {
      const comes = how === "apply" ? "one applies here" : "one is invited here";
      return ["apply", "invite"].includes(how) && !by ? [["/join/how", `${comes}, and nothing says how people are chosen`,
        'write who, by what and how soon: `chosen_by: "Two hosts read each note within a week."`']] : [];
    },

    HB417({ community: { channels }, people: p, words: w, limits: { least } }) {
      const owners = channels.map((each) => each.owner).filter(Boolean);
      return owners.length === channels.length && owners.length >= least && p.persons(owners).size === 1 ?
        [["/channels", `${w.quoted(owners[0])} looks after all ${owners.length} channels`,
          "hand over the smallest one, to somebody who answers there already"]] : [];
    },

    HB418: ({ community: { join }, words: w, known }) => (join.how === "apply" && !join.url && !w.search(known.ADDRESS, join.chosen_by) ?
      [["/join/how", "one applies here, and nothing says where", "give the form or an address: `url: https://example.org/apply`"]] : []),

    HB419: ({ community: { status, join } }) => (status?.state === "full" && !join?.waiting_list ?
      [["/status", "the group is full, and nothing says how one waits for a seat",
        'say how one waits, or where else to go: `waiting_list: "We write when a seat is free."`']] : []),

    HB500: ({ community: { rituals } }) => (rituals.length ? [] : [["", "no ritual says when the group comes together",
      'begin with one line, as in `rituals: {Weekly wins: "every Tuesday at 17:00"}`']]),

    HB502: ({ community: { rituals }, words: w }) => rituals.flatMap((each, at) => (each.host ? [] :
      [[`/rituals/${at}`, `nobody is named who hosts \`${w.cut(each.name, 40)}\``,
        "add an id from `people` or a name, as in `host: mira`", { until: each.when?.until }]])),

    HB504({ community: { rituals }, words: w, known }) {
      return rituals.flatMap(({ name, when }, at) => (when?.day ?? []).flatMap((day) => {
        const lacking = typeof day === "number" ? monthsWithout(day, monthsOf(when, known), known) : "";
        return lacking ? [[`/rituals/${at}/when/day`, `\`${w.cut(name, 40)}\` falls on day ${day}, which ${lacking}`,
          "write a day up to 28, or a weekday of the month, as in `day: last Friday`", { until: when.until }]] : [];
      }));
    },

    HB506: ({ community: { rituals }, words: w }) => rituals.flatMap(({ name, when, archive }, at) => (when?.until && !archive ?
      [[`/rituals/${at}`, `\`${w.cut(name, 40)}\` ended on ${when.until}, and nothing says where its notes are`,
        "add `archive:` with an address, or with the words `Nothing was kept`", { since: w.plusDays(when.until, 1) }]] : [])),

    HB507({ community: { rituals }, people: p, words: w, limits: { least } }) {
      const counted = lasting(rituals).length ? lasting(rituals) : rituals;
      const hosts = new Set(counted.map((each) => (each.host ? p.person(each.host) : "")));
      if (counted.length < least || hosts.size !== 1 || hosts.has("")) return [];
      const until = earliest(counted.map((each) => each.when?.until));
      return [["/rituals", `all ${counted.length} rituals are hosted by \`${w.cut(counted[0].host, 40)}\``,
        "ask somebody to host one of them once, with the usual host beside them", { until }]];
    },

    HB508: ({ community: { rituals }, words: w }) => rituals.flatMap((each, at) => (each.purpose ? [] :
      [[`/rituals/${at}`, `nothing says what members get out of \`${w.cut(each.name, 40)}\``,
        "add one line, as in `purpose: Hear how your page sounds to somebody else`", { until: each.when?.until }]])),

    HB509: ({ community: { rituals }, people: p, words: w }) => rituals.flatMap(({ name, when, where }, at) =>
      (hourOf(when) && !when.minutes && !p.inChannel(where) ?
        [[`/rituals/${at}/when`, `\`${w.cut(name, 40)}\` starts at ${hourOf(when)}, and nothing says when it is over`,
          "add its length to `when`, as in `minutes: 60`", { until: when.until }]] : [])),

    HB510({ community: { rituals }, words: w }) {
      return rituals.flatMap((second, index) => rituals.slice(0, index).flatMap((first) => {
        const [one, other] = [first.when, second.when];
        const day = one && other && atOnce(one, other) ? sharedDay(one, other, w) : "";
        return day ? [[`/rituals/${index}/when`,
          `\`${w.cut(first.name, 30)}\` and \`${w.cut(second.name, 30)}\` both begin on ${day} at ${hourOf(one)}`,
          "move one of them, so that nobody has to choose", { until: earliest([one.until, other.until]) }]] : [];
      }));
    },

    HB512({ community: { rituals }, people: p, words: w }) {
      const found = lasting(rituals).find((each) => !p.inChannel(each.where));
      return found && !rituals.some((each) => each.steps.length) ? [[`/rituals/${rituals.indexOf(found)}`,
        `nothing says what happens at \`${w.cut(found.name, 40)}\``,
        "add two or three steps, as in `steps: [Each reads one page, The others say what worked]`"]] : [];
    },

    HB513({ community: { rituals }, words: w, calendar }) {
      return rituals.flatMap(({ name, when }, at) => {
        if (!when?.every || ["week", "month"].includes(when.every) || when.note) return [];
        if (!when.from) {
          return [[`/rituals/${at}/when`, `${w.quoted(name)} is every ${when.every}, and nothing says counted from when`,
            `add the day of the next one to \`when\`, as in \`from: ${nextDay(when.day, w, calendar)}\``, { until: when.until }]];
        }
        const weekday = calendar.weekdays[w.weekday(when.from)];
        if (!when.every.includes("weeks") || !when.day.length || when.day.includes(weekday)) return [];
        return [[`/rituals/${at}/when/from`, `${w.quoted(name)} is on ${when.day.join(" and ")}, and counted from ${when.from}, a ${weekday}`,
          `write as \`from\` the ${when.day[0]} on which it took place first`, { until: when.until }]];
      });
    },

    HB514({ community: { rituals }, words: w, calendar, limits: { begin, end } }) {
      const all = lasting(rituals);
      const timed = all.map((each) => each.when).filter(hourOf);
      if (timed.length < Math.max(all.length, 2)) return [];
      const days = [...new Set(timed.flatMap((when) => (when.day.length ? when.day : [""]).map((day) => w.last(String(day), " "))))].sort();
      const hours = new Set(timed.map((when) => `${when.at} ${when.zone}`));
      const atWork = timed.every((when) => Number(when.at.slice(0, 2)) >= begin && Number(when.at.slice(0, 2)) < end);
      let fact = "";
      if (atWork && days.every((day) => calendar.weekdays.indexOf(day) >= 0 && calendar.weekdays.indexOf(day) < 5)) {
        fact = `all ${timed.length} rituals begin on workdays between ${begin}:00 and ${end}:00`;
      } else if (days.length === 1 && hours.size === 1 && calendar.weekdays.includes(days[0])) {
        fact = `all ${timed.length} rituals begin on a ${days[0]} at ${hourOf(timed[0])}`;
      }
      return fact ? [["/rituals", fact, "move one ritual to another hour, or add one without an hour, in a channel"]] : [];
    },

    HB516: ({ community: { rituals }, words: w }) => rituals.flatMap((each, at) => (each.when ? [] :
      [[`/rituals/${at}`, `nothing says when \`${w.cut(each.name, 40)}\` takes place`,
        'add `when: "every Tuesday at 17:00"`, or `when: {note: We tell you in the help channel}`']])),
  };

  /* The months in which a rhythm falls, from 1; none where nobody says with which it begins. */
  function monthsOf(when, known) {
    const [unit, number] = (when.every ?? "").split(" ").reverse();
    const step = Number(number ?? 1) * (known.STEPS[unit.replace(/s$/u, "")] ?? 0);
    if (!step || !when.from) return new Set(step === 1 ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : []);
    const count = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
    const first = count(when.from);
    const last = Math.min(when.until ? count(when.until) : first + known.A_CYCLE, first + known.A_CYCLE);
    const months = new Set();
    for (let month = first; month <= last; month += step) months.add((month % 12) + 1);
    return months;
  }

  /* Which months lack a day, in words that go on from `day 31, which`. */
  function monthsWithout(day, months, known) {
    const short = known.SHORT.filter(([month, [, last]]) => months.has(month) && last < day).map(([, [name]]) => name);
    if (short.length > 2) return `${short.length} months do not have`;
    if (short.length) return `${short.join(" and ")} ${short.length === 1 ? "does" : "do"} not have`;
    return day === known.LEAP && months.has(2) ? "February has in leap years only" : "";
  }

  /* Whether the hour is the same, and there is a time in which both take place. */
  function atOnce(one, other) {
    const begins = [one.from, other.from].filter(Boolean).sort();
    const ends = [one.until, other.until].filter(Boolean).sort();
    const overlap = !begins.length || !ends.length || begins.at(-1) <= ends[0];
    return Boolean(one.at) && one.at === other.at && (one.zone ?? null) === (other.zone ?? null) && overlap;
  }

  /* A day that both surely have; empty where there is none, or exceptions may keep them apart. */
  function sharedDay(one, other, w) {
    if (one.every === "week" || other.every === "week") {
      const [weekly, more] = one.every === "week" ? [one, other] : [other, one];
      const names = more.day.map((day) => w.last(String(day), " "));
      const apart = one.except.length || other.except.length;
      return apart ? "" : String(weekly.day.find((day) => names.includes(String(day))) ?? "");
    }
    const day = one.day.find((each) => other.day.includes(each) && inStep(one, other, w)) ?? "";
    if (typeof day === "number") return `day ${day} of the month`;
    return day.includes(" ") ? `the ${day}` : day;
  }

  /* Whether two rhythms are the same and fall in the same weeks or months. */
  function inStep(one, other, w) {
    if (one.every !== other.every || one.every === "month") return one.every === other.every;
    const [unit, number] = (one.every ?? "").split(" ").reverse();
    if (!one.from || !other.from || unit !== "weeks") return Boolean(one.from) && one.from === other.from;
    const week = (day) => Math.floor((w.dayNumber(day) + 3) / 7);
    return (week(one.from) - week(other.from)) % Number(number) === 0;
  }

  /* The first day from a Monday in January on that fits a rhythm, to show how it is written. */
  function nextDay(days, w, { weekdays, ordinals }) {
    const fits = (day, wanted) => {
      const number = Number(day.slice(8));
      if (typeof wanted === "number") return number === wanted;
      const [weekday, ordinal] = wanted.split(" ").reverse();
      if (weekdays[w.weekday(day)] !== weekday) return false;
      if (ordinal === "last") return w.plusDays(day, 7).slice(5, 7) !== day.slice(5, 7);
      return !ordinal || ordinals[Math.floor((number - 1) / 7)] === ordinal;
    };
    const monday = "2027-01-04";
    const coming = Array.from({ length: 62 }, (_, count) => w.plusDays(monday, count));
    return coming.find((each) => days.some((day) => fits(each, day))) ?? monday;
  }

  globalThis.hearthAdviceRules = { ...globalThis.hearthAdviceRules, ...rules };
})();
