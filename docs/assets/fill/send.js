/**
 * By when a form goes: how many days are left, beside the printed time.
 */

import { say } from "../kit/kit.js";
import { said, told, valueOf } from "./fill.js";

const DAY = 86_400_000;
const JAKARTA = 7 * 3_600_000; // WIB is UTC+7 all year

/** The day in Jakarta. @returns {string} `2030-06-30` */
export const today = (now = new Date()) => new Date(now.getTime() + JAKARTA).toISOString().slice(0, 10);

/** A day so many days later; `null` for what is no day. */
export function plus(day, days) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? null : new Date(time + days * DAY).toISOString().slice(0, 10);
}

/** How long it is to a day, as the code of a sentence. @returns {{code: string, n: number}} */
export function left(now, day) {
  const n = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${now}T00:00:00Z`)) / DAY);
  const code = { "-1": "yesterday", 0: "today", 1: "tomorrow" }[n] ?? (n > 0 ? "days" : "past");
  return { code, n: Math.abs(n) };
}

/** Say how many days are left, only where the text gives a day or a number of days. */
export function showLeft(tool) {
  const { page, words, document: one } = tool;
  const [visited] = said(one, page.places.date);
  const year = /^\d{4}$/.exec(valueOf(one, "@year"))?.[0];
  for (const box of tool.after.querySelectorAll("[data-left]")) {
    const { days, until } = box.dataset;
    let day = null;
    if (days) day = plus(visited ?? "", Number(days));
    else if (until && year && box.closest("[data-period]").dataset.period === valueOf(one, "@half")) {
      const [after, month, date] = until.split(" ").map(Number);
      day = `${Number(year) + after}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
    }
    box.hidden = day === null;
    if (day === null) continue;
    const { code, n } = left(today(), day);
    box.textContent = `(${say(words.leftUntil, { date: told(day, words.months), left: say(words.left[code], { n }) })})`;
  }
}
