// The button “大字”: larger type on every page, remembered on this machine only. Without this script the button stays hidden.

(() => {
  "use strict";

  const KEY = "large-type";
  const root = document.documentElement;
  const button = document.querySelector(".large-type");

  // Some browsers refuse the storage altogether; the choice then lasts as long as the page.
  const remembered = () => {
    try {
      return localStorage.getItem(KEY) === "on";
    } catch {
      return root.classList.contains("with-large-type");
    }
  };
  const remember = (isLarge) => {
    try {
      localStorage.setItem(KEY, isLarge ? "on" : "off");
    } catch {
      // Nothing to be done.
    }
  };
  const show = (isLarge) => {
    root.classList.toggle("with-large-type", isLarge);
    button?.setAttribute("aria-pressed", String(isLarge));
  };

  show(remembered());
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const isLarge = !root.classList.contains("with-large-type");
    remember(isLarge);
    show(isLarge);
  });
  // A page that the browser has kept may be older than the choice.
  addEventListener("pageshow", (event) => event.persisted && show(remembered()));
})();
