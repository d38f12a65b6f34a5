// Starts the preview, and for it the app on the files that it has opened: nothing of them is fetched, sent or kept.
// Chromium 86 syntax.
(function () {
  "use strict";

  var script = document.currentScript;
  var root = document.documentElement;
  var WORD = "预览";

  function address(name) {
    return new URL(script.dataset[name], document.baseURI).href;
  }

  // What boot.js does on the other pages: with this, the message for readers without JavaScript goes.
  root.setAttribute("data-page", "");

  /* ---- the app: started on the files of a pack, stopped, and started anew for another report ---- */

  /** What stands on the page before the app puts something there. */
  var own = [];
  /** How often the app was asked for, and which of these times is still wanted; 0 for none. */
  var asked = 0;
  var wanted = 0;
  /** How often its module was loaded: each time as another, with a memory of its own. */
  var modules = 0;
  /** Its code, compiled once for all of them. */
  var code = null;
  /** One start ends before the next begins, so that what is put on the page meanwhile is of that one. */
  var turns = Promise.resolve();
  var isBeginning = false;
  var isRunning = false;
  var wasStopped = false;
  /** What the app has asked the window and the document to tell it. */
  var listening = [];

  [window, document].forEach(function (target) {
    var add = target.addEventListener;
    target.addEventListener = function (kind, listener, options) {
      if (isRunning) listening.push([target, kind, listener, options]);
      return add.call(target, kind, listener, options);
    };
  });

  function meta(name, content) {
    var tag = document.querySelector("meta[name=" + name + "]");
    if (content === undefined) return tag && tag.remove();
    if (!tag) {
      tag = document.createElement("meta");
      tag.name = name;
      document.head.appendChild(tag);
    }
    tag.content = content;
  }

  /** Answers to whatever the app asks for of the pack. What is not there is missing; no question leaves the page. */
  function answers(files) {
    var fetches = new Map();
    fetches.get = function (url) {
      var bytes = files.get(url);
      var answer = bytes ? new Response(bytes, { headers: { "Content-Type": "application/json" } }) : new Response(null, { status: 404 });
      return Promise.resolve(answer);
    };
    // Every question has an answer here, however often it is asked.
    fetches.set = function () {
      return fetches;
    };
    return fetches;
  }

  function compiled() {
    if (code) return code;
    code = fetch(address("wasm"))
      .then(function (answer) {
        if (!answer.ok) throw new Error(answer.url + ": " + answer.status);
        return answer.arrayBuffer();
      })
      .then(function (bytes) {
        return WebAssembly.compile(bytes);
      });
    // What has failed may be had at the next try. Who asked says what is wrong.
    code.catch(function () {
      code = null;
    });
    return code;
  }

  function show(files, report, original) {
    stop();
    // What it says is of an earlier start.
    document.getElementById("boot-error").hidden = true;
    asked += 1;
    wanted = asked;
    turns = turns.then(start.bind(null, asked, files, report, original));
  }

  /** Starts the app, unless something else is wanted before all of it is here. */
  function start(mine, files, report, original) {
    function ifWanted(next) {
      return function (value) {
        if (mine === wanted) return next(value);
      };
    }
    function load(module) {
      modules += 1;
      // The same address would be the same module, which has been stopped.
      var again = modules > 1 ? "?" + modules : "";
      return import(address("glue") + again).then(
        ifWanted(function (glue) {
          own = Array.from(document.body.children);
          meta("report", report);
          meta("original", original);
          window.packFetches = answers(files);
          isBeginning = isRunning = true;
          return glue.default({ module_or_path: module });
        })
      );
    }
    return Promise.resolve()
      .then(ifWanted(compiled))
      .then(ifWanted(load))
      .catch(ifWanted(fail))
      .then(function () {
        isBeginning = false;
        if (mine !== wanted) takeAway();
      });
  }

  function stop() {
    wanted = 0;
    // Browsers let none but the smallest begin at once. What is beginning cannot be held up, and goes when it is there.
    if (!isBeginning) takeAway();
  }

  /** Stops the app, should it run, and takes out of the page what it has put there. */
  function takeAway() {
    if (!isRunning) return;
    isRunning = false;
    wasStopped = true;
    if (window.stopApp) window.stopApp();
    listening.forEach(function (heard) {
      heard[0].removeEventListener(heard[1], heard[2], heard[3]);
    });
    listening = [];
    Array.from(document.body.children).forEach(function (child) {
      if (own.indexOf(child) < 0) child.remove();
    });
    root.removeAttribute("data-boot");
    document.title = "打开数据包";
  }

  // The preview calls these.
  window.previewApp = { show: show, stop: stop };

  /* ---- marked as a preview, wherever it goes ---- */

  function nameTheTab() {
    if (document.title.indexOf(WORD) !== 0) document.title = WORD + " · " + document.title;
  }

  // What is saved of it says so in its name.
  HTMLAnchorElement.prototype.click = function () {
    if (this.download && this.download.indexOf(WORD) !== 0) this.download = WORD + "-" + this.download;
    HTMLElement.prototype.click.call(this);
  };

  /** A link to the page of another report: here that report is of the same files. */
  function turnTo(event, link) {
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    var parts = link.getAttribute("href").split("#");
    document.querySelectorAll("#preview-about [data-page]").forEach(function (button) {
      if (button.getAttribute("data-page") !== parts[0]) return;
      event.preventDefault();
      location.hash = parts[1];
      button.click();
    });
  }

  /* ---- what the page says when something goes wrong, and what it does without the app ---- */

  function fail(error) {
    console.error(error);
    document.getElementById("boot-error").hidden = false;
    var waiting = document.getElementById("boot-waiting");
    if (waiting) waiting.remove();
  }

  function onTrap(event, error) {
    if (!(error instanceof WebAssembly.RuntimeError)) return;
    event.preventDefault();
    // Timers and tasks of one that is stopped end so; nobody waits for them.
    if (wasStopped && /null|table/i.test(error.message)) return;
    fail(error);
  }
  window.addEventListener("error", function (event) {
    onTrap(event, event.error);
  });
  window.addEventListener("unhandledrejection", function (event) {
    onTrap(event, event.reason);
  });

  document.addEventListener("click", function (event) {
    var target = event.target;
    if (!(target instanceof Element)) return;
    if (target.closest("#boot-error [data-reload]")) location.reload();
    turnTo(event, target.closest("a[href*='.html#']"));
    // The address is the view's; a place within the page is gone to without it.
    var main = target.closest(".skip") && document.getElementById("main");
    if (!main) return;
    event.preventDefault();
    main.scrollIntoView();
    main.focus();
  });

  document.addEventListener("DOMContentLoaded", function () {
    nameTheTab();
    new MutationObserver(nameTheTab).observe(document.querySelector("title"), { childList: true, characterData: true, subtree: true });
    if (typeof WebAssembly !== "object") return fail(new Error("no WebAssembly"));
    import(address("previewGlue"))
      .then(function (glue) {
        return glue.default({ module_or_path: address("previewWasm") });
      })
      .catch(fail);
  });
})();
