// The search engine: a question in, results out. What an interface needs is `districtSearch.ask`; it gives
// `districtSearch.base`, the root of the site, and `namesFiles` where links must end in a file's name.
// Everything else is loaded by script elements, so that the same site works over HTTP and from disk.

window.districtSearch = Object.assign(window.districtSearch ?? {}, (() => {
  "use strict";

  const PARTS = ["spelling", "catalogue", "question", "matching", "passages"];
  // As many texts are read at a time, to put the best first; later pages of results leave earlier ones as they are.
  const WINDOW = 10;
  const folder = new URL(".", document.currentScript.src).href;

  // A script runs once; one that did not come may be asked for again.
  const runs = new Map();
  function run(address) {
    if (!runs.has(address)) runs.set(address, appendScript(address));
    return runs.get(address);
  }

  function appendScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.async = false; // parts run in their order
      script.onload = () => {
        script.remove();
        resolve();
      };
      script.onerror = () => {
        script.remove();
        reject(fail(address));
      };
      document.head.append(script);
    });
  }

  function fail(address) {
    runs.delete(address);
    return new Error(`没有取到搜索文件：${address}`);
  }

  const contents = new Map();
  const put = (name, content) => void contents.set(name, content);

  // The version keeps a browser's copy of an older index apart. What came may be something else, such as a login page.
  async function load(name, version) {
    const address = `${districtSearch.base}search/${name}.js${version ? `?${version}` : ""}`;
    await run(address);
    if (!contents.has(name)) throw fail(address);
    return contents.get(name);
  }

  let known;
  async function catalogue() {
    const [raw] = await Promise.all([load("catalogue"), ...PARTS.map((part) => run(`${folder}${part}.js`))]);
    return (known ??= districtSearch.readCatalogue(raw));
  }

  // Resolves to {results, total, counts, relaxed}; rejects when a file cannot be had, and may be asked again.
  // Counts by theme need a file that grows with the reports: `counts: false` does without.
  async function ask(question, filters = {}, { limit = 10, offset = 0, counts = true } = {}) {
    const facts = await catalogue();
    const { readQuestion, fetchPostings, isChosen, countBy, toResult } = districtSearch;
    const asked = readQuestion(question, facts);
    const needsThemes = counts || filters.themes?.length > 0;
    const [postings, themed] = await Promise.all([fetchPostings(asked, facts), needsThemes ? facts.themed() : null]);
    const { matches, relaxed } = await find(asked, postings, filters, facts);
    const chosen = matches.filter(({ number }) => isChosen(number, filters, facts, themed));
    const ranked = [];
    const first = offset - (offset % WINDOW);
    for (let start = first; start < Math.min(offset + limit, chosen.length); start += WINDOW) {
      ranked.push(...(await rankAll(chosen.slice(start, start + WINDOW), asked, filters, facts)));
    }
    return {
      results: ranked.slice(offset - first, offset - first + limit).map((found) => toResult(found, asked, facts)),
      total: chosen.length,
      counts: counts ? countBy(matches, filters, facts, themed) : { years: {}, districts: {}, themes: {} },
      relaxed,
    };
  }

  // Few matches are read at once: what only has the pieces is none. Without any, what comes near.
  async function find(asked, postings, filters, facts) {
    let matches = districtSearch.match(asked, postings, facts);
    if (matches.length <= WINDOW) {
      const read = await rankAll(matches, asked, filters, facts);
      const exact = new Set(read.filter(({ isExact }) => isExact).map(({ number }) => number));
      matches = matches.filter(({ number }) => exact.has(number));
    }
    if (matches.length || !asked.parts.length) return { matches, relaxed: false };
    matches = districtSearch.matchNearly(asked, postings, facts);
    return { matches, relaxed: matches.length > 0 };
  }

  async function rankAll(matches, asked, filters, facts) {
    const texts = await Promise.all(matches.map(({ number }) => load(`text/${facts.keyOf(number)}`, facts.version)));
    return matches
      .map((match, at) => districtSearch.rank(match, texts[at], asked, filters, facts))
      .sort(districtSearch.byScore);
  }

  return { put, load, ask };
})());
