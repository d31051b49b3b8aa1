/*
 * Times as people say them, made into what a file holds: "jeden Dienstag um 19 Uhr", "Thursdays 7pm".
 */
const HOUR = /\b\d{1,2}:\d{2}\b(?! ?[A-Z])/; /* after which no place says whose clock it is */
const SPAN = /(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})/;
const TWELVE = /\b(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\b\.?/gi;
const DAY_MINUTES = 1440;

/* A time in words on the clock of whoever writes it. */
export const onThisClock = (text) => text.replace(HOUR, (hour) => `${hour} ${Intl.DateTimeFormat().resolvedOptions().timeZone}`);

const upTo24 = (_, hour, minutes, half) => `${(Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0)}:${minutes ?? "00"}`.padStart(5, "0");

function lasting(_, ...found) {
  const [hour, minute, toHour, toMinute] = found.map(Number);
  const minutes = (60 * (toHour - hour) + toMinute - minute + DAY_MINUTES) % DAY_MINUTES;
  return `${found[0].padStart(2, "0")}:${found[1]} for ${minutes} minutes`;
}

/* A text in the words of a file; `times` are patterns of a language, and what takes their place. */
function asWritten(text, times) {
  const whole = times.reduce((said, [pattern, put]) => said.replace(new RegExp(pattern, "giu"), put), text);
  const even = whole.replaceAll(",", " ").replace(TWELVE, upTo24).replace(/\b(\d{1,2})h(\d{2})\b/g, "$1:$2").replace(SPAN, lasting);
  const hours = even.replace(/\b(\d):(\d{2})\b/g, "0$1:$2").replace(/(?<!\bat )\b(?=\d{2}:\d{2})/, "at ");
  return hours.replace(/ +/g, " ").trim();
}

/* Gives a text as a file can hold it, or nothing where nobody could read it without guessing. */
export const timing = (times, reads) => (text) => [text, asWritten(text, times)].find(reads);
