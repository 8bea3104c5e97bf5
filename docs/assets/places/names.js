/**
 * Whether a typed name is a place of the printed list. Names are compared without case, blanks, hyphens and the
 * words before them ("Kab.", "Kecamatan"); one that differs by a slip of the finger is asked about, never refused.
 * Every name, every word before a name and every sentence is the page's.
 *
 * @typedef {{name: string, standing: "same"|"likely"}} Also
 * @typedef {{name: string, also: Also[]}} District
 * @typedef {{name: string, also: Also[], namesakes: string[], number: string, size: string, note: string,
 *   districts: District[]}} Regency
 * @typedef {{name: string, also: Also[], regencies: Regency[]}} Province
 * @typedef {{year: number, level: Object<string, string>, contact: string,
 *   titles: Object<string, string[]>, provinces: Province[]}} Listed
 * @typedef {{kind: "regency"|"district"|"province", key: string, words: string[], name: string, also: Also|null, province: Province,
 *   regency?: Regency, district?: District}} Entry a name that leads to a place of the list
 * @typedef {{code: "found"|"near"|"outside", typed: string, entries: Entry[], title: string}} Answer
 */

const RANK = ["regency", "district", "province"];
const TITLES = ["province", "regency", "city", "district"];
/** Letters of a word before a name from which on a slip in it is forgiven. */
const LONG_TITLE = 7;
const MOST = 3;

/** A name as letters and digits in words of lower case. */
const words = (text) => text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f'’‘`]/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];

/** How many letters are wrong, missing, too many, or swapped with their neighbours. */
export function distance(one, two) {
  let [before, last] = [[], Array.from({ length: two.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= two.length; j++) {
      const cost = one[i - 1] === two[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[two.length];
}

/** How many wrong letters still are a slip, by the length of a name. */
const slips = (length) => (length < 3 ? 0 : length < 8 ? 1 : length < 14 ? 2 : 3);

/** Whether a name begins with the words of another: "Lombok Timur" with "Lombok". */
const begins = (name, head) => name.length >= head.length && head.every((word, at) => word === name[at]);

const known = new WeakMap();

/** Every name of the list, and the words before names, as they are compared. */
function indexed(listed) {
  if (!known.has(listed)) {
    const titles = new Map();
    for (const [title, list] of Object.entries(listed.titles)) for (const word of list) titles.set(words(word).join(""), title);
    const kept = (name) => words(name).filter((word) => titles.get(word) !== "ignored");
    const entries = [];
    const others = new Set();
    const add = (kind, place, rest) => {
      for (const also of [null, ...place.also]) {
        const name = (also ?? place).name;
        for (const key of new Set([kept(name).join(""), words(name).join("")])) {
          entries.push({ kind, key, words: kept(name), name, also, ...rest });
        }
      }
    };
    for (const province of listed.provinces) {
      add("province", province, { province });
      for (const regency of province.regencies) {
        add("regency", regency, { province, regency });
        for (const other of regency.namesakes) if (!titles.has(words(other)[0])) others.add(kept(other).join(""));
        for (const district of regency.districts) add("district", district, { province, regency, district });
      }
    }
    known.set(listed, { entries, titles, others });
  }
  return known.get(listed);
}

/** What a word before a name says of the place: a title, "ignored", or nothing. */
function titled(titles, word) {
  const found = titles.get(word);
  if (found || word.length < LONG_TITLE) return found;
  return [...titles].find(([title]) => title.length >= LONG_TITLE && distance(title, word) === 1)?.[1];
}

/** A typed text cut at commas, slashes, brackets and the words before names. */
function parts(text, titles) {
  const found = [];
  for (const piece of text.split(/[,;/()\n]+/)) {
    let part = { title: "", words: [] };
    for (const word of words(piece)) {
      const title = titled(titles, word);
      if (title === "ignored") continue;
      if (TITLES.includes(title)) {
        if (part.words.length) found.push(part);
        part = { title, words: [] };
      } else part.words.push(word);
    }
    if (part.words.length) found.push(part);
  }
  return found;
}

/** Of entries with one name, those of the kind that the word before it says; all where there are none. */
function fitting(entries, title) {
  const kind = title === "city" ? "regency" : title;
  const right = entries.filter((entry) => entry.kind === kind);
  return right.length ? right : entries;
}

/** A part whose first word is a title and a name without a blank between them, such as "KotaBima". */
function* unglued(titles, part) {
  for (const [title, kind] of titles) {
    const rest = part.words[0].slice(title.length);
    if (kind !== "ignored" && rest && part.words[0].startsWith(title)) yield { title: kind, words: [rest, ...part.words.slice(1)] };
  }
}

/** Entries that words name one after the other, such as a district and its regency; `null` where they do not. */
function exact(entries, part) {
  const key = part.words.join("");
  const whole = entries.filter((entry) => entry.key === key);
  if (whole.length) return fitting(whole, part.title);
  for (let at = part.words.length - 1; at > 0; at--) {
    const head = exact(entries, { ...part, words: part.words.slice(0, at) });
    const rest = head && exact(entries, { title: "", words: part.words.slice(at) });
    if (rest) return [...head, ...rest];
  }
  return null;
}

/** A part without the province that its last words name, and that province. */
function apart(entries, part) {
  for (let at = 1; at < part.words.length; at++) {
    const key = part.words.slice(at).join("");
    const found = entries.filter((entry) => entry.kind === "province" && entry.key === key);
    if (found.length) return [{ ...part, words: part.words.slice(0, at) }, found];
  }
  return [part, []];
}

/** The entries that a part may mean: those with the fewest wrong letters, else those of which it is a part. */
function near({ entries, others }, part) {
  const key = part.words.join("");
  if (others.has(key)) return [];
  let [least, found] = [slips(key.length), []];
  for (const entry of entries) {
    const most = Math.min(least, slips(entry.key.length), entry.key[0] === key[0] ? least : 1);
    if (Math.abs(entry.key.length - key.length) > most) continue;
    const wrong = distance(entry.key, key);
    if (wrong > most) continue;
    if (wrong < least) [least, found] = [wrong, []];
    found.push(entry);
  }
  if (!found.length) found = entries.filter((entry) => begins(entry.words, part.words) || (entry.kind === "regency" && begins(part.words, entry.words)));
  return fitting(found, part.title);
}

const place = (entry) => entry.district ?? entry.regency ?? entry.province;
const once = (entries) => entries.filter((one, at) => entries.findIndex((other) => place(other) === place(one)) === at);

/**
 * What a typed name is on the list: found, near to a name of it, or outside; `null` where no name was typed.
 * @param {Listed} listed
 * @param {string} typed
 * @returns {Answer|null}
 */
export function look(listed, typed) {
  const index = indexed(listed);
  const { entries, titles } = index;
  const all = parts(typed, titles);
  if (!all.length) return null;
  const [found, open, provinces] = [[], [], []];
  for (const part of all) {
    const read = [part, ...unglued(titles, part)].map((one) => ({ title: one.title, hits: exact(entries, one) })).find(({ hits }) => hits);
    if (read) {
      found.push(...read.hits.map((entry) => ({ entry, title: read.title })));
      continue;
    }
    const [rest, behind] = apart(entries, part);
    provinces.push(...behind);
    open.push(rest);
  }
  const answer = (code, list, title = "") => ({ code, typed: typed.trim(), entries: once(list).slice(0, MOST), title });
  for (const kind of RANK) {
    const hits = found.filter(({ entry }) => entry.kind === kind);
    if (hits.length && (kind !== "province" || !open.length)) return answer("found", hits.map(({ entry }) => entry), hits[0].title);
  }
  const inside = [...provinces, ...found.map(({ entry }) => entry)].map(({ province }) => province);
  for (const part of open) {
    const may = near(index, part);
    const there = may.filter(({ province }) => inside.includes(province));
    if (may.length) return answer("near", there.length ? there : may, part.title);
  }
  return answer("outside", []);
}

const fill = (sentence, values) =>
  sentence.replace(/\{(\w+)\}/g, (blank, name) => (Object.hasOwn(values, name) ? String(values[name]) : blank));

/** What is to be said of an entry. @returns {string[]} */
function told(say, listed, entry, title) {
  const { kind, also, province, regency, district } = entry;
  const values = {
    year: listed.year, contact: listed.contact, level: listed.level[kind], province: province.name,
    name: entry.name, printed: place(entry).name, places: province.regencies.map((one) => one.name).join(", "),
  };
  if (kind === "province") return [also && fill(say.same, values), fill(say.province, values)].filter(Boolean);
  Object.assign(values, { district: regency.name, number: regency.number, size: regency.size, districts: regency.districts.map((one) => one.name).join(", ") });
  const likely = regency.also.find((one) => one.standing === "likely");
  const doubt = likely && fill(say.likely, { ...values, printed: regency.name, name: likely.name });
  if (kind === "district") return [also && fill(say.same, values), fill(say.district, { ...values, printed: district.name }), doubt].filter(Boolean);
  if (title === "city") return [fill(say.city, values), doubt].filter(Boolean);
  const known = doubt ? [doubt, fill(say.place, values)] : [also && fill(say.same, values), fill(say.inside, values)];
  const others = !title && !also && regency.namesakes.length > 0;
  return [...known, others && fill(say.namesake, { ...values, namesakes: regency.namesakes.join(", ") })].filter(Boolean);
}

/**
 * The answer in sentences.
 * @param {Object<string, string>} say the page's sentences
 * @param {Listed} listed
 * @param {Answer} answer
 * @returns {string}
 */
export function tell(say, listed, { code, typed, entries, title }) {
  const outside = fill(say.outside, { typed, year: listed.year });
  if (code === "outside") return outside;
  if (code === "found") return entries.flatMap((entry) => told(say, listed, entry, title)).join(" ");
  const names = entries.map((entry) => [`${listed.level[entry.kind]} ${entry.name}`, entry.district && entry.regency.name, entry.kind !== "province" && entry.province.name].filter(Boolean).join(", "));
  const more = entries.flatMap((entry) => told(say, listed, entry, title));
  return [fill(say.near, { names: names.join("; "), typed }), ...more, fill(say.otherwise, { typed, year: listed.year })].join(" ");
}
