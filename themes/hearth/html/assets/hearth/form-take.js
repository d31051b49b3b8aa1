/*
 * The end of the form: the file's address, what it still needs, its text, and the ways to take it along.
 * A link cannot hold a long file, so that one is copied, and pasted on the forge.
 */
const { make } = globalThis.hearthbook;

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MOST = 7000; /* letters of an address that every forge takes */
const HELPS = 3;
const TICK = "\x60";

/* A line in which what stands between back-ticks is code. */
export const coded = (text) => text.split(TICK).map((part, place) => (place % 2 ? make("code", { textContent: part }) : part)).filter((part) => part !== "");

/* A fact and its remedy as two sentences. */
const capital = (text) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
const closed = (text) => (/[.?!]$/u.test(text) ? text : `${text}.`);
const sentences = ({ message, hint }) => [message, hint].filter(Boolean).map((each) => closed(capital(each))).join(" ");

/* A group's name as the part of an address. */
export const slugOf = (name) => name.normalize("NFKD").replace(/ß/g, "ss").replace(/\p{M}/gu, "").toLowerCase()
  .replace(/['’]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60).replace(/-+$/, "");

/* `given` has `slug` and, for a file that was there, `original`; `tell` is told of another address. */
export function takePart({ marks, say, given, tell }) {
  const isNew = given.original === undefined;
  let { slug = "" } = given;
  let text = "";

  const says = (tag, more = {}) => make(tag, more);
  const field = make("input", { type: "text", id: "hb-form-slug", value: slug, autocapitalize: "none", spellcheck: false, maxLength: 63 });
  field.setAttribute("aria-describedby", "hb-form-slug-said");
  const slugSaid = says("p", { id: "hb-form-slug-said", className: "hb-form__about" });
  const address = make("div", { className: "hb-form__field", hidden: !isNew },
    make("label", { htmlFor: field.id, textContent: say("address") }), field, slugSaid);
  const missing = says("p", { className: "hb-form__wrong" });
  const place = says("p");
  const helps = says("div");
  const code = make("code");
  const pre = make("pre", { className: "hb-form__file", tabIndex: 0, role: "region" }, code);
  pre.setAttribute("aria-label", say("text"));
  const state = says("p", { className: "hb-form__state", role: "status" });
  const copy = make("button", { type: "button", className: "hb-quiet", textContent: say("copy") });
  const download = make("a", { className: "hb-quiet", textContent: say("download") });
  const send = make("a", { className: "hb-act", hidden: true, target: "_blank", rel: "noopener", textContent: say("send", { forge: marks.forge }) });
  const sendSaid = says("p", { className: "hb-form__about" });
  const then = make("p", {}, make("a", { href: "../change/#what-happens", textContent: say("then") }));
  const file = () => `communities/${slug || "new-group"}.yml`;

  async function copied() {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      getSelection().selectAllChildren(code);
      return document.execCommand("copy");
    }
  }
  const copyNow = async () => { state.textContent = say((await copied()) ? "copied" : "uncopied"); };
  copy.addEventListener("click", copyNow);
  send.addEventListener("click", () => { if (send.dataset.hbPaste) copyNow(); });

  /* The address on the forge, and whether the text has to be pasted there. */
  function way() {
    if (!isNew) return { href: marks.edit && marks.edit.replace("{path}", file()).replace("{line}", "1"), paste: "change_said" };
    const named = marks.new.replace("{name}", encodeURIComponent(file()));
    const whole = named.replace("{text}", encodeURIComponent(text));
    if (named !== whole && whole.length <= MOST) return { href: whole, paste: "" };
    return { href: named.replace(/&value=\{text\}/, ""), paste: "paste_said" };
  }

  function drawWays() {
    const { href, paste } = way();
    send.hidden = !href;
    send.href = href;
    send.dataset.hbPaste = paste;
    sendSaid.textContent = href ? say(paste || "send_said") : say("nowhere");
    then.hidden = !href;
    URL.revokeObjectURL(download.href);
    download.href = URL.createObjectURL(new Blob([text], { type: "text/yaml" }));
    download.download = file().split("/")[1];
    place.textContent = text === given.original ? say("unchanged") : say("place", { file: file() });
  }

  /* Whether a page stands there already is asked of the site itself. */
  async function drawAddress() {
    if (!SLUG.test(slug)) {
      slugSaid.textContent = say("address_wrong");
      return;
    }
    slugSaid.textContent = say("address_said", { slug });
    const asked = slug;
    const answer = await fetch(`../${asked}/`, { method: "HEAD" }).catch(() => null);
    if (answer?.ok && asked === slug) slugSaid.textContent = say("address_taken", { slug });
  }

  field.addEventListener("input", () => {
    slug = field.value.trim();
    field.toggleAttribute("data-hb-own", true);
    field.setAttribute("aria-invalid", String(!SLUG.test(slug)));
    drawAddress();
    drawWays();
    tell(slug);
  });

  /* What the file has become; `gaps` are what it needs yet, `advice` the thoughts on it. */
  function draw({ written, name, gaps, advice }) {
    text = written;
    code.textContent = text;
    if (isNew && !("hbOwn" in field.dataset) && !given.slug && slugOf(name) !== slug) {
      slug = slugOf(name);
      field.value = slug;
      tell(slug);
      drawAddress();
    }
    missing.textContent = gaps.length ? say("missing", { what: gaps.join(" ") }) : "";
    const most = advice.slice(0, HELPS).map((one) => make("li", {}, ...coded(sentences(one))));
    helps.replaceChildren(...(most.length ? [make("h3", { textContent: say("helps") }), make("ol", {}, ...most)] : [make("p", { textContent: say("nothing") })]));
    helps.hidden = gaps.length > 0;
    drawWays();
  }

  if (isNew && slug) drawAddress();
  const box = make("section", { className: "hb-form__take" }, missing, address, place,
    make("div", { className: "hb-form__buttons" }, send, copy, download), sendSaid, state, then, helps, pre);
  box.setAttribute("aria-label", say("take"));
  return { box, draw };
}
