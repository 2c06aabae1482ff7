// The language switch keeps the reader's place: both languages have the same anchors.
for (const link of document.querySelectorAll('.language-switch')) {
  link.addEventListener('click', () => {
    link.hash = location.hash;
  });
}
