// Stands in for the search engine where a test decides when and how it answers: every question finds each of DOCUMENTS
// that the filters let through. “无” finds nothing, “远” is relaxed, “坏” fails until the test mends it, and
// “慢” waits until the test lets it go.

(() => {
  "use strict";

  const THEMES = { greening: "园林绿化", reading: "公共阅读" };
  const report = (year, district, name, themes, anchor) => ({
    kind: "report",
    title: [{ text: "春天", marked: false }, { text: "植树", marked: true }],
    where: [name, `${year}年`],
    themeNames: themes.map((id) => [{ text: THEMES[id], marked: false }]),
    address: `${year}/${district}/${districtSearch.namesFiles ? "index.html" : ""}#${anchor}`,
    district,
    year,
    themes,
    excerpt: [{ text: "全年在春天", marked: false }, { text: "植树", marked: true }, { text: "2.4万余棵", marked: false }],
  });
  const DOCUMENTS = [
    report(2022, "donghu", "东湖区", ["greening"], "tree-day"),
    report(2022, "xiling", "西岭区", ["reading"], "figure-trees_planted"),
    ...Array.from({ length: 23 }, () => report(2023, "donghu", "东湖区", ["greening"], "figure-trees_planted")),
  ];
  const PROPERTY = { years: (it) => [it.year], districts: (it) => [it.district], themes: (it) => it.themes };

  Object.assign(districtSearch, {
    isBroken: true,
    asked: [],
    waiting: [],
    async ask(question, filters, { limit = 10 } = {}) {
      this.asked.push(question);
      if (question.includes("慢")) await new Promise((go) => this.waiting.push(go));
      if (question.includes("坏") && this.isBroken) throw new Error("broken for a test");
      const found = question.includes("无") ? [] : DOCUMENTS.filter((it) => Object.entries(filters).every(
        ([name, chosen]) => !chosen.length || PROPERTY[name](it).some((value) => chosen.includes(String(value))),
      ));
      const counts = { years: {}, districts: {}, themes: {} };
      for (const it of found) {
        for (const [name, values] of Object.entries(PROPERTY)) {
          for (const value of values(it)) counts[name][value] = (counts[name][value] ?? 0) + 1;
        }
      }
      const results = found.slice(0, limit).map((it) => ({ ...it, excerpt: [{ text: question, marked: true }, ...it.excerpt] }));
      return { results, total: found.length, counts, relaxed: question.includes("远") };
    },
  });
})();
