/**
 * Where the single file holds what the site has at an address, which is one below the folder of a language: `#errors` for
 * `errors/`, `#EndPoint.3044` for `errors/#EndPoint.3044`, `#guides/mock/in-a-test` for `guides/mock/#in-a-test`.
 */
export function addressInSingleFile(address: string): string {
  const [path = '', anchor] = address.split('#');
  const page = path.replace(/\/$/, '');
  if (anchor === undefined) return `#${page}`;
  // Guides may have headings of the same name.
  return page.startsWith('guides/') ? `#${page}/${anchor}` : `#${anchor}`;
}
