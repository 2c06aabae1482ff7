/** The address of the web page that this runs in, or that started what this runs in; undefined elsewhere. */
export const pageUrl = (): string | undefined => (globalThis as { location?: { href: string } }).location?.href;
