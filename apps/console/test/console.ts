import { test as base, expect, type Locator, type Page, type Request } from '@playwright/test';
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
  /** What has been asked for, and not been answered yet. */
  readonly pending: Set<Request>;
}

interface Place {
  project?: keyof typeof projects;
  language?: string;
}

interface Fixtures {
  mock: Mock;
  observed: Observed;
  /** Opens a page of the console, such as `endpoints`, in a project and a language. */
  visit: (page: string, place?: Place) => Promise<void>;
  /** Goes on to another page, as a link in the console does: what is loaded stays. */
  goOn: (page: string, place?: Place) => Promise<void>;
  /** Waits until nothing is loaded any more, and what moves has come to rest. */
  settled: () => Promise<void>;
  /** Opens a further window, of whoever else uses the console. */
  another: () => Promise<Page>;
  /** Sends a call to the mock, as somebody else does who works in the same project. */
  elsewhere: (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object) => Promise<void>;
  /** Comes back to the window, upon which what it shows is read again. */
  comeBack: () => Promise<void>;
}

interface WorkerFixtures {
  started: Mock;
  site: { url: string };
}

const addressOf = (name: string, { project = 'Web shop', language = 'en' }: Place = {}) =>
  `#/${language}/${projects[project]}/${name}`;

const nextFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Whether an address belongs to one of these origins. */
const isOf = (url: string, ...origins: string[]) => origins.some((origin) => url.startsWith(new URL(origin).origin));

async function watch(page: Page, { site, mock }: { site: { url: string }; mock: Mock }, observed: Observed) {
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (isOf(url, site.url, mock.url) || url.startsWith('data:')) return route.continue();
    observed.elsewhere.push(url);
    return route.abort();
  });
  page.on('requestfinished', (request) => observed.pending.delete(request));
  page.on('requestfailed', (request) => observed.pending.delete(request));
  page.on('request', (request) => {
    observed.pending.add(request);
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
      const observed: Observed = { complaints: [], elsewhere: [], calls: [], pending: new Set() };
      await watch(page, { site, mock }, observed);
      await use(observed);
      // What is on its way when a test ends is no answer to anything.
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      expect({ complaints: observed.complaints, elsewhere: observed.elsewhere }).toEqual({
        complaints: [],
        elsewhere: [],
      });
    },
    { auto: true },
  ],
  visit: async ({ page, site }, use) => {
    await use(async (name, place) => {
      // From the console itself it would be a change of place, with the heading of the page before still there.
      await page.goto('about:blank');
      await page.goto(site.url + addressOf(name, place));
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    });
  },
  goOn: async ({ page }, use) => {
    await use(async (name, place) => {
      await page.evaluate(
        (address) => {
          const pathOf = (hash: string) => hash.split('?')[0];
          if (pathOf(address) !== pathOf(location.hash))
            document.querySelector('main h1')?.setAttribute('data-left', '');
          location.hash = address;
        },
        addressOf(name, place),
      );
      // Another page has another heading, and a tab is on a page that may be there already.
      await page.locator('main h1:not([data-left])').waitFor();
      const tab = new URLSearchParams(name.split('?')[1]).get('tab');
      if (tab !== null) await page.locator(`.ant-tabs-tab-active[data-node-key=${tab}]`).waitFor();
    });
  },
  settled: async ({ page, observed: { pending } }, use) => {
    await use(async () => {
      // What is answered may lead to another call, once it is shown.
      for (let quiet = 0; quiet < 3; quiet = pending.size === 0 ? quiet + 1 : 0) await page.evaluate(nextFrames);
      await expect(page.locator('.loading, .ant-skeleton, [aria-busy=true]')).toHaveCount(0);
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    });
  },
  another: async ({ context, site, mock, observed }, use) => {
    await use(async () => {
      const page = await context.newPage();
      await watch(page, { site, mock }, observed);
      return page;
    });
  },
  elsewhere: async ({ mock }, use) => {
    await use(async (method, path, body) => {
      const { ok, status } = await fetch(`${mock.url}/v1/${projects['Web shop']}/${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', 'X-Auth-Token': 'any' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      expect({ path, ok, status }).toMatchObject({ ok: true });
    });
  },
  comeBack: async ({ page }, use) => {
    await use(() => page.evaluate(() => void window.dispatchEvent(new Event('visibilitychange'))));
  },
});

/**
 * Lets time pass on a page whose clock is installed until something is so, by so many milliseconds at once. Once may not
 * be enough: the wait that follows an answer begins only when it has arrived.
 */
export const inTime = (page: Page, check: () => Promise<void> | void, stepMs = 10_000): Promise<void> =>
  expect(async () => {
    await page.clock.runFor(stepMs);
    await check();
  }).toPass();

/** Fills in what an endpoint service needs at least, where it is created. */
export async function fillInService(main: Locator): Promise<void> {
  await main.getByLabel(/ vpc_id$/).fill('84ba1f63-8882-4871-a3c2-d380272eed83');
  await main.getByLabel(/ port_id$/).fill('11111111-2222-4333-8444-555555555555');
  await main.getByLabel(/ client_port$/).fill('8080');
  await main.getByLabel(/ server_port$/).fill('80');
}

export { expect };
