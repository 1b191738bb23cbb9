// Narrows the city-wide tables to one theme, kept in the address as ?theme=rights. Without it all tables are shown.
// A section, with the heading before it, is hidden when everything in it is of other themes.

(() => {
  "use strict";

  const filter = document.querySelector(".theme-filter");
  const choice = filter.querySelector("select");
  const result = filter.querySelector("[role='status']");
  const sections = [...document.querySelectorAll(".by-theme")];
  const known = [...choice.options].map((option) => option.value);

  const parts = (section) => (section.dataset.theme ? [section] : [...section.children]);

  const show = (theme) => {
    choice.value = theme;
    for (const section of sections) {
      for (const part of parts(section)) part.hidden = Boolean(theme) && part.dataset.theme !== theme;
      section.hidden = parts(section).every((part) => part.hidden);
      section.previousElementSibling.hidden = section.hidden;
    }
  };

  const narrow = (theme) => {
    show(theme);
    result.textContent = theme ? `只显示“${choice.selectedOptions[0].textContent}”的数据` : "显示全部主题的数据";
    const address = new URL(location.href);
    address.searchParams.delete("theme");
    if (theme) {
      address.searchParams.set("theme", theme);
      address.hash = "";
    }
    history.replaceState(null, "", address);
  };

  // A link to a section that is hidden shows everything again, so that it leads where it says.
  const follow = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target || !target.closest("[hidden]")) return;
    narrow("");
    target.scrollIntoView();
  };

  choice.addEventListener("change", () => narrow(choice.value));
  addEventListener("hashchange", follow);
  const asked = new URLSearchParams(location.search).get("theme");
  if (asked && known.includes(asked)) show(asked);
  follow();
})();
