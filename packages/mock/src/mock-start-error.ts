/** The mock could not start. The message is one line that says why, and what to do. */
export class MockStartError extends Error {
  override name = 'MockStartError';
}
