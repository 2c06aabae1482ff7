/** Stand in for the links that Redoc puts in front of headings: the headings of the pages are links themselves. */
export const linkifyMixin = (): string => '';

export const ShareLink = (): null => null;
