// One spelling for texts and questions, and the pieces that they are found by. highlights/publish/search/spelling.py says
// the same in Python.

(() => {
  "use strict";

  const WHOLE = "=";

  // Letters and digits of a text, and where each stood in it. A number keeps its point and percent sign, and loses its
  // separators. NFKD, whose accents are no letters, makes the same of a character wherever it stands; so does one sigma.
  function spell(text) {
    let plain = "";
    const origins = [];
    let origin = 0;
    for (const character of text) {
      const made = character.normalize("NFKD").toLowerCase().replace(/ς/g, "σ");
      plain += made;
      for (let unit = 0; unit < made.length; unit++) origins.push(origin);
      origin += character.length;
    }
    let letters = "";
    const places = [];
    const words = [];
    for (const found of plain.matchAll(/[0-9]+(?:[.,][0-9]+)*[%‰]?|(?:(?![0-9])[\p{L}\p{N}])+/gu)) {
      const token = found[0];
      for (let unit = 0; unit < token.length; unit++) {
        if (token[unit] === ",") continue;
        letters += token[unit];
        places.push(origins[found.index + unit]);
      }
      words.push(token.replaceAll(",", ""));
    }
    return { letters, places, words };
  }

  const normalise = (text) => spell(text).letters;

  function pairsOf(text) {
    const characters = [...text];
    return characters.slice(1).map((character, at) => characters[at] + character);
  }

  // Latin words and numbers, which stand in the index whole as well.
  const wholesOf = (words) => (words.join(" ").match(/[a-z]{2,}|[0-9.]{2,}/g) ?? []).map((word) => WHOLE + word);

  // For questions that have neither letters nor digits.
  const marksOf = (text) => (text.normalize("NFKD").toLowerCase().match(/[\p{P}\p{S}]/gu) ?? []).join("");

  // FNV-1a over the code points.
  function shardOf(piece, count) {
    let value = 2166136261;
    for (const character of piece) value = Math.imul(value ^ character.codePointAt(0), 16777619);
    return (value >>> 0) % count;
  }

  districtSearch.spelling = { spell, normalise, pairsOf, wholesOf, marksOf, shardOf };
})();
