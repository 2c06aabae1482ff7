// Part of the page that is shown in the place of one that is not there: looks for what the address names.

// Addresses of the reference as it once was are fragments of its first page, which knows them.
const [english] = document.querySelectorAll<HTMLAnchorElement>('.search-instead');
if (english !== undefined && /^#(tag|operation|section)\//.test(location.hash)) {
  location.replace(english.href + location.hash);
}

const named = decodeURIComponent(location.hash.slice(1) || (location.pathname.split('/').filter(Boolean).at(-1) ?? ''));
const query = named.replace(/\.(html?|md)$/, '').replaceAll(/[-_]+/g, ' ');
for (const link of document.querySelectorAll<HTMLAnchorElement>('.search-instead')) {
  link.search = new URLSearchParams({ q: query }).toString();
  link.textContent = (link.dataset['text'] ?? '').replace('{query}', () => query);
  link.closest('li')?.removeAttribute('hidden');
}
