// Makes the lab's pages smoother: checks a text when typing stops, and says that long work goes on.
// Everything works without it.
(() => {
  const editor = document.querySelector('form[data-editor]');
  const verdict = document.querySelector('[data-verdict]');
  if (editor && verdict) {
    let waiting = 0;
    let asked = 0;
    const check = async () => {
      const mine = ++asked;
      const form = new URLSearchParams(new FormData(editor));
      form.set('do', 'verdict');
      verdict.setAttribute('aria-busy', 'true');
      try {
        const answer = await fetch(editor.action, { method: 'POST', body: form });
        const html = answer.ok ? await answer.text() : null;
        // An answer to an older text is of no use.
        if (html !== null && mine === asked) {
          const parsed = new DOMParser().parseFromString(html, 'text/html');
          verdict.replaceChildren(...parsed.body.childNodes);
        }
      } catch {
        // Without a connection the last verdict stays; the button still works when it is back.
      } finally {
        if (mine === asked) {
          verdict.removeAttribute('aria-busy');
        }
      }
    };
    editor.elements.namedItem('text').addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(check, 700);
    });
  }
  for (const form of document.querySelectorAll('form[data-busy].publish')) {
    form.addEventListener('submit', () => {
      const status = form.querySelector('[data-status]');
      if (status) {
        status.textContent = form.dataset.busy;
      }
      for (const button of form.querySelectorAll('button')) {
        button.setAttribute('aria-disabled', 'true');
      }
    });
  }
  document.getElementById('problems')?.focus();
})();
