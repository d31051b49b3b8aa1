/*
 * The next times of a ritual, below the block that asks for so many of them, and from when on the
 * reader has another hour because clocks change in one place only. agenda.js says the same.
 */
(() => {
  "use strict";

  const { clock, make, speaker, times } = globalThis.hearthbook;
  const { DAY, coming, here, offset, shown, today } = times;
  const { dateInWords, hourInWords, now } = clock;
  const say = speaker(document.currentScript);

  const BACK = 35 * DAY;
  const AHEAD = 42;
  /* Why the hour is another one, for good or before it changes back. */
  const WHY = { theirs: ["theirs", "theirs_first"], yours: ["yours", "yours_first"], both: ["both", "both"] };

  /* What the page calls a zone's city, else the city in the zone's name. */
  function cityOf(zone, names = "") {
    const called = decodeURIComponent(names).split(",").find((name) => name.startsWith(`${zone}=`));
    return called?.slice(zone.length + 1) ?? zone.split("/").pop().replaceAll("_", " ");
  }

  /* `11:00 in New York`, with the day where that is another one. */
  function there(time, names) {
    const { zone } = time.rule;
    const [theirs, own] = [zone, here].map((each) => shown(time.start, each));
    const day = new Intl.DateTimeFormat(say.locale, { weekday: "long", timeZone: "UTC" }).format(theirs);
    const same = Math.floor(theirs / DAY) === Math.floor(own / DAY);
    return say(same ? "there" : "there_day", { time: hourInWords(theirs), city: cityOf(zone, names), day });
  }

  /* What a person reads, with what a program reads. */
  function timeElement(time, textContent) {
    const [day, instant] = [time.day * DAY, time.start].map((each) => new Date(each).toISOString());
    return make("time", { dateTime: time.whole ? day.slice(0, 10) : instant.replace(":00.000", ""), textContent });
  }

  /* Where the reader's hour is another than the time before: that time, and why. */
  function change(before, time) {
    const hours = [before, time].map((each) => shown(each.start, here) % DAY);
    if (hours[0] === hours[1]) return undefined;
    const [theirs, yours] = [time.rule.zone, here].map((zone) => offset(before.start, zone) !== offset(time.start, zone));
    return { time, before, why: theirs && yours ? "both" : theirs ? "theirs" : "yours" };
  }

  /* The next change of the reader's hour within six weeks, for each rule, and how long it holds. */
  function shiftsOf(rules) {
    return rules.flatMap((rule) => {
      if (!rule.frequency || rule.at === null || rule.inPerson) return [];
      const all = coming([{ ...rule, extra: [] }], now - BACK, { end: today(rule.zone, now) + AHEAD });
      const next = all.findIndex((time) => time.end >= now);
      if (next < 0 || all.every((time) => offset(time.start, rule.zone) === offset(time.start, here))) return [];
      const near = all.slice(Math.max(0, next - 1));
      const [first, second] = near.slice(1).map((time, place) => change(near[place], time)).filter(Boolean);
      return first ? [{ ...first, back: second?.why === first.why ? undefined : second?.time }] : [];
    });
  }

  /* `From Tuesday, October 27 on, this is at 12:00 for you: ...` */
  function warning({ time, before, back, why }, names) {
    const clocks = [time, before, back ?? time].map((each) => shown(each.start, here));
    const [date, , again] = clocks.map((each) => dateInWords(Math.floor(each / DAY), today(here, now)));
    const [hour, was, then] = clocks.map(hourInWords);
    const because = say(WHY[why][back ? 1 : 0], { city: cityOf(time.rule.zone, names) });
    const text = say(back ? "span" : "shift", { date, time: hour, before: was, back: again, after: then, why: because });
    return make("p", { className: "hb-shift", role: "note", textContent: text });
  }

  const part = (className, textContent) => (textContent ? [" ", make("span", { className, textContent })] : []);

  /* One of the next times: the day, the hour here and there, how soon, and what is special about it. */
  function entry(time, names) {
    const { apart, day, hour, today: around } = clock.seen(time, now);
    const date = dateInWords(day, around);
    const when = hour ? say(apart ? "at_yours" : "at", { date, time: hour }) : date;
    return make("li", {}, timeElement(time, when),
      ...part("hb-there", apart && say("beside", { there: there(time, names) })),
      ...part("hb-soon", clock.soon(day - around)),
      ...part("hb-special", clock.special(time, around)));
  }

  /* The next times as a list below the block, and below that what changes with the clocks. */
  function list(block) {
    const { hbRule, hbDates, hbCities } = block.dataset;
    const rules = times.readRules(hbRule);
    const next = coming(rules, now, { count: Number(hbDates) });
    if (!next.length) return false;
    const items = next.map((time) => entry(time, hbCities));
    const warnings = shiftsOf(rules).map((shift) => warning(shift, hbCities));
    block.after(make("ol", { className: "hb-next", "aria-label": say("dates") }, ...items), ...warnings);
    return true;
  }

  globalThis.hearthbook.dates = { shiftsOf, there, timeElement, warning };
  for (const block of document.querySelectorAll("[data-hb-rule][data-hb-dates]")) {
    if (!clock.quietly(() => list(block))) clock.next(block);
  }
})();
