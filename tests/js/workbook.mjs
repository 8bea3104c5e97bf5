/** Fills forms and reads them back for tests in other languages: a list of tasks on standard input. */
import { readFileSync, writeFileSync } from "node:fs";
import { fillForm, readForm } from "../../docs/assets/kit/xlsx.js";

const answers = [];
for (const { template, content, to } of JSON.parse(readFileSync(0, "utf-8"))) {
  const bytes = new Uint8Array(readFileSync(template));
  if (to) {
    const { bytes: made, problem } = await fillForm(bytes, content);
    if (made) writeFileSync(to, made);
    answers.push(problem ?? "made");
  } else answers.push(await readForm(bytes));
}
console.log(JSON.stringify(answers));
