// What a question asks for. Text and names in; words, their parts and pieces out. No documents.

(() => {
  "use strict";

  // More is no question; every two characters may cost a file.
  const LONGEST = 64;
  const { normalise, pairsOf, spell, wholesOf, marksOf } = districtSearch.spelling;

  // `parts` must all be found: {text, pieces, district?, isCity?, year?}. All `pieces` say how well a document answers.
  function readQuestion(question, { names }) {
    const typed = [...question].slice(0, LONGEST).join("");
    const words = joinSingles(typed.split(/\s+/).filter((word) => normalise(word)));
    const whole = normalise(words.join(""));
    if (!whole) return ofMarks(marksOf(typed));
    const parts = words.flatMap((word) => partsOf(word, names));
    const pieces = new Set(parts.flatMap((part) => part.pieces));
    for (const word of words) {
      for (const piece of [...pairsOf(normalise(word)), ...wholesOf(spell(word).words)]) pieces.add(piece);
    }
    return { whole, parts, pieces: [...pieces] };
  }

  // 海 淀 is 海淀 with a space in it.
  function joinSingles(words) {
    const joined = [];
    let wasSingle = false;
    for (const word of words) {
      const isSingle = [...normalise(word)].length === 1;
      if (isSingle && wasSingle) joined.push(joined.pop() + word);
      else joined.push(word);
      wasSingle = isSingle;
    }
    return joined;
  }

  // Divided at punctuation, around the names of districts and years, and between letters and characters: 海淀维权 asks for
  // 海淀 and for 维权. A single character that is left over is not asked for; it is in the pieces of the word.
  function partsOf(word, names) {
    const texts = word.split(/(?:(?![.,%‰])[\p{P}\p{S}])+/u).map(normalise);
    const parts = texts.flatMap((text) => divide(text, names)).filter(({ text }) => [...text].length > 1);
    return parts.length ? parts : [partOf(normalise(word))];
  }

  function divide(text, { meanings, expression }) {
    const parts = [];
    let done = 0;
    for (const found of text.matchAll(expression)) {
      parts.push(partOf(text.slice(done, found.index)));
      for (const one of divideWord(found[0], meanings)) parts.push(partOf(one, meanings.get(one)));
      done = found.index + found[0].length;
    }
    return [...parts, partOf(text.slice(done))];
  }

  // haidian2021 is two names; g20 is one word.
  function divideWord(word, meanings) {
    if (meanings.has(word)) return [word];
    const parts = word.match(/[a-z]+|[0-9.%‰]+/g) ?? [];
    return parts.some((part) => meanings.has(part)) ? parts : [word];
  }

  function partOf(text, meaning = {}) {
    const pieces = pairsOf(text);
    return { text, pieces: pieces.length ? pieces : [text], ...meaning };
  }

  function ofMarks(marks) {
    return { whole: marks, parts: marks ? [partOf(marks)] : [], pieces: marks ? partOf(marks).pieces : [], isMarks: true };
  }

  districtSearch.readQuestion = readQuestion;
})();
