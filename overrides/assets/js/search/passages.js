// Which passage of a document answers best, and how it is shown. Its text has been read: what stands there word for word
// counts for more than what only has the pieces.

(() => {
  "use strict";

  // As the index numbers the fields: title, figures, text.
  const FIGURES = 1;
  const TEXT = 2;
  const WEIGHTS = [3, 2, 1];
  // Among the passages of a document; of two documents, one that only has the theme never comes first.
  const WEIGHT_OF_THEME = 0.5;
  // What gathers or explains the reports of the districts comes after them, unless it is asked for by name; terms always.
  const SHARES = { city: 0.8, theme: 0.6, indicator: 0.6, edition: 0.6, source: 0.4, term: 0.4 };
  // Of an excerpt, in characters; and how far before the match it begins at most.
  const LENGTH = 72;
  const LEAD = 24;
  const { normalise, spell, marksOf, pairsOf } = districtSearch.spelling;

  // A match with its best passage, and with what the texts show added to its score.
  function rank({ number, score }, passages, asked, filters, facts) {
    const own = facts.documents[number];
    // What the whole document is named for leads to no passage of it.
    const wanted = asked.parts.filter((part) => !districtSearch.isGiven(part, own));
    const rated = passages.map((raw) => ratePassage(raw, wanted, asked, filters, facts));
    const found = wanted.filter((part) => rated.some((passage) => passage.found.includes(part)));
    const isTagged = (part) => rated.some((passage) => passage.tagged.includes(part));
    const isExact = wanted.every((part) => found.includes(part) || isTagged(part));
    const times = rated.reduce((sum, passage) => sum + passage.found.length, 0);
    const isEqual = rated.some((passage) => passage.isEqual);
    const bonus =
      (wanted.length ? (2 * lengthOf(found)) / lengthOf(wanted) : 2) +
      1.5 * rated.some(({ isWhole }) => isWhole) +
      1.5 * isEqual +
      Math.max(...rated.map(({ share }) => share)) +
      0.1 * Math.min(times, 5);
    const scale = isEqual && own.kind !== "term" ? 1 : (SHARES[kindOf(own, facts)] ?? 1);
    const { passage } = rated.reduce((best, other) => (other.rating > best.rating ? other : best));
    return { number, score: (score + bonus) * scale, passage, isExact };
  }

  const isOfCity = ({ kind, district }, { districts }) => kind === "report" && district === districts.length - 1;
  const kindOf = (own, facts) => (isOfCity(own, facts) ? "city" : own.kind);
  const lengthOf = (parts) => parts.reduce((sum, { text }) => sum + text.length, 0);

  function ratePassage([anchor, field, title, lines, also, themes], wanted, { whole, isMarks }, filters, { themeNames }) {
    const rate = isMarks ? marksOf : normalise;
    const heads = [title, ...also].map(rate);
    const texts = lines.map(rate);
    const tags = themes.map((id) => rate(themeNames[id]));
    const all = [...heads, ...texts];
    const weightOf = (text) => {
      if (heads.some((head) => head.includes(text))) return WEIGHTS[field];
      return texts.some((line) => line.includes(text)) ? WEIGHTS[field === FIGURES ? FIGURES : TEXT] : 0;
    };
    const found = wanted.filter((part) => weightOf(part.text));
    const tagged = wanted.filter(({ text }) => tags.some((tag) => tag.includes(text)));
    const isWhole = all.some((text) => text.includes(whole));
    const pairs = wanted.flatMap((part) => pairsOf(part.text));
    const standing = pairs.filter((pair) => all.some((text) => text.includes(pair))).length;
    const rating =
      found.reduce((sum, { text }) => sum + weightOf(text) * text.length, 0) +
      standing +
      WEIGHT_OF_THEME * lengthOf(tagged) +
      (isWhole && wanted.length ? whole.length : 0) +
      (filters.themes?.some((theme) => themes.includes(theme)) ? 1 : 0);
    return {
      passage: { anchor, title, lines, themes },
      rating,
      found,
      tagged,
      isWhole,
      isEqual: heads.includes(whole),
      share: pairs.length ? standing / pairs.length : 0,
    };
  }

  // As an interface gets it.
  function toResult({ number, passage }, asked, facts) {
    const own = facts.documents[number];
    const { kind, year, district } = own;
    const named = facts.districts[district];
    const themeNames = kind === "theme" ? [] : passage.themes.map((id) => facts.themeNames[id]);
    const excerpt = passage.lines.join(" ");
    const words = wordsIn([passage.title, excerpt, ...themeNames], asked, own);
    const mark = (text) => markedIn(text, rangesIn(text, words));
    return {
      kind,
      title: mark(passage.title),
      address: addressOf(number, passage.anchor, facts),
      district: named?.id,
      year,
      themes: passage.themes,
      // By name, for readers; the head of a report says district and year itself.
      where: kind === "report" && passage.anchor ? [named.name, `${year}年`] : [],
      themeNames: themeNames.map(mark),
      excerpt: excerptOf(excerpt, rangesIn(excerpt, words)),
    };
  }

  function addressOf(number, anchor, facts) {
    const page = facts.addressOf(number);
    const file = districtSearch.namesFiles ? "index.html" : "";
    return page + file + (anchor && `#${anchor}`);
  }

  // What is marked in the texts of a passage: the question as a whole, where it stands so; else its parts, or the pairs of
  // those that stand in none of them and are not told by the document itself.
  function wordsIn(texts, { whole, parts }, own) {
    const all = texts.map(normalise);
    const stands = (part) => districtSearch.isGiven(part, own) || all.some((letters) => letters.includes(part.text));
    return { whole, parts: parts.flatMap((part) => (stands(part) ? [part.text] : pairsOf(part.text))) };
  }

  // Joined where they touch.
  function rangesIn(text, { whole, parts }) {
    const { letters, places } = spell(text);
    const isMarked = new Uint8Array(letters.length);
    for (const word of letters.includes(whole) ? [whole] : parts) {
      for (let at = letters.indexOf(word); word && at >= 0; at = letters.indexOf(word, at + 1)) {
        isMarked.fill(1, at, at + word.length);
      }
    }
    const ranges = [];
    for (let at = 0; at < letters.length; at++) {
      if (!isMarked[at]) continue;
      const from = places[at];
      while (isMarked[at + 1]) at++;
      ranges.push([from, places[at] + String.fromCodePoint(text.codePointAt(places[at])).length]);
    }
    return ranges;
  }

  function excerptOf(text, ranges) {
    const start = startBefore(text, ranges[0]?.[0] ?? 0);
    const end = endAfter(text, start + LENGTH);
    const pieces = markedIn(text, ranges, start, end);
    if (start) pieces.unshift({ text: "……", marked: false });
    if (end < text.length) pieces.push({ text: "……", marked: false });
    return pieces;
  }

  // A stretch of a text in pieces, marked and not. A range is marked as a whole or not at all.
  function markedIn(text, ranges, start = 0, end = text.length) {
    const pieces = [];
    const add = (piece, marked) => piece && pieces.push({ text: piece, marked });
    let done = start;
    for (const [from, to] of ranges) {
      if (to > end) break;
      add(text.slice(done, from), false);
      add(text.slice(from, to), true);
      done = to;
    }
    add(text.slice(done, end), false);
    return pieces;
  }

  // At the beginning of the clause, if that is near.
  function startBefore(text, place) {
    if (place <= LEAD) return 0;
    const clause = Math.max(...[..."。；，！？"].map((mark) => text.lastIndexOf(mark, place - 1)));
    return notInside(text, Math.max(clause + 1, place - LEAD));
  }

  const endAfter = (text, place) => (place >= text.length ? text.length : notInside(text, place));

  // A number or a pair of surrogates is never cut.
  function notInside(text, place) {
    let at = place;
    while (/^(?:[0-9.,][0-9]|[\ud800-\udbff][\udc00-\udfff])/.test(text.slice(at - 1, at + 1))) at++;
    return at;
  }

  Object.assign(districtSearch, { rank, toResult });
})();
