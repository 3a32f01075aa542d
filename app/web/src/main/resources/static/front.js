// "About people like me": compares what is typed with the affected groups on the cards, here in the
// browser. Nothing is sent and nothing is kept.
const field = document.querySelector('[data-like-me]');
const input = field.querySelector('input');
const cards = [...document.querySelectorAll('.card[data-groups]')];
const none = document.querySelector('[data-none]');
const plain = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

field.hidden = cards.length === 0;
input.addEventListener('input', () => {
  const words = plain(input.value).split(/\s+/).filter((word) => word.length > 2);
  let shown = 0;
  for (const card of cards) {
    const groups = plain(card.dataset.groups);
    card.hidden = words.length > 0 && !words.some((word) => groups.includes(word));
    shown += card.hidden ? 0 : 1;
  }
  none.hidden = shown > 0;
});
input.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') event.preventDefault();
});
