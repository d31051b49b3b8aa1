/*
 * Advice in the words of the form. It comes as the command line says it, with lines of a file for examples:
 * `within: six weeks`. Whoever fills in fields has never seen such a line, and reads “six weeks” instead.
 */
import { keysOf } from "./form-desk.js";

const LINE = /(?<before>:|, as in)?(?<blank> )\x60(?<key>[a-z_]+): (?<value>[^\x60]*)\x60/g;
const INNER = /(?<before>^|[{,] *)(?<key>[a-z_]+): /g;
const BARE = /^(?:true|false|\d+|[a-z]+)$/;

/* What the form calls a key near a pointer: as the innermost section there does, else as the first that has it. */
export function labelsOf({ models, whole }) {
  const all = Object.values(models).flat();
  return (pointer) => {
    const sections = [models[whole]];
    for (const part of keysOf(pointer)) {
      const field = sections[0].find((each) => each.key === part);
      if (field?.model) sections.unshift(models[field.model]);
    }
    return (key) => [...sections.flat(), ...all].find((each) => each.key === key)?.label ?? key.replaceAll("_", " ");
  };
}

/* A text with the lines of a file in it, as somebody says it who sees fields. */
export function spoken(text, labelOf, say) {
  const worded = (value) => ({ true: say("yes"), false: say("no") })[value] ?? value;
  return text.replace(LINE, (...found) => {
    const { before = "", blank, key, value } = found.at(-1);
    if (value === "...") return "";
    if (BARE.test(value)) return `${before}${blank}“${labelOf(key)}: ${worded(value)}”`;
    const said = value.replace(INNER, (...inner) => `${inner.at(-1).before}${labelOf(inner.at(-1).key)}: `)
      .replaceAll('", "', "; ").replace(/[{}[\]"]/g, "").replace(/ +/g, " ").trim();
    return `${before}${blank}“${said}”`;
  });
}
