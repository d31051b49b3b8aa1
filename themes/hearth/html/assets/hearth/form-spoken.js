/*
 * Advice in the words of the form. It comes as the command line says it, with lines of a file for examples:
 * `within: six weeks`. Whoever fills in fields has never seen such a line, and reads “six weeks” instead.
 */
const LINE = /(?<before>:|, as in)?(?<blank> )\x60(?<key>[a-z_]+): (?<value>[^\x60]*)\x60/g;
const INNER = /(?<before>^|[{,] *)(?<key>[a-z_]+): /g;
const BARE = /^(?:true|false|\d+|[a-z]+)$/;

/* What the form calls each key; of several with one name, the first. */
export function labelsOf(models) {
  const labels = new Map();
  for (const { key, label } of Object.values(models).flat()) if (!labels.has(key)) labels.set(key, label);
  return (key) => labels.get(key) ?? key.replaceAll("_", " ");
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
