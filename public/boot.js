// Starts the app, and says so in plain words when it cannot start or dies: the page's own text stays readable.
//
// A classic script, so that it runs wherever the page does; Chromium 86 syntax. Trunk.toml writes its tag, with the hashed
// names of the glue module and the wasm file beside it. The page holds the messages: `#boot-waiting`, which the app takes
// away when it starts, and `#boot-error` with the attribute `hidden` and a button with the attribute `data-reload` in it.
// `data-boot` on the root element says how it went: `started` or `failed`.
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

  // A trap (stack or memory exhausted) leaves the app half dead without passing its panic hook.
  function onTrap(error) {
    if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) fail(error);
  }
  window.addEventListener("error", function (event) {
    onTrap(event.error);
  });
  window.addEventListener("unhandledrejection", function (event) {
    onTrap(event.reason);
  });

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
