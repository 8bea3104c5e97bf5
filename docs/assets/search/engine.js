/**
 * The search itself: an index by MiniSearch over the documents that the build wrote, and queries in
 * Indonesian. Nothing of the page is touched here.
 *
 * A word is looked for as typed, by its root (the build says which roots there are), by words that mean the
 * same, and, when nothing has it, by those nearest to it in spelling. Printed numbers and short names such as
 * "Kegiatan 4.2" are found as a whole. What more of the words are found in comes first.
 */

import MiniSearch from "./vendor/minisearch.js";

/**
 * @typedef {{url: string, title: string, group: string, partOf: string, labels: string, names: string,
 *   asked: string, summary: string, more: boolean, weight: number, edition: string}} Entry a document of the index
 * @typedef {{entry: Entry, score: number}} Hit
 * @typedef {{hits: Hit[], marks: Set<string>, instead: [string, string][]}} Answer hits, best first; the words
 *   to mark; and words that were taken for what was typed
 */

const LONGEST_QUERY = 200;
const MOST_WORDS = 14;
const LONGEST_LABEL = 4;
const TOKEN = /[\p{L}\p{N}]+(?:[.'][\p{L}\p{N}]+)*/gu;
const ALPHABET = "0123456789abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ+-*/=:";
const BASE = 32;
const FIELDS = ["labels", "title", "names", "asked", "summary", "partOf", "body"];
const BOOST = { labels: 14, title: 5, names: 4, asked: 5, summary: 1.6, partOf: 0.5, body: 1 };
const GROUP = { menu: 1.15, guideline: 1, form: 0.85, term: 0.4, change: 0.7, page: 0.7, note: 0.5 };
/** How much less counts: a root, a word that means the same, a near spelling, an unfinished word. */
const ROOT = 0.6, SAME = 0.75, NEAR = 0.8, PREFIX = 0.35;
/** What the lesser adds where both the word typed and one that means the same are found. */
const BOTH = 0.4;
/** What a printed number or short name counts as the whole query, of several words, or one word among others. */
const ALONE = 1.2, LABEL = 0.8, SHORT = 0.1;
/** What is left of a document that holds least of the query; what a name with the words side by side adds. */
const LEAST = 0.15, NAMED = 1.35, WHOLE = 2;
const NUMBERED = /^([a-z]+ )?([ivx]+|\d+(\.\d+)*) /;
/** Results below this part of the best are left out. */
const WEAKEST = 0.04;

/** Prefixes and what they may have put in the place of the first letter. */
const PREFIXES = [
  ["di", ""], ["ke", ""], ["se", ""], ["ter", ""], ["ber", ""], ["be", ""], ["bel", ""],
  ...["me", "pe"].flatMap((head) => [
    [head, ""], [`${head}m`, ""], [`${head}m`, "p"], [`${head}n`, ""], [`${head}n`, "t"], [`${head}ng`, ""],
    [`${head}ng`, "k"], [`${head}nge`, ""], [`${head}ny`, "s"], [`${head}r`, ""], [`${head}l`, ""],
  ]),
];
const SUFFIXES = ["kan", "an", "i", "nya", "lah", "kah", "pun", "ku", "mu"];

/** @param {string} text @returns {string[]} its words in lower case */
export const tokens = (text) => text.toLowerCase().match(TOKEN) ?? [];

/**
 * The root of a word among known roots: the longest that is left when affixes are taken off, or the word.
 * @param {Set<string>} roots
 * @returns {(word: string) => string}
 */
export function stemmer(roots) {
  const known = new Map();
  const heads = (word) => PREFIXES.flatMap(([head, instead]) =>
    word.startsWith(head) ? [instead + word.slice(head.length)] : []);
  const tails = (word) => SUFFIXES.flatMap((tail) => word.endsWith(tail) ? [word.slice(0, -tail.length)] : []);
  const find = (word) => {
    if (word.length < 4) return word;
    let forms = [word], best = "";
    for (const step of [tails, tails, heads, heads]) forms = [...new Set([...forms, ...forms.flatMap(step)])];
    for (const form of forms) if (form !== word && form.length > best.length && roots.has(form)) best = form;
    return best || word;
  };
  return (word) => {
    if (!known.has(word)) known.set(word, find(word));
    return known.get(word);
  };
}

/** @param {string} steps places as steps in base 32, as the build writes them @returns {number[]} */
export function places(steps) {
  const found = [];
  let place = -1, value = 0, factor = 1;
  for (const letter of steps) {
    const digit = ALPHABET.indexOf(letter);
    value += (digit % BASE) * factor;
    factor *= BASE;
    if (digit < BASE) {
      place += value;
      found.push(place);
      value = 0;
      factor = 1;
    }
  }
  return found;
}

export class Engine {
  /** @param {object} data an index file, parsed */
  constructor(data) {
    this.ignored = new Set(data.ignored);
    this.roots = new Set(data.roots.split(" "));
    this.stem = stemmer(this.roots);
    this.words = new Set();
    this.labels = new Set();
    this.same = new Map();
    for (const group of data.same) {
      const parts = group.map((phrase) => tokens(phrase));
      for (const words of parts) {
        const key = words.map(this.stem).join(" ");
        const others = parts.filter((other) => other !== words);
        this.same.set(key, [...(this.same.get(key) ?? []), ...others]);
      }
    }
    this.longest = Math.max(1, ...[...this.same.keys()].map((key) => key.split(" ").length));
    this.index = new MiniSearch({
      fields: FIELDS,
      storeFields: [],
      tokenize: (text, field) => field === "labels" ? text.toLowerCase().split("\n") : tokens(text),
      processTerm: (term, field) => this.terms(term, field),
      searchOptions: { tokenize: (text) => [text], processTerm: (term) => term },
    });
    /** @type {Entry[]} */
    this.entries = [];
    this.add(data, "");
  }

  /** Add the documents of an index file; @param {string} edition the edition that they belong to, if not today's */
  add(data, edition) {
    const first = this.entries.length;
    const bodies = data.documents.map(() => []);
    for (const line of data.words.split("\n")) {
      const [word, steps] = line.split(" ");
      for (const place of places(steps ?? "")) bodies[place].push(word);
    }
    for (const root of data.roots.split(" ")) this.roots.add(root);
    this.index.addAll(data.documents.map((row, place) => {
      const [url, title, group, partOf, labels, names, asked, summary, more, weight = 1] = row;
      this.entries.push({ url, title, group, partOf, labels, names, asked, summary, more: more === 1, weight, edition });
      return { id: first + place, labels, title, names, asked, summary, partOf, body: bodies[place].join(" ") };
    }));
  }

  /** What is indexed for a word: itself, and its root. */
  terms(term, field) {
    if (field === "labels") {
      const label = tokens(term).join(" ");
      this.labels.add(label);
      return `=${label}`;
    }
    this.words.add(term);
    const root = this.stem(term);
    return root === term ? term : [term, `~${root}`];
  }

  /** @param {string} typed @param {boolean} [typing] whether the last word may be unfinished @returns {Answer} */
  search(typed, typing = false) {
    const all = tokens(typed.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS);
    const meant = all.filter((word) => !this.ignored.has(word));
    const words = meant.length ? meant : all;
    /** @type {Answer} */
    const answer = { hits: [], marks: new Set(), instead: [] };
    if (!words.length) return answer;
    const units = this.units(words);
    const found = units.map((unit) => this.unit(unit, answer, typing && unit.last));
    const rare = found.map((scores, place) => units[place].words.length * this.rarity(scores.size));
    const most = rare.reduce((sum, one) => sum + one, 0) || 1;
    const total = new Map();
    found.forEach((scores, place) => {
      for (const [id, score] of scores) {
        const held = total.get(id) ?? { score: 0, covered: 0 };
        held.score += score;
        held.covered += rare[place] / most;
        total.set(id, held);
      }
    });
    this.addLabels(all, words, total);
    const phrase = words.join(" "), typedWhole = all.join(" ");
    for (const [id, { score, covered }] of total) {
      const entry = this.entries[id];
      const named = this.named(entry, phrase, typedWhole);
      const value = score * (LEAST + (1 - LEAST) * Math.min(1, covered) ** 2) * (GROUP[entry.group] ?? 1) * entry.weight * named;
      answer.hits.push({ entry, score: value });
    }
    answer.hits.sort((a, b) => b.score - a.score || a.entry.url.localeCompare(b.entry.url));
    const enough = (answer.hits.find(({ entry }) => entry.group !== "term")?.score ?? 0) * WEAKEST;
    answer.hits = answer.hits.filter((hit) => hit.score >= enough);
    return answer;
  }

  /** What it adds that a title or another name holds the words side by side, or is nothing else but them. */
  named(entry, phrase, whole) {
    let best = 1;
    if (whole.includes(" ") && entry.asked.split("\n").includes(whole)) return WHOLE;
    for (const name of [entry.title, ...entry.names.split("\n")]) {
      const held = tokens(name).join(" ");
      if (NUMBERED.test(held) ? held.replace(NUMBERED, "") === phrase : held === phrase) return WHOLE;
      if (phrase.includes(" ") && ` ${held} `.includes(` ${phrase} `)) best = NAMED;
    }
    return best;
  }

  /** The words of a query, with those taken together that mean the same as other words. */
  units(words) {
    const found = [];
    for (let start = 0; start < words.length;) {
      let length = Math.min(this.longest, words.length - start);
      const key = () => words.slice(start, start + length).map(this.stem).join(" ");
      while (length > 1 && !this.same.has(key())) length -= 1;
      found.push({ words: words.slice(start, start + length), others: this.same.get(key()) ?? [], last: false });
      start += length;
    }
    found.at(-1).last = true;
    return found;
  }

  /** Documents that hold a unit as typed, or words that mean the same. */
  unit({ words, others }, answer, typing) {
    const own = this.sum(words.map((word, place) => this.word(word, answer, typing && place === words.length - 1)), 1);
    const meant = new Map();
    for (const other of others) {
      const scores = this.sum(other.map((word) => this.word(word, answer, false, false)), other.length);
      const weight = SAME * Math.sqrt(words.length / other.length);
      for (const [id, score] of scores) meant.set(id, Math.max(score * weight, meant.get(id) ?? 0));
    }
    for (const [id, score] of meant) {
      const typed = own.get(id) ?? 0;
      own.set(id, Math.max(score, typed) + Math.min(score, typed) * BOTH);
    }
    return own;
  }

  /** The sum of several words' scores, for documents that hold at least so many of them. */
  sum(parts, least) {
    const total = new Map(), count = new Map();
    for (const scores of parts) {
      for (const [id, score] of scores) {
        total.set(id, (total.get(id) ?? 0) + score);
        count.set(id, (count.get(id) ?? 0) + 1);
      }
    }
    for (const [id, number] of count) if (number < least) total.delete(id);
    return total;
  }

  /** Documents that hold a word, its root, or, if nothing has it and it was typed, a word near it. */
  word(word, answer, typing, typed = true) {
    const best = new Map();
    const take = (term, weight, options) => {
      for (const { id, score } of this.index.search(term, { boost: BOOST, ...options })) {
        const value = score * weight;
        if (value > (best.get(id) ?? 0)) best.set(id, value);
      }
    };
    const whole = (one, weight) => {
      const root = this.stem(one);
      answer.marks.add(root);
      take(one, weight);
      take(`~${root}`, weight * ROOT);
      if (root !== one) take(root, weight * ROOT);
    };
    whole(word, 1);
    if (typing && word.length > 2) take(word, PREFIX, { prefix: true });
    if (typed && !best.size && word.length > 3 && !/\d/.test(word)) {
      const near = this.near(word);
      near.forEach((one) => whole(one, NEAR));
      if (near.length) answer.instead.push([word, near[0]]);
    }
    return best;
  }

  /** Words of the index that differ from a word in one or two letters, the nearest first, at most two. */
  near(word) {
    const allowed = word.length > 7 ? 2 : 1;
    const found = [];
    for (const one of this.words) {
      if (Math.abs(one.length - word.length) > allowed) continue;
      const far = distance(word, one);
      if (far <= allowed) found.push([far, one]);
    }
    found.sort(([a, one], [b, other]) => a - b || one.localeCompare(other));
    return found.filter(([far]) => far === found[0][0]).slice(0, 2).map(([, one]) => one);
  }

  rarity(size) {
    return Math.log(1 + this.entries.length / (size + 1));
  }

  /** Add what printed numbers and short names lead to. */
  addLabels(all, words, total) {
    for (let start = 0; start < all.length; start += 1) {
      for (let length = Math.min(LONGEST_LABEL, all.length - start); length > 0; length -= 1) {
        const label = all.slice(start, start + length).join(" ");
        if (!this.labels.has(label)) continue;
        const alone = length >= words.length;
        const weight = alone ? ALONE : length > 1 ? LABEL : SHORT;
        for (const { id, score } of this.index.search(`=${label}`, { boost: BOOST })) {
          const held = total.get(id) ?? { score: 0, covered: 0 };
          held.score += score * weight;
          held.covered = alone ? 1 : Math.min(1, held.covered + length / words.length / 2);
          total.set(id, held);
        }
        break;
      }
    }
  }
}

/** How many letters must be changed, added, left out or swapped with the next to make one word of another. */
function distance(one, other) {
  let before = [], row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    before = row;
    row = next;
  }
  return row[other.length];
}

/**
 * A text cut into pieces, each with whether it is a word to mark.
 * @param {string} text @param {Set<string>} marks roots @param {(word: string) => string} stem
 * @returns {[string, boolean][]}
 */
export function pieces(text, marks, stem) {
  const found = [];
  let last = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (!marks.has(stem(match[0].toLowerCase()))) continue;
    if (match.index > last) found.push([text.slice(last, match.index), false]);
    found.push([match[0], true]);
    last = match.index + match[0].length;
  }
  if (last < text.length) found.push([text.slice(last), false]);
  return found;
}

/**
 * The stretch of a document that holds most of the words to mark, cut at blanks; `""` when none is there.
 * @param {string[]} paragraphs @param {Set<string>} marks @param {(word: string) => string} stem
 * @param {number} [length] letters at most
 */
export function passage(paragraphs, marks, stem, length = 140) {
  let best = "", most = 0;
  for (const text of paragraphs) {
    const places = [...text.matchAll(TOKEN)]
      .map((match) => [match.index, stem(match[0].toLowerCase())])
      .filter(([, root]) => marks.has(root));
    for (const [start] of places) {
      const held = new Set(places.filter(([at]) => at >= start && at < start + length * 0.7).map(([, root]) => root));
      if (held.size > most) {
        most = held.size;
        best = cut(text, start, length);
      }
    }
  }
  return best;
}

/** So many letters of a text around a place, with dots where something is left out. */
function cut(text, place, length) {
  if (text.length <= length) return text;
  let start = Math.max(0, Math.min(place - length * 0.2, text.length - length));
  start = start > 0 ? text.indexOf(" ", start) + 1 : 0;
  let end = Math.min(text.length, start + length);
  end = end < text.length ? text.lastIndexOf(" ", end) : end;
  return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}
