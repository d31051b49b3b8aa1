/*
 * Who is who in a community, as in lint/people.py: the same person may stand there by an id or by a
 * name. `hearthAdvicePeople(community, facts, words)` gives the questions that rules ask.
 */
(() => {
  "use strict";

  globalThis.hearthAdvicePeople = (community, facts, words) => {
    const { people: known } = facts.rules.words;
    const { fold, strip, full, search, replaced, before } = words;
    const contacts = community.conduct?.contacts ?? [];
    const has = (key) => key in community.people;
    const remembered = new Map();

    /* The name alone, without an address, brackets or a house. */
    function bare(reference) {
      const turned = full(known.FAMILY_FIRST, reference);
      if (turned) return `${turned[2]} ${turned[1]}`;
      const name = strip(replaced(known.BRACKETS, replaced(known.MAIL, before(reference, ","), " "), " "));
      const placed = full(known.HOME, name);
      return fold(placed && !placed[1].startsWith("The ") ? strip(placed[1]) : name);
    }

    const partsOf = (name) => words.all(known.WORD, words.withoutMarks(fold(name))).map(([word]) => word).sort();

    function alike(one, other) {
      const [first, second] = [partsOf(bare(one)), partsOf(bare(other))];
      if (!first.length || !second.length) return false;
      if (first.join(" ") === second.join(" ")) return true;
      const rest = [...second];
      const left = [];
      for (const word of first) {
        const at = words.lengthOf(word) > 1 ? rest.indexOf(word) : -1;
        if (at < 0) left.push(word);
        else rest.splice(at, 1);
      }
      if (left.length === first.length || left.length !== rest.length) return false;
      return left.every((each, at) => [words.lengthOf(each), words.lengthOf(rest[at])].includes(1) && words.cut(each, 1) === words.cut(rest[at], 1));
    }

    const namesOf = (key) => [key, community.people[key].name, community.people[key].handle].filter(Boolean);

    /* One key for a person, however they are written: their id, or the name in small letters. */
    function person(reference) {
      if (!remembered.has(reference)) remembered.set(reference, found(reference ?? ""));
      return remembered.get(reference);
    }

    function found(reference) {
      if (has(reference)) return reference;
      const name = fold(bare(reference));
      const plain = name.replace(/^@/u, "");
      const keys = Object.keys(community.people);
      const exact = keys.find((key) => namesOf(key).map((each) => fold(each.replace(/^@/u, ""))).some((each) => each === name || each === plain));
      if (exact !== undefined) return exact;
      const near = keys.filter((key) => namesOf(key).some((each) => alike(name, each)));
      if (near.length) return near.length === 1 ? near[0] : name;
      const counted = [...community.founders, ...contacts.map((each) => each.who)].filter(Boolean);
      const same = counted.find((each) => alike(name, each));
      return same === undefined ? name : fold(bare(same));
    }

    const persons = (references) => new Set(references.map(person));
    const founders = () => persons(community.founders);

    function leads() {
      const holders = community.roles.flatMap((role) => role.held_by.map((each) => each.person));
      const hosts = community.rituals.map((each) => each.host);
      const owners = community.channels.map((each) => each.owner);
      return persons([...community.founders, ...[...holders, ...hosts, ...owners].filter(Boolean)]);
    }

    /* Whether a place is one of the channels. */
    function inChannel(where) {
      const bareName = (name) => fold((name ?? "").replace(/^#/u, ""));
      return community.channels.flatMap((each) => [each.id, each.name]).filter(Boolean).map(bareName).includes(bareName(where));
    }

    const mailboxes = (text) => new Set(words.all(known.MAIL, text).map(([each]) => fold(each)));
    const takesReports = () => persons(contacts.map((each) => each.who));

    /* Whether a contact is outside the circle that leads. A founder never is. */
    function independent(contact) {
      const key = person(contact.who);
      if (founders().has(key)) return false;
      if (contact.independent !== null) return contact.independent;
      const circle = leads();
      return circle.size > 0 && !circle.has(key);
    }

    function insiders() {
      const said = new Map(contacts.filter((each) => each.independent !== null).map((each) => [person(each.who), each.independent]));
      const started = founders();
      return new Set([...leads(), ...said.keys()].filter((each) => started.has(each) || !said.get(each)));
    }

    /* Whether words name nobody but those who take reports. */
    function backToContacts(to) {
      const name = replaced(known.MAIL, to, "").replace(/^[ ,;<>()]+|[ ,;<>()]+$/gu, "");
      if (full(known.CONTACTS, name)) return true;
      if (full(known.LEADERS, name)) return contacts.some((each) => !(each.independent && independent(each)));
      return contacts.some((each) => isOrNames(to, each));
    }

    function isOrNames(to, contact) {
      const key = person(contact.who);
      const boxes = mailboxes(`${contact.who} ${contact.reach ?? ""}`);
      if (person(to) === key || [...mailboxes(to)].some((each) => boxes.has(each))) return true;
      if (search(known.SET_APART, to)) return false;
      const names = has(key) ? namesOf(key) : [before(contact.who, ",")];
      const text = replaced(known.MAIL, to, " ");
      return names.some((each) => namesIn(text, words.split(each.replace(/^@/u, "")).join(" ")));
    }

    /* Whether a text holds a name, or its first word by itself. */
    function namesIn(text, name) {
      const first = before(name, " ");
      if (!first) return false;
      const parts = words.parted(known.BETWEEN, text).map((each) => fold(each.replace(/^[ .]+|[ .]+$/gu, "")));
      if (parts.includes(fold(name)) || parts.includes(fold(first))) return true;
      const { LETTER, escape } = words;
      const capital = escape(first[0].toUpperCase() + first.slice(1));
      const whole = new RegExp(`(?<![${LETTER}])${escape(name)}(?![${LETTER}])`, "u");
      const alone = new RegExp(`(?<![A-Z][${LETTER}])(?<![${LETTER}])${capital}(?![${LETTER}'\\u2019-])(?!\\s+(?![a-z])[\\p{L}\\p{Nl}\\p{No}])`, "u");
      return (name.includes(" ") && whole.test(text)) || alone.test(text);
    }

    return { person, persons, founders, leads, inChannel, mailboxes, takesReports, independent, insiders, backToContacts, has };
  };
})();
