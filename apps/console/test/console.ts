import { test as base, type Page } from '@playwright/test';
import { startMock, type Mock } from '@vpcep/mock';
import { serveConsole } from '../build/serve-console.js';

/** The projects of the mock's ready-made states, by their names in the console. */
export const projects = {
  'Web shop': '6e9dfd51d1124e8d8498dce894923a0d',
  'Northern branch': '295dacf46a4842fcbf7844dc2dc2489d',
};

/** What went wrong in a page, or went elsewhere than to the console and the mock. */
interface Observed {
  readonly complaints: string[];
  readonly elsewhere: string[];
  /** The calls that reached the mock, such as `GET /v1/…`. */
  readonly calls: string[];
}

interface Fixtures {
  mock: Mock;
  observed: Observed;
  /** Opens a page of the console, such as `endpoints`, in a project and a language. */
  visit: (page: string, options?: { project?: keyof typeof projects; language?: string }) => Promise<void>;
  /** Opens a further window, of whoever else uses the console. */
  another: () => Promise<Page>;
}

interface WorkerFixtures {
  started: Mock;
  site: { url: string };
}

/** Whether an address belongs to one of these origins. */
const isOf = (url: string, ...origins: string[]) => origins.some((origin) => url.startsWith(new URL(origin).origin));

async function watch(page: Page, { site, mock }: { site: { url: string }; mock: Mock }, observed: Observed) {
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (isOf(url, site.url, mock.url) || url.startsWith('data:')) return route.continue();
    observed.elsewhere.push(url);
    return route.abort();
  });
  page.on('request', (request) => {
    const { origin, pathname, search } = new URL(request.url());
    if (origin === mock.url && request.method() !== 'OPTIONS') {
      observed.calls.push(`${request.method()} ${pathname}${search}`);
    }
  });
  // A breach of the Content-Security-Policy is an error on the console, and so is a deprecated use of a component.
  page.on('console', (message) => {
    // An answer with an error status is the page's to handle.
    if (message.text().startsWith('Failed to load resource')) return;
    if (['error', 'warning'].includes(message.type())) observed.complaints.push(message.text());
  });
  page.on('pageerror', (error) => observed.complaints.push(error.message));
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  started: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const mock = await startMock({ port: 0, clock: 'manual', scenario: 'small-team' });
      await use(mock);
      await mock.close();
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ started }, use) => {
      const site = await serveConsole({ baseUrl: started.url, reference: 'http://127.0.0.1:4000' });
      await use(site);
      site.close();
    },
    { scope: 'worker' },
  ],
  mock: async ({ started }, use) => {
    started.reset();
    await use(started);
  },
  observed: [
    async ({ page, site, mock }, use) => {
      const observed: Observed = { complaints: [], elsewhere: [], calls: [] };
      await watch(page, { site, mock }, observed);
      await use(observed);
      base.expect({ complaints: observed.complaints, elsewhere: observed.elsewhere }).toEqual({
        complaints: [],
        elsewhere: [],
      });
    },
    { auto: true },
  ],
  visit: async ({ page, site }, use) => {
    await use(async (place, { project = 'Web shop', language = 'en' } = {}) => {
      // From the console itself it would be a change of place, with the heading of the page before still there.
      await page.goto('about:blank');
      await page.goto(`${site.url}#/${language}/${projects[project]}/${place}`);
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    });
  },
  another: async ({ context, site, mock, observed }, use) => {
    await use(async () => {
      const page = await context.newPage();
      await watch(page, { site, mock }, observed);
      return page;
    });
  },
});

export { expect } from '@playwright/test';
