// The search box on every page: its keys, and at the first focus everything else. Without it the box is a plain form.
// It stays small, since every page pays for it.

window.searchBox = (() => {
  "use strict";

  const ARRIVAL = "search-arrival";
  const form = document.querySelector(".search-box");
  const input = form.elements.q;
  // The form knows where the search page is, hence the root of the site, and whether links name files.
  const base = new URL("..", form.action).href;
  window.districtSearch = Object.assign(window.districtSearch ?? {}, {
    base,
    namesFiles: form.action.endsWith("index.html"),
  });

  // A file is loaded once; what did not come may be asked for again.
  const scripts = new Map();
  const load = (...names) => Promise.all(names.map((name) => scripts.get(name) ?? loadOne(name)));
  function loadOne(name) {
    const loading = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${base}assets/js/search/${name}.js`;
      script.async = false; // they run in the order in which they were asked for
      script.onload = resolve;
      script.onerror = () => {
        scripts.delete(name);
        script.remove();
        reject(new Error(`not loaded: ${script.src}`));
      };
      document.head.append(script);
    });
    scripts.set(name, loading);
    return loading;
  }

  // The search page shows the answers itself; on other pages they drop down from the box.
  const shows = document.querySelector(".search-page") ? "page" : "list";
  function wake() {
    // Who types without these still has the form.
    load("results", shows, "engine").catch(console.warn);
  }

  function isFree(event) {
    const { target } = event;
    return !target.isContentEditable && !target.closest("input, select, textarea");
  }

  // A result that was followed has left its words for the page that it leads to, for one arrival.
  function arrive() {
    let left = null;
    try {
      left = JSON.parse(sessionStorage.getItem(ARRIVAL));
      sessionStorage.removeItem(ARRIVAL);
    } catch {
      return; // some browsers refuse the storage
    }
    if (left?.path === location.pathname) load("spelling", "found").then(() => searchBox.mark(left.words), console.warn);
  }

  function leave(path, words) {
    try {
      sessionStorage.setItem(ARRIVAL, JSON.stringify({ path, words }));
    } catch {
      // The page is found all the same, without marks.
    }
  }

  input.setAttribute("aria-keyshortcuts", "/ Control+K");
  input.addEventListener("focus", wake);
  addEventListener("keydown", (event) => {
    const isShortcut = event.key === "/"
      ? !event.ctrlKey && !event.metaKey && !event.altKey && isFree(event)
      : event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isShortcut) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  if (document.activeElement === input || shows === "page") wake();
  arrive();

  return { form, input, load, arrive, leave };
})();
