// What the list below the box and the search page have in common: when to ask, which answer counts, how a result looks.

(() => {
  "use strict";

  const PAUSE = 60; // milliseconds between the last key and the question
  const KINDS = {
    report: "年度报告",
    district: "区",
    indicator: "指标",
    theme: "主题",
    edition: "年度",
    source: "来源",
    term: "名词",
  };
  const { input, load, arrive, leave } = searchBox;

  // What an input method has not finished is nobody's question. (229: Safari ends the composition before its last key.)
  const isComposing = (event) => event.isComposing || event.keyCode === 229;

  function whenTyped(act) {
    let timer;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(act, PAUSE);
    };
    input.addEventListener("input", (event) => isComposing(event) || later());
    input.addEventListener("compositionend", later);
  }

  // Not every browser does it by itself at Escape.
  function clear() {
    input.value = "";
    input.dispatchEvent(new Event("input"));
  }

  // Only the last question is answered, however late the answers to others come: those are null.
  let last = 0;
  async function ask(question, filters, range) {
    const own = ++last;
    try {
      await load("engine");
      const answer = await districtSearch.ask(question, filters, range);
      return own === last ? answer : null;
    } catch (error) {
      if (own !== last) return null;
      throw error;
    }
  }

  const forget = () => void ++last;

  function element(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  const linkTo = (result) => districtSearch.base + result.address;

  const marked = (pieces) => pieces.map((piece) => (piece.marked ? element("mark", "", piece.text) : piece.text));

  // Title, where it stands, and the passage with its matches marked.
  function describe(result) {
    // A passage of a report stands in a district and a year; that says what it is.
    const where = (result.where.length ? result.where : [KINDS[result.kind]]).join(" · ");
    const themes = result.themeNames.flatMap((name, at) => [at ? "、" : " · 主题：", ...marked(name)]);
    return [
      element("span", "search-result__title", ...marked(result.title)),
      element("span", "search-result__where", where, ...themes),
      ...(result.excerpt.length ? [element("span", "search-result__excerpt", ...marked(result.excerpt))] : []),
    ];
  }

  function summary(question, total, relaxed) {
    if (!total) return `没有找到“${question}”`;
    return relaxed ? `没有同时含有全部词语的内容，以下是最接近的${total}条` : `${total}条结果`;
  }

  // The words to mark where the link leads: what was asked for, and what the engine found for it.
  function rememberOnClick(link, question, result) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // another tab does not see them
      const found = [...result.title, ...result.excerpt].filter(({ marked }) => marked).map(({ text }) => text);
      leave(link.pathname, [...new Set([...question.split(/\s+/), ...found])].filter(Boolean));
      if (link.pathname === location.pathname) setTimeout(arrive); // the page is not loaded again
    });
  }

  Object.assign(searchBox, {
    isComposing,
    whenTyped,
    clear,
    ask,
    forget,
    element,
    linkTo,
    describe,
    summary,
    rememberOnClick,
  });
})();
