// Part of a page that has the catalogue of errors. Codes are copied from logs, messages and other people's notes, and not
// always as they are written: the address of a code is known in any case, and one that there is no code for says so.

const notice = document.querySelector<HTMLElement>('.unknown-code');
leadToCode();
addEventListener('hashchange', leadToCode);

function leadToCode(): void {
  if (notice) notice.hidden = true;
  const [, code] = /^#(\w+\.\d+)$/.exec(location.hash) ?? [];
  if (code === undefined || document.getElementById(code)) return;
  const known = [...document.querySelectorAll('.errors [id]')].find(
    ({ id }) => id.toLowerCase() === code.toLowerCase(),
  );
  if (known) location.replace(`#${known.id}`);
  else if (notice) {
    notice.textContent = (notice.dataset['text'] ?? '').replace('{code}', code);
    notice.hidden = false;
    notice.scrollIntoView({ block: 'center' });
  }
}
