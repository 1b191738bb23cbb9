// Puts the figures of this district beside those of another one, kept in the address as ?beside=haidian.
// Each district's figures come in a script of their own (districts/haidian/figures.js), loaded when they are needed.
// Without this script the districts are a list of links.

const districtFigures = Object.create(null); // an id may be called like what every object has

(() => {
  "use strict";

  const part = document.querySelector(".beside");
  const own = { id: part.dataset.own, name: part.dataset.name, link: part.dataset.link };
  const others = [...part.querySelectorAll("[data-district]")].map((link) => ({
    id: link.dataset.district,
    name: link.textContent,
    link: link.getAttribute("href"),
  }));
  const loading = Object.create(null);
  let wanted = "";

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  // Nothing when the file cannot be had; the next choice tries again.
  const load = (district) =>
    (loading[district.id] ??= new Promise((resolve) => {
      const script = make("script", { src: `${district.link.replace(/[^/]*$/, "")}figures.js` });
      script.addEventListener("load", () => resolve(districtFigures[district.id]));
      script.addEventListener("error", () => {
        delete loading[district.id];
        resolve();
      });
      document.head.append(script);
    }));

  const cell = (figures) => {
    if (!figures) {
      const dash = make("span", { class: "unpublished", role: "img", "aria-label": "未公布", title: "未公布" }, "—");
      return make("td", { class: "number" }, dash);
    }
    return make("td", { class: "number" }, ...figures.map(entry));
  };

  const entry = (figure) => {
    const aside = figure.value ? "" : " figure-cell--aside";
    const shown = make("div", { class: `figure-cell${aside}` });
    shown.append(make("a", { class: "figure", href: figure.link }, figure.reported));
    if (figure.mark) shown.append(make("span", { class: "figure__mark" }, figure.mark));
    return shown;
  };

  // A row for every indicator and year that one of the two has, newest year first.
  const merge = (first, second) => {
    const rows = new Map();
    for (const [side, figures] of [first, second].entries()) {
      for (const row of figures) {
        const key = `${row.year} ${row.order}`;
        if (!rows.has(key)) rows.set(key, { ...row, sides: [] });
        rows.get(key).sides[side] = row.figures;
      }
    }
    return [...rows.values()].sort((a, b) => b.year - a.year || a.order - b.order);
  };

  const table = (other, rows) => {
    const caption = `${own.name}与${other.name}的指标数据`;
    const heads = [own, other].map((district) =>
      make("th", { scope: "col", class: "number" }, make("a", { href: district.link }, district.name)),
    );
    const made = make("table", { class: "beside-table" }, make("caption", {}, caption));
    made.append(make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "指标"), ...heads)));
    let year;
    let body;
    for (const row of rows) {
      if (row.year !== year) {
        year = row.year;
        const head = make("th", { scope: "rowgroup", colspan: "3", class: "beside-table__year" }, `${year}年`);
        body = make("tbody", {}, make("tr", {}, head));
        made.append(body);
      }
      const name = make("th", { scope: "row" }, make("a", { href: row.link }, row.indicator));
      body.append(make("tr", {}, name, cell(row.sides[0]), cell(row.sides[1])));
    }
    return make("div", { class: "table-frame", role: "region", "aria-label": caption, tabindex: "0" }, made);
  };

  const result = make("p", { class: "beside__result", role: "status" });
  const place = make("div");
  const choice = make("select", {}, make("option", { value: "" }, "选一个区"));
  choice.append(...others.map((other) => make("option", { value: other.id }, other.name)));

  const show = async (id) => {
    wanted = id;
    choice.value = id;
    const other = others.find((district) => district.id === id);
    place.replaceChildren();
    result.textContent = "";
    if (!other) return;
    const [first, second] = await Promise.all([load(own), load(other)]);
    if (wanted !== id) return;
    if (!first || !second) {
      result.append("没能取到数据，请直接打开", make("a", { href: other.link }, `${other.name}的页面`), "。");
      return;
    }
    const rows = merge(first, second);
    const both = rows.filter((row) => row.sides[0] && row.sides[1]).length;
    const count = both ? `两个区同一年都公布的指标有${both}项。` : "没有两个区同一年都公布的指标。";
    result.textContent = `${count}小字说明数据为什么不能比较，“—”是没有公布。`;
    place.append(table(other, rows));
  };

  const choose = () => {
    const address = new URL(location.href);
    if (choice.value) address.searchParams.set("beside", choice.value);
    else address.searchParams.delete("beside");
    history.replaceState(null, "", address);
    show(choice.value);
  };

  choice.addEventListener("change", choose);
  part.replaceChildren(make("label", { class: "beside__choice" }, `把${own.name}与另一个区对照`, choice), result, place);
  const asked = new URLSearchParams(location.search).get("beside");
  if (others.some((other) => other.id === asked)) show(asked);
})();
