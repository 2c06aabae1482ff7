/** How often a list is read again that others change, in milliseconds. A page in the background is left alone. */
export const refreshInterval = 10_000;
