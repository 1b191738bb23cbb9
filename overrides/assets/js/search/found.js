// Marks words on the page that a result has led to. They are found in the spelling of the search: whatever the case, the
// width, the spaces and the punctuation, and across elements. Words in; the text of the page stays as it is.

(() => {
  "use strict";

  const NOT_TEXT = "nav, script, style, form, button, select, textarea, svg";
  const BLOCK = "p, li, dt, dd, td, th, caption, h1, h2, h3, h4, summary, blockquote, div, section, article";
  const content = document.querySelector("article");
  const { spell, normalise } = districtSearch.spelling;

  // The text nodes of each block: no word reaches over its end.
  function blocks() {
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    const found = new Map();
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent.closest(NOT_TEXT)) continue;
      const block = parent.closest(BLOCK);
      if (!found.has(block)) found.set(block, []);
      found.get(block).push(walker.currentNode);
    }
    return [...found.values()];
  }

  // The stretches of a text that belong to one of the words, as [start, end], in order and apart from each other.
  function stretches(text, words) {
    const { letters, places } = spell(text);
    const belongs = new Uint8Array(letters.length);
    for (const word of words) {
      for (let at = letters.indexOf(word); at >= 0; at = letters.indexOf(word, at + 1)) belongs.fill(1, at, at + word.length);
    }
    const found = [];
    belongs.forEach((is, at) => {
      if (!is) return;
      const end = places[at] + String.fromCodePoint(text.codePointAt(places[at])).length;
      if (belongs[at - 1]) found.at(-1)[1] = end;
      else found.push([places[at], end]);
    });
    return found;
  }

  function markBlock(nodes, words) {
    const found = stretches(nodes.map((node) => node.data).join(""), words);
    let from = 0;
    for (const node of nodes) {
      const to = from + node.length;
      const own = found.filter(([start, end]) => start < to && end > from);
      // From the last to the first, so that the offsets before it hold.
      for (const [start, end] of own.reverse()) markPart(node, Math.max(start, from) - from, Math.min(end, to) - from);
      from = to;
    }
  }

  function markPart(node, start, end) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    const mark = document.createElement("mark");
    mark.className = "found";
    range.surroundContents(mark);
  }

  function unmark() {
    for (const mark of content.querySelectorAll("mark.found")) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
    document.querySelector(".found-bar")?.remove();
    removeEventListener("keydown", onEscape);
  }

  function onEscape(event) {
    if (event.key === "Escape" && event.target !== searchBox.input) unmark();
  }

  function showBar() {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "清除标记";
    button.setAttribute("aria-keyshortcuts", "Escape");
    button.addEventListener("click", unmark);
    const bar = document.createElement("div");
    bar.className = "found-bar";
    bar.append(button);
    content.append(bar);
    addEventListener("keydown", onEscape);
  }

  searchBox.mark = (words) => {
    unmark();
    const sought = words.map(normalise).filter(Boolean);
    for (const nodes of blocks()) markBlock(nodes, sought);
    if (content.querySelector("mark.found")) showBar();
  };
})();
