/**
 * The target of a request as it is logged. Who sends a parameter that the document does not have may have meant it for
 * somebody else, and it may be secret, so its value is not shown. Nor are name and password in a whole URL.
 *
 * @param whole - the target as it was sent.
 * @param known - the names of the parameters whose values are shown.
 */
export function shownTarget(whole: string, known: ReadonlySet<string>): string {
  // What follows # is for nobody but a page.
  const target = withoutUser(whole.replace(/#.*/s, '#***'));
  const start = target.indexOf('?') + 1;
  if (start === 0) return withoutUserinfo(target);
  const shown = target
    .slice(start)
    .split('&')
    .map((parameter) => {
      const [name = ''] = parameter.split('=', 1);
      return known.has(name) || name === parameter ? parameter : `${name}=***`;
    });
  return withoutUserinfo(target.slice(0, start) + shown.join('&'));
}

/** Takes name and password from before a host that is the whole target, as CONNECT has it. */
export const withoutUser = (target: string): string => target.replace(/^[^/?#]*@/, '***@');

/** Takes name and password out of the URLs in a text. */
export function withoutUserinfo(text: string): string {
  // Up to the last @ before the path, since a password may have one that is not escaped.
  return text.includes('@') ? text.replace(/(\/\/|%2f%2f)[^/?#\s]*(?:@|%40)/gi, '$1***@') : text;
}
