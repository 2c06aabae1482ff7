/** How often a list is read again that others change. A page in the background is left alone. */
export const refreshIntervalMs = 10_000;
