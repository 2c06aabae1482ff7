/**
 * How much is tried: `npm run test:full` sets `TEST_TIER` to `full`, `npm test` leaves it alone.
 *
 * What the full tier tries in numbers, pages or versions, the other one tries in fewer; no test belongs to one of them
 * alone.
 */
export const fullTier: boolean = process.env['TEST_TIER'] === 'full';

/**
 * The number of runs, requests or kills that a test makes.
 *
 * @param size In `npm test`.
 * @param full In `npm run test:full`.
 * @default full is ten times `size`
 */
export function scaled(size: number, full = size * 10): number {
  return fullTier ? full : size;
}
