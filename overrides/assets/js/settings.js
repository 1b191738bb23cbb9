// The buttons “大字” and “深色”: a choice lasts over pages and is remembered on this machine only.
// It runs in the head, before anything is painted. The class no-js goes with it: until then, controls that need scripts are hidden.

(() => {
  "use strict";

  document.documentElement.classList.remove("no-js");

  const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

  // Some browsers refuse the storage altogether; a choice then lasts as long as the page.
  const remembered = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const remember = (name, choice) => {
    try {
      localStorage.setItem(name, choice);
    } catch {
      // Nothing to be done.
    }
  };

  const setting = (name, isUsual) => {
    let choice = remembered(name);
    let button = null;
    const isOn = () => (choice ? choice === "on" : isUsual());
    const show = () => {
      document.documentElement.classList.toggle(`with-${name}`, isOn());
      button?.setAttribute("aria-pressed", String(isOn()));
    };
    const change = () => {
      const isNowOn = !isOn();
      // Who goes back to the usual follows it from then on.
      choice = isNowOn === isUsual() ? "" : isNowOn ? "on" : "off";
      remember(name, choice);
      show();
    };
    show();
    systemIsDark.addEventListener("change", show);
    addEventListener("DOMContentLoaded", () => {
      button = document.querySelector(`button.${name}`);
      button.addEventListener("click", change);
      show();
    });
    // A page that the browser has kept may be older than the choice.
    addEventListener("pageshow", (event) => {
      if (event.persisted) choice = remembered(name) ?? choice;
      show();
    });
  };

  setting("large-type", () => false);
  setting("dark-colours", () => systemIsDark.matches);
})();
