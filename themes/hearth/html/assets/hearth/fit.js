/*
 * "Is this for you?" as a form. Its lines and the three things that answers can mean stand on
 * the page; this adds the answers, and shows what they mean. Nothing is sent or kept.
 *
 * The parts: whom it is `for` and `not` for, what one `must` be, and what it `takes`.
 */
(() => {
  "use strict";

  const { make, speaker } = globalThis.hearthbook;
  const say = speaker(document.currentScript);
  const ANSWERS = ["yes", "no", "unsure"];

  function choice(name, answer) {
    const radio = make("input", { type: "radio", name, value: answer });
    return make("label", { className: "hb-choice" }, radio, make("span", { textContent: say(answer) }));
  }

  /* A line of the list with its answers. What comes below its first words, stays below. */
  function lineOf(item, part, number) {
    const first = item.querySelector(":scope > p");
    const below = first ? [...item.children].filter((child) => child !== first) : [];
    const legend = make("legend", {}, ...(first ?? item).childNodes);
    const choices = ANSWERS.map((answer) => choice(`hb-fit-${number}`, answer));
    const field = make("fieldset", { className: "hb-fit-line" }, legend, make("div", { className: "hb-choices" }, ...choices));
    if (first) first.replaceWith(field);
    else item.append(field);
    const radios = [...field.querySelectorAll("input")];
    return { part, legend, below, radios, answer: () => radios.find((radio) => radio.checked)?.value };
  }

  function linesOf(part) {
    const name = part.dataset.hbPart;
    const label = part.querySelector(":scope > p");
    label.id ||= `hb-fit-${name}`;
    const ask = say(name === "for" || name === "not" ? "is_that_you" : "is_that_so");
    label.append(" ", make("span", { className: "hb-meta", textContent: ask }));
    part.setAttribute("role", "group");
    part.setAttribute("aria-labelledby", label.id);
    return [...part.querySelectorAll(":scope > ul > li")].map((item, at) => lineOf(item, name, `${name}-${at}`));
  }

  /*
   * What the answers mean, and the lines that it comes from. One clear reason against it
   * decides at once, and so does a no to everybody it is for. Otherwise every line needs an answer.
   */
  function judge(lines) {
    const said = (answer, ...parts) => lines.filter((line) => parts.includes(line.part) && line.answer() === answer);
    const against = [...said("yes", "not"), ...said("no", "must")];
    if (against.length) return { means: "no", why: against };
    const whom = lines.filter((line) => line.part === "for");
    if (whom.length && whom.every((line) => line.answer() === "no")) return { means: "none", why: [] };
    const open = lines.filter((line) => !line.answer());
    if (open.length) return { means: "open", why: open };
    const belongs = said("yes", "for").length > 0;
    const doubts = [...said("unsure", "not", "must", "takes"), ...said("no", "takes")];
    const why = belongs ? doubts : [...said("unsure", "for"), ...said("no", "for"), ...doubts];
    return { means: why.length ? "ask" : "yes", why };
  }

  /* The meaning as the page has it, without the condition it begins with. */
  function meaning(items, means) {
    const item = items[["yes", "ask", "none", "no"].indexOf(means)].cloneNode(true);
    item.querySelector("strong")?.remove();
    const [first, ...rest] = item.querySelectorAll(":scope > p");
    return make("div", { className: "hb-fit-verdict" }, ...(first ?? item).childNodes, ...rest);
  }

  /* The lines that decided. A group that is near is named where nothing better is. */
  function reasons({ means, why }, near) {
    if (means === "yes") return [];
    if (means === "none") return near ? [near.cloneNode(true)] : [];
    const lines = why.map(({ legend, below }) => {
      const copies = [...legend.childNodes, ...below].map((node) => node.cloneNode(true));
      return make("li", {}, ...copies);
    });
    const other = means === "no" && near && !why.some((line) => line.below.length) ? [near.cloneNode(true)] : [];
    return [make("p", { textContent: say(means === "no" ? "because" : "about") }), make("ul", {}, ...lines), ...other];
  }

  function setUp(root) {
    const parts = [...root.querySelectorAll(":scope > [data-hb-part]")];
    const means = parts.find((part) => part.dataset.hbPart === "means");
    const items = [...means.querySelectorAll(":scope > ul > li")];
    const near = means.querySelector(":scope > ul + p");
    const asked = parts.filter((part) => part !== means);
    const lines = asked.flatMap(linesOf);

    const state = make("p", { className: "hb-fit-open", role: "status" });
    const result = make("div", { className: "hb-fit-result", hidden: true, tabIndex: -1, role: "group" });
    result.setAttribute("aria-label", means.querySelector(":scope > p").textContent);
    const show = make("button", { type: "submit", className: "hb-act", textContent: say("show") });
    const again = make("button", { type: "reset", className: "hb-quiet", textContent: say("again") });
    const buttons = make("div", { className: "hb-fit-buttons" }, show, again);
    const note = make("p", { className: "hb-meta", textContent: say("private") });
    const form = make("form", { className: "hb-fit-form" }, ...asked, note, buttons, state, result);
    root.classList.add("hb-fit-asked"); /* hides what answers mean on screens, and leaves it on paper */
    root.prepend(form);

    const clear = () => {
      state.textContent = "";
      result.hidden = true;
      result.replaceChildren();
    };
    form.addEventListener("change", clear);
    form.addEventListener("reset", () => {
      clear();
      lines[0].radios[0].focus();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clear();
      const verdict = judge(lines);
      if (verdict.means === "open") {
        state.textContent = say("missing", { count: verdict.why.length });
        verdict.why[0].radios[0].focus();
        return;
      }
      result.className = `hb-fit-result hb-fit-${verdict.means}`;
      result.append(meaning(items, verdict.means), ...reasons(verdict, near));
      result.hidden = false;
      result.focus();
    });
  }

  document.querySelectorAll("[data-hb-fit]").forEach(setUp);
})();
