// The answers below the search box: a combobox with a list of links (ARIA Authoring Practices, "Combobox").
// The focus stays in the box; the arrow keys move through the list.

(() => {
  "use strict";

  const SHOWN = 8;
  const SLOW = 300; // milliseconds after which it is said that something happens
  const { form, input, element } = searchBox;

  const note = element("p", "search-list__note");
  const list = element("div", "search-list__options");
  const popup = element("div", "search-list", note, list);
  const status = element("p", "visually-hidden");
  let active = -1;

  list.id = "search-list";
  list.tabIndex = -1; // what scrolls would take a place in the order of Tab
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "搜索结果");
  popup.hidden = true;
  status.setAttribute("role", "status");
  form.append(popup, status);
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-controls", list.id],
    ["aria-expanded", "false"],
  ]) input.setAttribute(name, value);

  function open(options, ...notes) {
    if (document.activeElement !== input) return; // the reader has gone on
    note.replaceChildren(...notes);
    note.hidden = !notes.length;
    list.replaceChildren(...options);
    list.hidden = !options.length;
    popup.hidden = false;
    input.setAttribute("aria-expanded", String(options.length > 0));
    activate(-1);
  }

  function close() {
    popup.hidden = true;
    input.setAttribute("aria-expanded", "false");
    activate(-1);
  }

  function activate(index) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = index;
    const option = list.children[active];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function optionOf(address, number, ...children) {
    const option = element("a", "search-result", ...children);
    option.id = `search-option-${number}`;
    option.href = address;
    option.tabIndex = -1;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    return option;
  }

  async function ask() {
    const question = input.value.trim();
    status.textContent = "";
    if (!question) {
      searchBox.forget();
      close();
      return;
    }
    const slow = setTimeout(() => open([], "正在查找……"), SLOW);
    try {
      const answer = await searchBox.ask(question, {}, { limit: SHOWN, counts: false });
      clearTimeout(slow);
      if (answer) show(question, answer);
    } catch (error) {
      clearTimeout(slow);
      console.warn(error);
      complain();
    }
  }

  function show(question, { results, total, relaxed }) {
    const options = results.map((result, number) => {
      const option = optionOf(searchBox.linkTo(result), number, ...searchBox.describe(result));
      searchBox.rememberOnClick(option, question, result);
      return option;
    });
    const all = new URL(form.action);
    all.searchParams.set("q", question);
    if (total) options.push(optionOf(all.href, results.length, `全部${total}条结果`));
    options.at(-1)?.classList.add("search-list__all");
    const said = searchBox.summary(question, total, relaxed);
    open(options, ...(total && !relaxed ? [] : [said]));
    status.textContent = total ? `${said}，用上下键选择` : said;
  }

  function complain() {
    const again = element("button", "search-list__again", "再试一次");
    again.type = "button";
    again.addEventListener("click", () => {
      input.focus();
      ask();
    });
    open([], "搜索没有载入，请检查网络。", again);
    status.textContent = "搜索没有载入";
  }

  const KEYS = {
    ArrowDown: () => activate((active + 1) % list.children.length),
    ArrowUp: () => activate((active > 0 ? active : list.children.length) - 1),
    Enter: () => list.children[active].click(),
    Escape: close,
  };

  searchBox.whenTyped(ask);
  input.addEventListener("keydown", (event) => {
    if (searchBox.isComposing(event)) return;
    const isOpen = !popup.hidden;
    const isMove = event.key.startsWith("Arrow");
    if (event.key === "ArrowDown" && !isOpen && input.value.trim()) ask();
    else if (isOpen && KEYS[event.key] && !(isMove && list.hidden) && !(event.key === "Enter" && active < 0)) KEYS[event.key]();
    else if (event.key === "Escape") searchBox.clear();
    else {
      if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) activate(-1);
      return;
    }
    event.preventDefault();
  });
  // The focus stays where it is: in Safari not even a button takes it, and the list would close below the mouse.
  popup.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", close);
  form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || close());
  // Back from a result: the list of before is of no use.
  addEventListener("pagehide", close);
  if (input.value.trim()) ask();
})();
