/** The largest quota. */
export const mostQuota = 1_000_000_000;
