/** Answers to typed names: reads {listed, words, typed} from standard input, writes one answer for each. */
import { readFileSync } from "node:fs";
import { look, tell } from "../../docs/assets/places/names.js";

const { listed, words, typed } = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(typed.map((text) => {
  const found = look(listed, text);
  return found && {
    code: found.code,
    entries: found.entries.map(({ district, regency, province }) => (district ?? regency ?? province).name),
    said: tell(words, listed, found),
  };
})));
