// What is known of every document before its text is read: kind, id, district, year. The raw catalogue in, facts out.

(() => {
  "use strict";

  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const SIXES = new Map([...DIGITS].map((digit, value) => [digit, [5, 4, 3, 2, 1, 0].map((bit) => (value >> bit) & 1)]));
  // Kinds whose documents have pages of their own, and those that share one.
  const FOLDERS = { district: "districts/", theme: "themes/", indicator: "indicators/", edition: "" };
  const PAGES = { source: "notes/", term: "terms/" };

  // Ascending numbers, by the gaps between them in a Rice code, six bits a character: first how many low bits of a gap
  // are written as they are, then each gap: the rest of it as so many ones and a zero, and its low bits.
  function decode(text) {
    const low = DIGITS.indexOf(text[0]);
    const bits = [...text.slice(1)].flatMap((character) => SIXES.get(character));
    const numbers = [];
    let last = -1;
    for (let at = 0; at < bits.length; ) {
      let gap = 0;
      while (bits[at] === 1) {
        gap++;
        at++;
      }
      if (at === bits.length) break; // ones that fill up the last character
      at++;
      for (let written = 0; written < low; written++) gap = gap * 2 + bits[at++];
      last += gap + 1;
      numbers.push(last);
    }
    return numbers;
  }

  function readCatalogue({ version, pairs, singles, years, others, districts, themes }) {
    const documents = [];
    for (const [year, steps] of years) {
      for (const district of decode(steps)) documents.push({ kind: "report", year, district });
    }
    for (const [kind, ids] of others) {
      for (const id of ids) documents.push({ kind, id, ...belonging(kind, id, districts) });
    }
    const placeOf = ({ year, district }) => [year, districts[district][1]];
    return {
      version,
      documents,
      shards: { pairs, singles },
      districts: districts.map(([name, id]) => ({ id, name })),
      themeNames: Object.fromEntries(themes),
      names: readNames(districts, documents),
      keyOf: (number) => {
        const found = documents[number];
        return found.kind === "report" ? placeOf(found).join("-") : `${found.kind}-${found.id}`;
      },
      addressOf: (number) => {
        const found = documents[number];
        if (found.kind === "report") return `${placeOf(found).join("/")}/`;
        return PAGES[found.kind] ?? `${FOLDERS[found.kind]}${found.id}/`;
      },
      themed: async () => {
        const raw = await districtSearch.load("themed", version);
        const sets = Object.create(null); // an id may be called like what every object has
        for (const [id] of themes) sets[id] = new Set(decode(raw[id]));
        return sets;
      },
    };
  }

  function belonging(kind, id, districts) {
    if (kind === "edition") return { year: Number(id) };
    return kind === "district" ? { district: districts.findIndex(([, known]) => known === id) } : {};
  }

  // What districts and years are called: what each name means, and an expression that finds the longest in a text.
  function readNames(districts, documents) {
    const meanings = new Map();
    const add = (name, meaning) => name && !meanings.has(name) && meanings.set(name, meaning);
    districts.forEach((names, district) => {
      const isCity = district === districts.length - 1;
      for (const name of names) add(districtSearch.spelling.normalise(name), { district, isCity });
    });
    for (const { year } of documents) if (year) add(String(year), { year });
    const longestFirst = [...meanings.keys()].filter((name) => [...name].length > 1).sort((a, b) => b.length - a.length);
    const isWord = (name) => /^[a-z0-9.%‰]+$/.test(name);
    const alternatives = longestFirst.map((name) => name.replaceAll(".", "\\."));
    // Latin names and years count only where they are a whole word.
    const words = "[a-z0-9.%‰]+";
    const others = alternatives.filter((name) => !isWord(name)).join("|");
    return { meanings, expression: new RegExp(others ? `${others}|${words}` : words, "gu") };
  }

  Object.assign(districtSearch, { readCatalogue, decode });
})();
