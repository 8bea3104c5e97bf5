/**
 * What is done with a scan as a whole: saved as a file, opened from one, removed, erased.
 */

import { announce, el, exportFile, readFile, say } from "../kit/kit.js";
import { check, clean, empty, fits, lastWrite, merge, stamped, VERSION, who } from "./scan.js";

const KIND = "pindai";

/** A question to the visitor above `back`, with its answers as buttons; leaving it gives the focus back. */
function ask(tool, text, answers, back) {
  tool.app.querySelector(".asking")?.remove();
  const box = el("div", { class: "notice warn asking", role: "group", tabindex: "-1", "aria-label": text }, el("p", {}, text));
  const button = (label, action, plain) => {
    const made = el("button", { type: "button", class: plain ? "bare-button" : "button plain small" }, label);
    made.addEventListener("click", () => {
      box.remove();
      action();
    });
    return made;
  };
  box.append(el("p", { class: "buttons" },
    answers.map(([label, action]) => button(label, action, false)),
    button(answers.length ? tool.words.cancel : tool.words.understood, () => back.focus(), answers.length > 0)));
  back.closest("p, div").before(box);
  box.focus();
  announce(tool.root, text);
}

/** Remove the interview at hand, after asking. */
export function remove(tool, button) {
  ask(tool, say(tool.words.confirmRemove, { who: who(tool.interview, tool.words) }), [[tool.words.yesRemove, () => {
    const { id } = tool.interview;
    tool.scan.gone[id] = tool.now(lastWrite(tool.interview));
    tool.scan.interviews = tool.scan.interviews.filter((one) => one.id !== id);
    tool.choose(tool.scan.interviews[0] ?? tool.fresh());
    tool.save();
    tool.render();
    tool.app.querySelector("#wawancara-ini").focus();
  }]], button);
}

/** Erase everything from this device, after asking. */
export function erase(tool, button) {
  ask(tool, say(tool.words.confirmErase, { count: tool.scan.interviews.length }), [[tool.words.yesRemove, () => {
    tool.store.erase();
    tool.scan = empty();
    tool.choose(tool.fresh());
    tool.$("notices").replaceChildren();
    tool.render();
    announce(tool.root, tool.words.erased);
    tool.app.querySelector("#scan-district").focus();
  }]], button);
}

/** Save the scan as a file. */
export function save(tool) {
  const name = [tool.words.file, tool.scan.district.text, tool.page.edition].filter(Boolean).join("-");
  exportFile(`${name}.json`, KIND, VERSION, stamped(tool.page, tool.scan, tool.words), tool.page.edition);
  announce(tool.root, tool.words.exported);
}

/** Open a file that was chosen: into an empty scan at once, else after asking whether to merge or replace. */
export async function open(tool, input) {
  const [file] = input.files;
  if (!file) return;
  const found = await readFile(file, KIND, { version: VERSION, check });
  input.value = "";
  if (found.problem) {
    ask(tool, say(tool.words.refused, { reason: tool.words.problem[found.problem] }), [], input);
    return;
  }
  let incoming = clean(found.value);
  if (!fits(tool.page, incoming)) {
    try {
      incoming = (await import("./change.js")).carry(tool.page, incoming);
    } catch {
      ask(tool, tool.words.needsSignal, [], input);
      return;
    }
  }
  const { length } = tool.scan.interviews;
  if (!length) {
    take(tool, incoming, false);
    return;
  }
  ask(tool, say(tool.words.incoming, { count: incoming.interviews.length, here: length }), [
    [tool.words.mergeIt, () => take(tool, incoming, false)],
    [tool.words.replaceIt, () => take(tool, incoming, true)],
  ], input);
}

function take(tool, incoming, replaces) {
  tool.scan = (replaces ? replaced : added)(tool.scan, incoming, tool.now.bind(tool));
  tool.choose(tool.scan.interviews[0] ?? tool.fresh());
  tool.save();
  tool.render();
  tool.showChange();
  announce(tool.root, say(tool.words.imported, { count: incoming.interviews.length }));
  tool.app.querySelector("#wawancara-ini").focus();
}

/** A scan with the interviews of a file; one that was removed here comes back. */
export function added(scan, incoming) {
  const back = (one) => (scan.gone[one.id] >= lastWrite(one) ? { ...one, at: scan.gone[one.id] + 1 } : one);
  return merge(scan, { ...incoming, interviews: incoming.interviews.map(back), gone: {} });
}

/** The scan of a file in place of the one here, written now: nothing of here comes back by merging. */
export function replaced(scan, incoming, now) {
  const latest = Math.max(0, ...[...scan.interviews, ...incoming.interviews].map(lastWrite), ...Object.values(scan.gone));
  const at = now(Math.max(latest, scan.district.at, scan.advice.at));
  const kept = new Set(incoming.interviews.map((one) => one.id));
  const gone = { ...scan.gone };
  for (const one of scan.interviews) if (!kept.has(one.id)) gone[one.id] = at;
  const interviews = incoming.interviews.map((one) => {
    const here = scan.interviews.find((other) => other.id === one.id)?.answers ?? {};
    const answers = Object.fromEntries(Object.entries({ ...here, ...one.answers }).map(([key]) => [key, { ...one.answers[key], at }]));
    return { ...one, at, answers };
  });
  return {
    ...incoming, interviews, gone,
    district: { ...incoming.district, at },
    advice: { ...incoming.advice, at },
  };
}
