import type { Configuration } from './configuration.js';

/**
 * What calls the API: the browser itself, or, where that is configured, a mock in this page for its address, and the browser
 * for any other. The mock is loaded only then.
 */
export async function loadApiFetch({ mock, baseUrl, asOf }: Configuration): Promise<typeof fetch> {
  if (mock === undefined) return (...call) => fetch(...call);
  const { createMock } = await import('@vpcep/mock/browser');
  const inPage = createMock({ scenario: 'small-team', asOf });
  return (input, init) => {
    const request = new Request(input, init);
    return new URL(request.url).origin === new URL(baseUrl).origin ? inPage.fetch(request) : fetch(request);
  };
}
