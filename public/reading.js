// How somebody wants to read: 长辈版, 高对比, the size of type, 朗读, and whether a key alone does something. Taken from the
// address, else as remembered, before anything is painted, and without the app. Chromium 86 syntax.
(function () {
  "use strict";

  var root = document.documentElement;
  var KEY = "annual-report:reading";
  var SMALLEST = -1;
  var LARGEST = 3;
  /** What the address may say of it. */
  var OF_ADDRESS = /(^|[?&])(mode|contrast|size)=([^&]*)/g;
  var reading = { elder: false, contrast: false, size: 0, keys: true };

  /** As the address and the memory have it; what goes without saying is left out. */
  function written() {
    var parts = [];
    if (reading.elder) parts.push("mode=elder");
    if (reading.contrast) parts.push("contrast=high");
    if (reading.size) parts.push("size=" + reading.size);
    return parts.join("&");
  }

  function within(size) {
    // The type of 长辈版 is as small as it may be.
    return Math.min(LARGEST, Math.max(reading.elder ? 0 : SMALLEST, size));
  }

  /** Reads as a text says, if it says anything. */
  function take(text) {
    var said = {};
    text.replace(OF_ADDRESS, function (all, before, name, value) {
      said[name] = value;
    });
    if (!Object.keys(said).length) return false;
    reading.elder = said.mode === "elder";
    reading.contrast = said.contrast === "high";
    reading.size = within(Math.round(Number(said.size)) || 0);
    return true;
  }

  /** A browser that refuses storage, or a frame that has none, remembers by the address alone. */
  function storage(use) {
    try {
      return use(localStorage);
    } catch (error) {
      return null;
    }
  }

  /** Styles that most readers do without. In a page that is one file they are there already. */
  function styled(then) {
    var style = document.getElementById("reading-style");
    if (!style || !style.hasAttribute("disabled") || !(reading.elder || reading.contrast)) return then();
    // Changed before its styles are here, the page would be laid out twice. Without them, it changes as far as it goes.
    style.onload = style.onerror = then;
    style.removeAttribute("disabled");
  }

  function show() {
    root.setAttribute("data-reading", written());
    root.setAttribute("data-mode", reading.elder ? "elder" : "");
    root.setAttribute("data-contrast", reading.contrast ? "high" : "");
    root.setAttribute("data-size", reading.size);
    root.setAttribute("data-keys", reading.keys ? "" : "off");
    showButtons();
  }

  function showButtons() {
    document.querySelectorAll("[data-read]").forEach(function (button) {
      var name = button.getAttribute("data-read");
      if (name === "smaller") button.setAttribute("aria-disabled", within(reading.size - 1) === reading.size);
      else if (name === "larger") button.setAttribute("aria-disabled", reading.size === LARGEST);
      else button.setAttribute("aria-pressed", name === "usual" ? reading.size === 0 : name === "aloud" ? isReading : reading[name]);
    });
  }

  /** The address says how the page is read. It is the same view all the same: no step, and nothing to go back to. */
  function address() {
    var hash = location.hash.replace(OF_ADDRESS, function (all, before) {
      return before === "?" ? "?" : "";
    });
    hash = (hash || "#/").replace("?&", "?").replace(/\?$/, "");
    var text = written();
    if (text) hash += (hash.indexOf("?") < 0 ? "?" : "&") + text;
    if (hash === (location.hash || "#/")) return;
    try {
      history.replaceState(history.state, "", hash);
    } catch (error) {
      // Refused, the page is read as it is; only the address does not say so.
    }
  }

  var ACTS = {
    elder: function () {
      reading.elder = !reading.elder;
      reading.size = within(reading.size);
      if (!reading.elder) stop();
    },
    contrast: function () {
      reading.contrast = !reading.contrast;
    },
    keys: function () {
      reading.keys = !reading.keys;
    },
    smaller: function () {
      reading.size = within(reading.size - 1);
    },
    usual: function () {
      reading.size = 0;
    },
    larger: function () {
      reading.size = within(reading.size + 1);
    },
    aloud: function () {
      if (isReading) stop();
      else start();
    },
  };

  function say(text) {
    document.getElementById("reading-said").textContent = text;
  }

  document.addEventListener("click", function (event) {
    var button = event.target instanceof Element && event.target.closest("[data-read]");
    if (!button) return;
    var name = button.getAttribute("data-read");
    say("");
    ACTS[name]();
    storage(function (storage) {
      // Which keys are heard changes nothing of what is seen: no address says it.
      storage.setItem(KEY, written() + (reading.keys ? "" : "&keys=off"));
    });
    styled(function () {
      address();
      show();
    });
    if (/smaller|usual|larger/.test(name)) say("字号 " + Math.round(100 * Math.pow(1.125, reading.size)) + "%");
  });

  /* ---- 朗读: one part after another, from what the reader sees, by a voice of this device ---- */

  var isReading = false;
  var present = null;

  var PARTS = "h1, h2, h3, p, li, dt, dd, tr, .list__row";
  /** The part at whose end the reading came to an end. */
  var last = null;

  function isOnScreen(part) {
    var box = part.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  }

  /**
   * The parts that can be seen and hold no smaller part, but for rows, which are read whole. From where the reading ended,
   * else from the first on the screen, to the end of the page, or of the section.
   */
  function parts() {
    var seen = Array.from(document.querySelectorAll(PARTS)).filter(function (part) {
      var row = part.closest("tr, .list__row");
      return part.closest("main") && part.getClientRects().length && !part.closest(".unseen, .menu, .explorer__ask, .contents, thead, svg") &&
        (row ? row === part : !part.querySelector(PARTS)) && part.textContent.trim();
    });
    var next = last && isOnScreen(last) ? seen.indexOf(last) + 1 : 0;
    var section = null;
    return seen.slice(seen[next] && next || Math.max(0, seen.findIndex(isOnScreen))).filter(function (part) {
      var own = part.closest(".section");
      section = section || own;
      return own === section;
    });
  }

  /** What a part says: what stands apart is told apart, and what is in a column with what that is called. */
  function words(part) {
    var cells = part.matches("tr, .list__row") ? Array.from(part.children) : [part];
    return cells.map(function (cell) {
      // Whether it went up or down is in words beside the arrow.
      var text = cell.innerText.replace(/[▲▼]/g, "").trim();
      // Tags and badges are set off by their look alone.
      var from = 0;
      cell.querySelectorAll(".tag, .badge").forEach(function (tag) {
        var said = tag.innerText;
        var start = text.indexOf(said, from);
        if (start < 0) return;
        text = text.slice(0, start) + "\n" + said + "\n" + text.slice(start + said.length);
        from = start + said.length + 2;
      });
      text = text.trim();
      var column = text && cell.matches("td, .cell--number") && cell.getAttribute("data-label");
      return column ? column + "：" + text : text;
    }).filter(Boolean).join("\n").replace(/([，。；：、]?)\s*\n\s*/g, function (all, pause) {
      return pause || "，";
    }).replace(/\s+/g, " ");
  }

  function mark(part) {
    if (present) present.removeAttribute("data-aloud");
    present = part;
    if (!part) return;
    part.setAttribute("data-aloud", "");
    part.scrollIntoView({ block: "nearest" });
  }

  function stop() {
    if (!isReading) return;
    isReading = false;
    speechSynthesis.cancel();
    mark(null);
    showButtons();
  }

  function start() {
    var voice = window.speechSynthesis && speechSynthesis.getVoices().find(function (voice) {
      // Others send what they read to somebody else's machine.
      return voice.localService && /^zh/i.test(voice.lang);
    });
    if (!voice) return say("这台设备没有本地的中文语音，不能朗读。");
    isReading = true;
    var queue = parts();
    (function next() {
      if (!isReading) return;
      var part = queue.shift();
      if (!part) {
        last = present;
        return stop();
      }
      if (!part.isConnected) return next();
      mark(part);
      var spoken = new SpeechSynthesisUtterance(words(part));
      spoken.voice = voice;
      spoken.lang = voice.lang;
      spoken.rate = 0.9;
      spoken.onend = spoken.onerror = next;
      speechSynthesis.speak(spoken);
    })();
  }

  // Browsers give the voices later than they are first asked for.
  if (window.speechSynthesis) speechSynthesis.getVoices();
  window.addEventListener("pagehide", stop);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") stop();
  });

  /* ---- at the start, and wherever the reader goes ---- */

  var remembered = storage(function (storage) {
    return storage.getItem(KEY);
  }) || "";
  reading.keys = !/keys=off/.test(remembered);
  if (!take(location.hash)) take(remembered);
  // Nothing is painted before they are here, but what is painted before any styles are.
  root.setAttribute("data-styles", "coming");
  styled(function () {
    root.removeAttribute("data-styles");
  });
  show();
  document.addEventListener("DOMContentLoaded", function () {
    address();
    showButtons();
  });
  window.addEventListener("hashchange", function () {
    stop();
    // An entry that was left bears the app's mark: it is read as the reader reads now.
    if (history.state === null && take(location.hash)) styled(show);
    address();
  });
})();
