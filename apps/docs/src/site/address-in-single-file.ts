/**
 * Where a page that holds all others has what the site has at an address, which is one below the folder of a language:
 * `#errors` for `errors/`, `#EndPoint.3044` for `errors/#EndPoint.3044`, `#guides/mock/in-a-test` for
 * `guides/mock/#in-a-test`.
 */
export function addressInSingleFile(address: string): string {
  const [path = '', anchor] = address.split('#');
  const page = path.replace(/\/$/, '');
  if (anchor === undefined) return `#${page}`;
  // Pages of one kind, such as guides and operations, may have anchors of the same name.
  return page.includes('/') ? `#${page}/${anchor}` : `#${anchor}`;
}
