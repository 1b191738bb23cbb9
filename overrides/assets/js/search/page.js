// The search page: what the address asks for is shown, and what is asked for becomes the address.
// Typing, filters and “更多” never load the page again; Back undoes them.

(() => {
  "use strict";

  const STEP = 10;
  const FILTERS = { year: "years", district: "districts", theme: "themes" };
  const { form, input, element } = searchBox;
  const page = document.querySelector(".search-page");
  const part = (name) => page.querySelector(`.search-page__${name}`);
  const [status, advice, again, bare, body, filters, more, lists] =
    ["status", "advice", "again", "bare", "body", "filters", "more", "lists"].map(part);
  const choices = [...filters.querySelectorAll("input")];
  const results = page.querySelector(".search-results");
  const title = document.title;
  // Whether the next key begins a new step for Back.
  let isSettled = true;

  function wanted() {
    const query = new URLSearchParams(location.search);
    // A value that is no choice, from an old link, say, does not count.
    const chosen = Object.fromEntries(Object.values(FILTERS).map((many) => [many, []]));
    for (const { name, value } of choices) if (query.getAll(name).includes(value)) chosen[FILTERS[name]].push(value);
    return { question: (query.get("q") ?? "").trim(), chosen, shown: history.state?.shown ?? STEP };
  }

  function addressOf(question, checked) {
    const address = new URL(location.pathname, location.href);
    if (question) address.searchParams.set("q", question);
    for (const { name, value } of checked) address.searchParams.append(name, value);
    return address;
  }

  async function show() {
    const { question, chosen, shown } = wanted();
    document.title = question ? `${question} - ${title}` : title;
    if (document.activeElement !== input) input.value = question;
    for (const box of choices) box.checked = chosen[FILTERS[box.name]].includes(box.value);
    if (!question) {
      searchBox.forget();
      present("", []);
      return;
    }
    if (!status.textContent) {
      status.textContent = "正在查找……";
      lists.hidden = true;
    }
    try {
      const answer = await searchBox.ask(question, chosen, { limit: shown });
      if (answer) presentAnswer(question, answer);
    } catch (error) {
      console.warn(error);
      present("搜索没有载入，请检查网络。", []);
      again.hidden = false;
    }
  }

  function presentAnswer(question, { results: found, total, counts, relaxed }) {
    const isFiltered = choices.some((box) => box.checked);
    present(searchBox.summary(question, total, relaxed), found.map((result) => itemOf(question, result)));
    advice.hidden = total > 0;
    bare.hidden = total > 0 || !isFiltered;
    body.hidden = total === 0 && !isFiltered;
    more.hidden = found.length >= total;
    for (const box of choices) count(box, counts[FILTERS[box.name]]?.[box.value] ?? 0);
    for (const set of filters.querySelectorAll("fieldset")) set.hidden = !set.querySelector("label:not([hidden])");
  }

  // One line about the answer, and the answer. Without results the lists of districts and themes lead on.
  function present(said, items) {
    status.textContent = said;
    results.replaceChildren(...items);
    body.hidden = !items.length;
    lists.hidden = items.length > 0;
    for (const other of [advice, bare, again, more]) other.hidden = true;
  }

  function itemOf(question, result) {
    const [heading, ...rest] = searchBox.describe(result);
    const link = element("a", "", heading);
    link.href = searchBox.linkTo(result);
    searchBox.rememberOnClick(link, question, result);
    return element("li", "search-result", link, ...rest);
  }

  function count(box, number) {
    const label = box.closest("label");
    label.hidden = !number && !box.checked;
    label.querySelector(".search-page__count").textContent = number;
  }

  function go(address, isNewStep = true, state = null) {
    history[isNewStep ? "pushState" : "replaceState"](state, "", address);
    return show();
  }

  const checked = () => choices.filter((box) => box.checked);

  searchBox.whenTyped(() => {
    go(addressOf(input.value.trim(), checked()), isSettled);
    isSettled = false;
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || searchBox.isComposing(event)) return;
    event.preventDefault();
    searchBox.clear();
  });
  input.addEventListener("change", () => { isSettled = true; });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.value.trim() !== wanted().question) go(addressOf(input.value.trim(), checked()));
    isSettled = true;
  });
  filters.addEventListener("change", () => go(addressOf(wanted().question, checked())));
  bare.addEventListener("click", () => {
    go(addressOf(wanted().question, []));
    input.focus();
  });
  again.addEventListener("click", () => {
    input.focus();
    show();
  });
  more.addEventListener("click", async () => {
    const before = results.children.length;
    // On return from a result as many are shown as before.
    await go(location.href, false, { shown: before + STEP });
    results.children[before]?.querySelector("a").focus();
  });
  addEventListener("popstate", () => {
    input.value = wanted().question;
    isSettled = true;
    show();
  });

  filters.open = matchMedia("(min-width: 60em)").matches;
  show();
})();
