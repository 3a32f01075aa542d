// The keys 1, 2 and 3 on the vote page. Everything works without this file.
const row = document.querySelector(".keys");
const box = row?.querySelector("input");

if (row && box) {
  row.hidden = false;
  box.checked = localStorage.getItem("talk.keys") !== "off";
  box.addEventListener("change", () => localStorage.setItem("talk.keys", box.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (!box.checked || typing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    document.querySelector(`.choices [data-key="${CSS.escape(event.key)}"]`)?.click();
  });
}

// The slider and the number field say the same.
const slider = document.querySelector("input[name=slider]");
const number = document.querySelector("input[name=score]");

if (slider && number) {
  slider.addEventListener("input", () => { number.value = slider.value; });
  number.addEventListener("input", () => {
    if (number.value !== "" && number.checkValidity()) {
      slider.value = number.value;
    }
  });
}

document.querySelector(".problems")?.focus();
