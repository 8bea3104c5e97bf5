import assert from "node:assert/strict";
import { test } from "node:test";
import { check, chosen, days, left, months, next, today } from "../../docs/assets/calendar/calendar.js";

const day = (date) => ({ start: date, end: date, by: "day" });
const span = (start, end, by = "month") => ({ start, end, by });

test("today is the date in Jakarta, whatever the device thinks", () => {
  assert.equal(today(new Date("2018-07-14T16:59:59.999Z")), "2018-07-14");
  assert.equal(today(new Date("2018-07-14T17:00:00Z")), "2018-07-15");
  assert.equal(today(new Date("2018-12-31T17:00:00Z")), "2019-01-01");
  assert.equal(today(new Date("2018-01-01T00:00:00-10:00")), "2018-01-01");
});

test("days and months are counted over years and leap days", () => {
  assert.equal(days("2018-12-31", "2019-01-01"), 1);
  assert.equal(days("2020-02-28", "2020-03-01"), 2);
  assert.equal(days("2019-02-28", "2019-03-01"), 1);
  assert.equal(days("2018-07-15", "2018-07-01"), -14);
  assert.equal(months("2017-11-30", "2018-02-01"), 3);
  assert.equal(months("2017-11-30", "2018-02-01", true), 2);
  assert.equal(months("2017-11-15", "2018-02-15", true), 3);
});

test("a printed day is counted in days, then months, then years", () => {
  const due = day("2018-07-15");
  const said = (now) => { const { code, n } = left(now, due); return n === undefined ? code : `${code} ${n}`; };
  assert.equal(said("2018-07-15"), "today");
  assert.equal(said("2018-07-14"), "tomorrow");
  assert.equal(said("2018-07-13"), "days 2");
  assert.equal(said("2018-06-13"), "days 32");
  assert.equal(said("2018-05-16"), "days 60");
  assert.equal(said("2018-05-15"), "months 2");
  assert.equal(said("2018-05-14"), "months 2");
  assert.equal(said("2016-07-16"), "months 23");
  assert.equal(said("2016-07-15"), "years 2");
  assert.equal(said("2018-07-16"), "yesterday");
  assert.equal(said("2018-07-17"), "pastDays 2");
  assert.equal(said("2018-09-13"), "pastDays 60");
  assert.equal(said("2018-10-15"), "pastMonths 3");
  assert.equal(said("2018-10-14"), "pastMonths 2");
  assert.equal(said("2026-11-24"), "pastYears 8");
});

test("where only months are printed, no day is ever counted", () => {
  const plan = span("2017-01-01", "2017-06-30");
  assert.deepEqual(left("2016-12-31", plan), { code: "nextMonth" });
  assert.deepEqual(left("2016-12-01", plan), { code: "nextMonth" });
  assert.deepEqual(left("2016-10-31", plan), { code: "months", n: 3 });
  assert.deepEqual(left("2017-01-01", plan), { code: "running" });
  assert.deepEqual(left("2017-06-30", plan), { code: "running" });
  assert.deepEqual(left("2017-07-01", plan), { code: "pastMonths", n: 1 });
  assert.deepEqual(left("2019-06-30", plan), { code: "pastYears", n: 2 });
  const june = span("2017-06-01", "2017-06-30");
  assert.deepEqual(left("2017-06-30", june), { code: "thisMonth" });
  assert.deepEqual(left("2015-06-01", june), { code: "years", n: 2 });
  for (let month = 1; month <= 12; month += 1) {
    const now = `2017-${String(month).padStart(2, "0")}-17`;
    assert.ok(!["days", "pastDays", "today", "tomorrow", "yesterday"].includes(left(now, june).code));
  }
});

test("a span of printed days runs from its first day to its last", () => {
  const visit = span("2018-07-10", "2018-07-20", "day");
  assert.deepEqual(left("2018-07-09", visit), { code: "tomorrow" });
  assert.deepEqual(left("2018-07-10", visit), { code: "running" });
  assert.deepEqual(left("2018-07-20", visit), { code: "running" });
  assert.deepEqual(left("2018-07-21", visit), { code: "yesterday" });
});

test("what comes next begins soonest; else what is under way ends soonest; undated ones never do", () => {
  const plan = { id: "plan", start: "2018-01-01", end: "2018-06-30" };
  const june = { id: "june", start: "2018-06-01", end: "2018-06-30" };
  const july = { id: "july", start: "2018-07-15", end: "2018-07-15" };
  const none = { id: "none" };
  const all = [none, plan, july, june];
  assert.equal(next("2017-12-01", all).id, "plan");
  assert.equal(next("2018-02-01", all).id, "june");
  assert.equal(next("2018-06-10", all).id, "july");
  assert.equal(next("2018-07-15", all).id, "july");
  assert.equal(next("2018-07-16", all), null);
  assert.equal(next("2018-06-10", [none, plan]).id, "plan");
  assert.equal(next("2018-06-10", []), null);
});

const given = (search, extra = {}) => chosen({
  query: new URLSearchParams(search), hash: "", role: "", years: ["2017", "2018", "2019"],
  roles: ["kabupaten", "provinsi"], now: "2026-11-24", ...extra,
});

test("the address leads, then a row pointed at, then today, then the first year", () => {
  assert.deepEqual(given("tahun=2018&peran=kabupaten"), { year: "2018", role: "kabupaten" });
  assert.deepEqual(given("tahun=2018", { hash: "#2019-langkah-1" }), { year: "2018", role: "" });
  assert.deepEqual(given("", { hash: "#2019-langkah-1" }), { year: "2019", role: "" });
  assert.deepEqual(given("", { hash: "#tahun-2019" }), { year: "2019", role: "" });
  assert.deepEqual(given("", { now: "2018-03-01" }), { year: "2018", role: "" });
  assert.deepEqual(given(""), { year: "2017", role: "" });
  assert.deepEqual(given("", { role: "provinsi" }), { year: "2017", role: "provinsi" });
  assert.deepEqual(given("peran=kabupaten", { role: "provinsi" }), { year: "2017", role: "kabupaten" });
  assert.deepEqual(given("peran=", { role: "provinsi" }), { year: "2017", role: "" });
});

test("unknown years and roles choose nothing", () => {
  assert.deepEqual(given("", { role: 3 }), { year: "2017", role: "" });
  assert.deepEqual(given("tahun=1999&peran=raja", { role: "<b>" }), { year: "2017", role: "" });
  assert.deepEqual(given("tahun=__proto__&peran=constructor"), { year: "2017", role: "" });
});

test("what is kept on the device is checked, and may hold what other tools keep", () => {
  assert.deepEqual(check({ role: "kabupaten", province: "NTB", criteria: { a: "met" } }), []);
  assert.deepEqual(check({}), []);
  assert.deepEqual(check(null), ["value"]);
  assert.deepEqual(check([]), ["value"]);
});
