// Which documents answer a question, by the pieces they have, best first. No texts.

(() => {
  "use strict";

  // A title weighs more than a figure, and that more than text. Numbers of the fields in a posting: text, figures, title,
  // theme. The name of a theme finds what it is given to, and weighs nothing: what has the words themselves comes before.
  const WEIGHTS = [0, 1, 2, 3, 0];
  const TITLE = 3;
  const THEME = 4;
  // Of the pieces asked for, a document must have as many when none has all.
  const SHARE = 0.4;
  const DISTRICT_BONUS = 4;
  // For what has the pieces across the parts as well, and so very likely the words as they were typed.
  const WHOLE_BONUS = 2;
  const { shardOf } = districtSearch.spelling;

  // By piece: the field it stands in, for every document; 0 where it does not stand.
  async function fetchPostings({ pieces, isMarks }, { shards, version, documents }) {
    const read = async (piece) => {
      const group = isMarks || [...piece].length === 1 ? "singles" : "pairs";
      const shard = await districtSearch.load(`${group}/${shardOf(piece, shards[group])}`, version);
      const fields = new Uint8Array(documents.length);
      const texts = Object.hasOwn(shard, piece) ? shard[piece].split(",") : [];
      let count = 0;
      texts.forEach((text, field) => {
        for (const number of districtSearch.decode(text)) {
          fields[number] = field + 1;
          if (field + 1 !== THEME) count++;
        }
      });
      return [piece, { fields, count, weight: Math.log(1 + documents.length / count) }];
    };
    const postings = new Map(await Promise.all(pieces.map(read)));
    weighAbsent([...postings.values()]);
    return postings;
  }

  // What stands nowhere tells no document from another: it weighs half of what the others do.
  function weighAbsent(all) {
    const present = all.filter(({ count }) => count);
    const mean = present.reduce((sum, { weight }) => sum + weight, 0) / present.length || 1;
    for (const posting of all) if (!posting.count) posting.weight = mean / 2;
  }

  // A part that names a district or year is in everything that belongs to it; so is the city's name in all there is.
  const isNamed = (part, { district, year }) =>
    (part.district !== undefined && part.district === district) || (part.year !== undefined && part.year === year);
  const isGiven = (part, found) => part.isCity || isNamed(part, found);

  // What has all pieces of all parts. Whether it has them word for word, only its text can tell.
  function match(asked, postings, facts) {
    const { parts } = asked;
    if (!parts.length) return [];
    const has = (part, number) => part.pieces.every((piece) => postings.get(piece).fields[number]);
    return scored(asked, postings, facts, (found, number) =>
      parts.every((part) => isGiven(part, found) || has(part, number)),
    );
  }

  // When nothing has all that was asked for.
  function matchNearly(asked, postings, facts) {
    return scored(asked, postings, facts, (found, number) => isNear(asked.parts, found, number, postings));
  }

  function scored(asked, postings, { documents }, isMatch) {
    return documents
      .flatMap((found, number) =>
        isMatch(found, number) ? [{ number, score: scoreOf(asked, found, number, postings) }] : [],
      )
      .sort(byScore);
  }

  const byScore = (one, other) => other.score - one.score || one.number - other.number;

  // The district that was named, and what has much of the rest.
  function isNear(parts, found, number, postings) {
    if (parts.some((part) => part.district !== undefined && isNamed(part, found))) return true;
    let has = 0;
    let all = 0;
    for (const part of parts) {
      for (const piece of part.isCity ? [] : part.pieces) {
        const { fields, weight } = postings.get(piece);
        all += weight;
        if (fields[number] || isNamed(part, found)) has += weight;
      }
    }
    return has >= all * SHARE && has > 0;
  }

  // The rarer a piece, the more it weighs; what the question names comes first.
  function scoreOf({ parts, pieces }, found, number, postings) {
    const named = parts.filter((part) => isNamed(part, found));
    const own = new Set(named.flatMap((part) => part.pieces));
    let score = 0;
    let has = 0;
    let all = 0;
    for (const piece of pieces) {
      const { fields, weight } = postings.get(piece);
      const field = own.has(piece) ? TITLE : fields[number];
      score += weight * WEIGHTS[field];
      if (WEIGHTS[field]) has += weight;
      all += weight;
    }
    const bonus = named.reduce((sum, part) => sum + (part.year || part.isCity ? 1 : DISTRICT_BONUS), 0);
    return (score / all) * Math.sqrt(has / all) + bonus + (has === all ? WHOLE_BONUS : 0);
  }

  const includes = (chosen, value) => !chosen?.length || chosen.map(String).includes(String(value));

  function isChosen(number, { years, districts, themes }, facts, themed) {
    const { year, district } = facts.documents[number];
    return (
      includes(years, year) &&
      includes(districts, facts.districts[district]?.id) &&
      (!themes?.length || themes.some((theme) => themed[theme]?.has(number)))
    );
  }

  // How many there would be with each choice of a filter, the other filters being as they are.
  function countBy(matches, filters, facts, themed) {
    const tally = (own, valuesOf) => {
      const counts = Object.create(null); // an id may be called like what every object has
      for (const { number } of matches) {
        if (!isChosen(number, { ...filters, [own]: [] }, facts, themed)) continue;
        for (const value of valuesOf(number)) counts[value] = (counts[value] ?? 0) + 1;
      }
      return counts;
    };
    const known = (value) => (value === undefined ? [] : [value]);
    return {
      years: tally("years", (number) => known(facts.documents[number].year)),
      districts: tally("districts", (number) => known(facts.districts[facts.documents[number].district]?.id)),
      themes: tally("themes", (number) => Object.keys(themed).filter((theme) => themed[theme].has(number))),
    };
  }

  Object.assign(districtSearch, { fetchPostings, match, matchNearly, byScore, isGiven, isChosen, countBy });
})();
