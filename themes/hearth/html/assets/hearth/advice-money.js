/*
 * The rules about money, growth and figures (HB7), as in lint/rules; see advice-promise.js.
 */
(() => {
  "use strict";

  const unlimited = (promise) => !(promise.boundary?.cap || promise.boundary?.cohort?.size);

  const rules = {
    HB701({ community, words: w, limits: { models } }) {
      const { membership: { model, price }, metrics, stories, promise } = community;
      const charges = models.includes(model) && ((!price && model !== "product") || w.namesASum(price));
      const proven = promise.proof || metrics.some((each) => each.results.length) || stories.some((each) => each.consent === true);
      return charges && !proven ? [["/membership", "members pay, and there is no `proof`, no measured result and no story yet",
        "run one round free, or write what held so far: `proof: 8 of 12 people finished their story`"]] : [];
    },

    HB702({ community: { membership }, words: w, limits: { models } }) {
      const { model, price, free_path: path } = membership;
      const priced = price ? w.namesASum(price) : models.includes(model);
      const cost = price ? `it costs ${w.quoted(price)}` : "members pay";
      return priced && model !== "free" && !path ? [["/membership", `${cost}, and nothing says how to take part without paying`,
        "write one: `free_path: Ask any host, and you pay nothing. Nobody asks why`"]] : [];
    },

    HB703: ({ community: { membership: { price, serves } }, words: w }) => (w.namesASum(price) && !serves ?
      [["/membership/price", `nothing says what ${w.quoted(price)} pays for`,
        "name it with the outcome: `serves: It pays for the room in which people finish their stories`"]] : []),

    HB704({ community: { membership: { model, conflict } }, known }) {
      const hint = known.HINTS[model] ?? "name it: `conflict: We earn more when we grow, and read worse. Hence the cap of 50`";
      return model !== "free" && !conflict ?
        [["/membership", `${known.PAYS[model] ?? "members pay"}, and no \`conflict\` says where that pulls you`, hint]] : [];
    },

    HB705: ({ community: { membership, promise } }) => (membership.model === "paid" && unlimited(promise) ?
      [["/promise/boundary", "each new member brings money, and no `cap` says when the group is full",
        "write the number at which you close the door: `boundary: { cap: 50 }`"]] : []),

    HB706: ({ community: { stories } }) => stories.flatMap((each, at) => (each.consent === true ? [] :
      [[`/stories/${at}`, `story ${at + 1} has no \`consent: true\`, so no page shows it; this file does`,
        "ask the person: with a yes write `consent: true`, without one take the story out"]])),

    HB707: ({ community: { feedback }, words: w, limits: { days } }) => feedback.flatMap((one, at) => {
      const waits = one.status === "open" || !one.did;
      const since = waits && one.when ? w.plusDays(one.when, days) : "";
      const state = one.status === "open" ? "is still open" : "has no answer";
      return since ? [[`/feedback/${at}`, `${w.quoted(one.said)} was said on ${one.when} and ${state}`,
        "say what came of it: `did: ...`, `status: done`; a no with its reason is an answer", { since }]] : [];
    }),

    HB708({ community: { membership: { model, serves, conflict }, promise }, words: w, limits: { signs } }) {
      const refused = (promise.boundary?.we_do_not ?? []).join(" ");
      const said = w.words(`${serves ?? ""} ${conflict ?? ""}`).map(w.fold);
      const drawn = said.some((word) => signs.includes(word)) || refused.includes("sponsor");
      return model === "sponsors" && !drawn ? [["/membership", "sponsors pay, and nothing says which ones you would turn down",
        "draw the line in `conflict`: `We take money only from makers of what we all use anyway`"]] : [];
    },

    HB709: ({ community: { membership: { price, since } }, words: w }) => (w.namesASum(price) && !since ?
      [["/membership/price", `nothing says since when ${w.quoted(price)} holds`,
        "write the first day of this price: `since: 2026-04-01`"]] : []),

    HB710: ({ community: { size, mixing }, limits: { most } }) => (size && size.members > most && !mixing ?
      [["/size/members", `there are ${size.members} members, and nothing makes sure that they meet each other`,
        "draw new pairs now and then: `mixing: {how: pairs, every: month, opt_out: Tell the host.}`"]] : []),

    HB712: ({ community: { metrics, promise }, words: w }) => (metrics.every((each) => each.kind !== "outcome") ?
      [["/metrics", `no metric has the kind \`outcome\`, so none tells whether members \`${w.cut(promise.outcome, 40)}\``,
        "count the members who did it, with `kind: outcome`; one question at the end is enough"]] : []),

    HB713: ({ community: { metrics }, words: w, limits: { least } }) => metrics.flatMap((metric, at) =>
      metric.results.flatMap((each, number) => (each.of !== null && each.of < least ?
        [[`/metrics/${at}/results/${number}`,
          `\`${w.cut(metric.name, 40)}\` is told of ${w.general(each.of)} people, so readers may guess who they are`,
          `leave this result out, or add it to the next one until it is of ${least} people or more`]] : []))),

    HB714({ community: { launch, status }, limits: { least, most } }) {
      if (status?.state !== "forming") return [];
      if (!launch) {
        return [["/status", "the group is forming, and nothing is planned for its first weeks",
          `plan it, and ask ${least} to ${most} people yourself: \`launch: {invited: 14, weeks: [...]}\``]];
      }
      const { invited } = launch;
      return invited !== null && !(invited >= least && invited <= most) ? [["/launch/invited",
        `${invited} ${invited === 1 ? "person is" : "people are"} invited to the launch`,
        `ask ${least} to ${most} people, each of them by name`]] : [];
    },

    HB715: ({ community: { metrics }, words: w }) => metrics.flatMap((metric, at) => {
      if (!metric.results.length || !metric.interval) return [];
      const newest = metric.results.map((each) => each.date).sort().at(-1);
      const number = metric.results.map((each) => each.date).lastIndexOf(newest);
      const since = w.after(w.after(newest, metric.interval), metric.interval);
      return since > newest ? [[`/metrics/${at}/results/${number}`,
        `\`${w.cut(metric.name, 40)}\` is taken \`${w.cut(metric.interval, 30)}\`, and its last result is of ${newest}`,
        "take it again, or write the interval that you can keep to", { since }]] : [];
    }),

    HB716: ({ community: { metrics }, limits: { most } }) => (metrics.length > most ?
      [["/metrics", `there are ${metrics.length} metrics, and somebody has to keep every one of them`,
        `keep the ${most} or fewer that have changed what you do, and the outcome first`]] : []),

    HB717: ({ community: { metrics }, words: w }) => metrics.flatMap((metric, at) => {
      const facts = [["what exactly is counted", metric.definition, "definition: Members who ..."],
        ["where the figure comes from", metric.source, "source: We ask in week six."]];
      const lacking = facts.filter(([, said]) => !said);
      return lacking.length ? [[`/metrics/${at}`, `\`${w.cut(metric.name, 40)}\` does not say ${lacking.map(([fact]) => fact).join(" or ")}`,
        `add ${lacking.map(([, , example]) => `\`${example}\``).join(" and ")}`]] : [];
    }),

    HB718({ community: { metrics }, words: w, known }) {
      const tooMuch = ([, percent, part, whole]) => (percent ? Number(percent.replace(",", ".")) > known.ALL : Number(part) > Number(whole));
      return metrics.flatMap((metric, at) => {
        const shares = metric.results.some((each) => each.of) || ["activation", "retention", "outcome"].includes(metric.kind);
        const found = shares ? w.full(known.SHARE, metric.target) : null;
        const target = found && tooMuch(found) ? [[`/metrics/${at}/target`,
          `the target of \`${w.cut(metric.name, 40)}\` is ${w.cut(metric.target, 30)}, which is more than all`,
          "write a share, as in `target: three out of four`"]] : [];
        return target.concat(metric.results.flatMap((each, number) => (each.of !== null && each.value > each.of ?
          [[`/metrics/${at}/results/${number}`, `\`${w.cut(metric.name, 40)}\` was counted for ${w.general(each.value)} of ${w.general(each.of)}`,
            "swap the two figures, or take `of` away where it is no share"]] : [])));
      });
    },

    HB719: ({ community: { mixing } }) => (mixing.how !== "prompts" && !mixing.opt_out ?
      [["/mixing", `nothing says how a member sits out a round of ${mixing.how}`,
        "add one line, as in `opt_out: Write pause to the host; no reason needed.`"]] : []),
  };

  globalThis.hearthAdviceRules = { ...globalThis.hearthAdviceRules, ...rules };
})();
