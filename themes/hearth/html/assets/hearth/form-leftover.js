/*
 * What a blueprint's words say of another time than the founder's meetings: other days, each week, the
 * evening. As `leftover.py` tells it in the terminal.
 */
import { isGroup } from "./form-desk.js";

/* The texts of a file, without those that are about something else. */
function texts(value, elsewhere) {
  if (typeof value === "string") return [value.trim()];
  if (Array.isArray(value)) return value.flatMap((each) => texts(each, elsewhere));
  if (!isGroup(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => (elsewhere.includes(key) ? [] : texts(each, elsewhere)));
}

/* Those that the first meeting's time makes doubtful; `when` is that time as the rules read it. */
export function leftovers(data, when, { signs, elsewhere, evening }) {
  if (!when?.every) return [];
  const held = [when.day ?? []].flat().map(String);
  const days = Object.keys(signs).filter((key) => key !== "weekly" && key !== "evening");
  const keys = held.length ? days.filter((day) => !held.some((each) => each.includes(day))) : [];
  if (when.every !== "week") keys.push("weekly");
  if (when.at && Number(String(when.at).split(":")[0]) < evening) keys.push("evening");
  const doubtful = keys.map((key) => new RegExp(signs[key].source, signs[key].flags));
  return texts(data, elsewhere).filter((text) => doubtful.some((sign) => sign.test(text)));
}
