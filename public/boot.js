// Starts the app; when it cannot start or dies, uncovers the page's own message (#boot-error). Chromium 86 syntax.
(function () {
  "use strict";

  var script = document.currentScript;

  function fail(error) {
    var waiting = document.getElementById("boot-waiting");
    var message = document.getElementById("boot-error");
    if (waiting) waiting.hidden = true;
    if (message) message.hidden = false;
    document.documentElement.setAttribute("data-boot", "failed");
    console.error(error);
  }

  // Handlers in the markup are forbidden by the portal's policy.
  document.addEventListener("click", function (event) {
    var target = event.target;
    if (target instanceof Element && target.closest("#boot-error [data-reload]")) location.reload();
  });

  // A trap passes by the app's panic hook.
  function onTrap(error) {
    if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) fail(error);
  }
  window.addEventListener("error", function (event) {
    onTrap(event.error);
  });
  window.addEventListener("unhandledrejection", function (event) {
    onTrap(event.reason);
  });

  // The pack is fetched while the app is still on its way; load.rs takes these answers over, each once.
  var fetches = (window.packFetches = new Map());
  var PATIENCE = 30000;

  function ahead(url) {
    var giveUp = new AbortController();
    setTimeout(function () {
      giveUp.abort();
    }, PATIENCE);
    var answer = fetch(url, { signal: giveUp.signal });
    // Who takes it over hears of its failure; nobody else has to.
    answer.catch(function () {});
    fetches.set(url, answer);
    return answer;
  }

  var pack = document.querySelector("meta[name=pack]");
  var folder = pack ? pack.getAttribute("content") : "data/";
  ahead(folder + "index.json")
    .then(function (answer) {
      return answer.ok ? answer.clone().json() : {};
    })
    .then(function (index) {
      if (typeof index.default !== "string") return;
      ["report", "figures", "enterprises", "projects"].forEach(function (name) {
        var url = folder + index.default + "/" + name + ".json";
        if (!fetches.has(url)) ahead(url);
      });
    })
    // The app says what is wrong with the index, in words.
    .catch(function () {});

  var glue = new URL(script.dataset.glue, document.baseURI).href;
  var wasm = new URL(script.dataset.wasm, document.baseURI).href;
  import(glue)
    .then(function (module) {
      return module.default({ module_or_path: wasm });
    })
    .then(function () {
      document.documentElement.setAttribute("data-boot", "started");
    })
    .catch(fail);
})();
