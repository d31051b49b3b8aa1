/*
 * What takes place in the coming weeks, as one list by day on the reader's clock.
 *
 * Elements with `data-hb-agenda` carry a rule and a link each, and on the hub the name of their
 * community; the list comes after the one whose value is `list`. They stay on the page: without
 * this script they are the agenda, and what follows no rule stands only there.
 */
(() => {
  "use strict";

  const { clock, dates, make, speaker, times } = globalThis.hearthbook;
  const { now } = clock;
  const say = speaker(document.currentScript);

  const DAYS = 28; /* shown at once */
  const MOST = 40;
  const YEAR = 366;
  const first = times.today(times.here, now);

  /* A meeting of the page; undefined where its rule cannot be read. */
  function meetingOf(element) {
    const { hbRule, hbCities, hbGroup } = element.dataset;
    const link = element.querySelector("a[href]");
    return link && clock.quietly(() => {
      const rules = times.readRules(hbRule);
      return { rules, link, cities: hbCities, group: hbGroup && decodeURIComponent(hbGroup), shifts: dates.shiftsOf(rules) };
    });
  }

  /* Every time before the day `end`; by day, whole days first, then by the hour that is shown. */
  function entries(meetings, end) {
    const all = meetings.flatMap((meeting) => (
      times.coming(meeting.rules, now, { end: end + 1 }).map((time) => ({ ...clock.seen(time, now), time, meeting }))
    ));
    const order = (each) => (each.time.whole ? each.day * times.DAY - 1 : each.clock);
    return all.filter((each) => each.day < end).sort((one, other) => order(one) - order(other));
  }

  function note(className, textContent) {
    return textContent ? [" ", make("span", { className, textContent })] : [];
  }

  function line({ apart, hour, time, meeting }) {
    const link = meeting.link.cloneNode(true);
    link.removeAttribute("id");
    const shift = meeting.shifts.find((each) => each.time.start === time.start);
    const about = make("p", {}, link,
      ...note("hb-agenda-of", meeting.group),
      ...note("hb-there", apart ? dates.there(time, meeting.cities) : ""),
      ...note("hb-special", clock.special(time, first)));
    const item = make("li", {}, dates.timeElement(time, hour || say("some_time")), about);
    if (shift) item.append(dates.warning(shift, meeting.cities));
    return item;
  }

  /* The entries below a heading for each day. */
  function byDay(shown, level) {
    const parts = [];
    let list;
    let last;
    for (const each of shown) {
      if (each.day !== last) {
        last = each.day;
        list = make("ul");
        const heading = make(level, {}, clock.dateInWords(each.day, first), ...note("hb-soon", clock.soon(each.day - first)));
        parts.push(heading, list);
      }
      list.append(line(each));
    }
    return parts;
  }

  /* One level below the heading under which the list stands. */
  function levelBelow(place) {
    const above = [...document.querySelectorAll("h1, h2, h3")];
    const heading = above.filter((each) => each.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
    return `h${Number(heading?.tagName[1] ?? 1) + 1}`;
  }

  function setUp(place) {
    const meetings = [...document.querySelectorAll("[data-hb-agenda][data-hb-rule]")].map(meetingOf).filter(Boolean);
    if (!meetings.some(({ rules }) => rules.some((rule) => rule.frequency))) return;
    const level = levelBelow(place);
    const list = make("div", { className: "hb-agenda" });
    const more = make("button", { type: "button", className: "hb-quiet hb-agenda-more" });
    let [days, most] = [DAYS, MOST];
    let left = false;

    function draw() {
      const all = entries(meetings, first + days);
      const shown = all.slice(0, most);
      left = all.length > shown.length;
      list.replaceChildren(...(shown.length ? byDay(shown, level) : [make("p", { textContent: say("none") })]));
      more.textContent = say(left ? "more" : "weeks");
      more.hidden = !left && days > YEAR;
      return shown.length;
    }

    let count = draw();
    more.addEventListener("click", () => {
      most += MOST;
      if (!left) days += DAYS;
      const before = count;
      count = draw();
      list.querySelectorAll("a")[before]?.focus();
    });
    place.after(list, more);
  }

  document.querySelectorAll("[data-hb-agenda=list]").forEach(setUp);
})();
