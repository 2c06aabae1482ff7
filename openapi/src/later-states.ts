/** States of the API that came after tables 1 to 7, by the month in which clients spoke it, the earliest first. */
export const laterStates = ['2026-08'] as const;

/** A state of the API that came after tables 1 to 7. */
export type LaterState = (typeof laterStates)[number];
