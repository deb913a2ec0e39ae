// When the game has ended, a button begins another; Enter presses it.
const again = document.getElementById("again");
again.addEventListener("click", () => window.location.reload());
new MutationObserver(() => {
  if (document.body.classList.contains("-closed")) again.focus();
}).observe(document.body, { attributes: true, attributeFilter: ["class"] });
// The terminal has the keyboard from the start.
window.addEventListener("load", () => document.querySelector(".xterm-helper-textarea")?.focus());
