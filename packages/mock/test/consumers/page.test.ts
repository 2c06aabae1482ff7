import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { launchChromium } from '@vpcep/chromium';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type * as inPage from '../../src/browser.js';
import { startMock } from '../../src/index.js';
import { serviceBody } from '../api.js';

const built = (file: string) => readFileSync(fileURLToPath(new URL(`../../dist/${file}`, import.meta.url)));

/** A page that may run nothing but its own files, and call nobody. */
const policy = "default-src 'none'; script-src 'self'";
const files: Readonly<Record<string, () => { type: string; text: string | Buffer }>> = {
  '/': () => ({
    type: 'text/html',
    text: '<!doctype html><title>A page</title><script type="module" src="/page.js"></script>',
  }),
  '/page.js': () => ({
    type: 'text/javascript',
    text: `import { createMock } from '/browser.js';
globalThis.createMock = createMock;
globalThis.broken = [];
addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => broken.push(violatedDirective + sample));`,
  }),
  '/browser.js': () => ({ type: 'text/javascript', text: built('browser.js') }),
};

/** What the page has, and what the tests put there. */
declare global {
  var createMock: typeof inPage.createMock;
  var mock: inPage.PageMock;
  var broken: string[];
  var makeRoom: () => void;
}

let server: Server;
let origin: string;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const file = files[url]?.();
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': file.type, 'Content-Security-Policy': policy }).end(file.text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  server.close();
});
beforeEach(async () => {
  page = await open(await (await browser.newContext()).newPage());
});
afterEach(async () => {
  expect(await page.evaluate(() => broken)).toEqual([]);
  await page.context().close();
  expect(complaints).toEqual([]);
});

async function open(opened: Page): Promise<Page> {
  opened.on('pageerror', ({ message }) => complaints.push(message));
  await opened.goto(origin);
  await opened.waitForFunction(() => 'createMock' in globalThis);
  return opened;
}

const services = 'https://vpcep.cn-north-4.myhuaweicloud.com/v1/owner/vpc-endpoint-services';
const creation = (number: number) => ({
  method: 'POST',
  headers: { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' },
  body: JSON.stringify(serviceBody(number)),
});

/** What goes with a request, of what a page can be handed. */
interface Sent {
  readonly method?: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** Has the mock of a page answer, and tells what. */
const ask = (asked: Page, url: string, init: Sent = { headers: { 'X-Auth-Token': 'any' } }) =>
  asked.evaluate(
    async ([address, sent]) => {
      const response = await mock.fetch(address, sent);
      return { status: response.status, body: (await response.json()) as { id?: string; error_msg?: string } };
    },
    [url, init] as const,
  );

describe('in a page that may neither evaluate code nor call anybody', () => {
  test('the mock creates, and what takes its time is done', async () => {
    await page.evaluate(() => {
      globalThis.mock = createMock({ clock: 'manual' });
    });
    expect(await ask(page, services, creation(1))).toMatchObject({ status: 200, body: { status: 'creating' } });
    await page.evaluate(() => {
      mock.clock.advance('3s');
    });
    expect(await ask(page, services)).toMatchObject({ body: { endpoint_services: [{ status: 'available' }] } });
    expect(await ask(page, `${services}?limit=-1`)).toMatchObject({ status: 400 });
  });

  test('the same calls have the IDs that they have on a server', async () => {
    const onServer = await startMock({ port: 0, clock: 'manual', scenario: 'busy' });
    const created = await fetch(`${onServer.url}/v1/owner/vpc-endpoint-services`, creation(1));
    await page.evaluate(() => {
      globalThis.mock = createMock({ clock: 'manual', scenario: 'busy' });
    });
    expect((await ask(page, services, creation(1))).body).toEqual(await created.json());
    expect(await page.evaluate(() => mock.state())).toEqual(JSON.parse(JSON.stringify(onServer.state())));
    await onServer.close();
  });

  test('states, faults and credentials that are given are checked', async () => {
    const problems = await page.evaluate(() => {
      const mock = createMock();
      const messageOf = (act: () => void) => {
        try {
          act();
          return 'none';
        } catch (error) {
          return String(error);
        }
      };
      const wrong = (value: unknown) => value as never;
      return [
        messageOf(() => {
          mock.load(wrong({ services: [{}], endpoints: [] }));
        }),
        messageOf(() => {
          mock.setFaults(wrong([{ status: 'any' }]));
        }),
        messageOf(() => void createMock({ auth: wrong({ tokens: [1] }) })),
      ];
    });
    expect(problems[0]).toContain('body.services[0]');
    expect(problems[1]).toContain('body.faults[0].status');
    expect(problems[2]).toContain('tokens[0]');
  });

  test('a token is given for a password, and let in', async () => {
    const status = await page.evaluate(async (url) => {
      const mock = createMock({ auth: 'strict' });
      const user = {
        domain: { name: 'vpcep-mock' },
        name: 'vpcep-user',
        password: 'password-of-the-mock-that-everybody-knows',
      };
      const given = await mock.fetch('https://iam.cn-north-4.myhuaweicloud.com/v3/auth/tokens', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          auth: { identity: { methods: ['password'], password: { user } }, scope: { project: { name: 'cn-north-4' } } },
        }),
      });
      const token = given.headers.get('X-Subject-Token') ?? '';
      return [given.status, (await mock.fetch(url, { headers: { 'X-Auth-Token': token } })).status];
    }, services);
    expect(status).toEqual([201, 200]);
  });
});

describe('what is persisted', () => {
  const persist = (on: Page, name = 'tests') =>
    on.evaluate(async (persisted) => {
      globalThis.mock = await createMock({ persist: persisted });
    }, name);
  const count = (on: Page) => on.evaluate(() => mock.state().services.length);

  test('is there when the page is opened again, with its clock and what is under way', async () => {
    await persist(page);
    const created = await ask(page, services, creation(1));
    await page.evaluate(() => {
      mock.clock.advance('1h');
    });
    await ask(page, services);
    const before = await page.evaluate(() => mock.clock.now());
    await page.reload();
    await page.waitForFunction(() => 'createMock' in globalThis);
    await persist(page);
    expect(await page.evaluate(() => mock.state().services[0]?.id)).toBe(created.body.id);
    expect(Date.parse(await page.evaluate(() => mock.clock.now()))).toBeGreaterThanOrEqual(Date.parse(before));
    await persist(page, 'other');
    expect(await count(page)).toBe(0);
  });

  test('goes back to the start with a reset', async () => {
    await persist(page);
    await ask(page, services, creation(1));
    await page.evaluate(async () => {
      mock.reset();
      await mock.close();
    });
    await persist(page);
    expect(await count(page)).toBe(0);
  });

  test('belongs to the page that has opened it last, and others are told so', async () => {
    await persist(page);
    const second = await open(await page.context().newPage());
    await persist(second);
    expect(await ask(page, services, creation(1))).toMatchObject({ status: 500 });
    expect((await ask(page, services, creation(2))).body.error_msg).toContain('another page or worker has opened it');
    expect(await ask(second, services, creation(1))).toMatchObject({ status: 200 });
  });

  test('is what was answered, also when another page opens it in the midst of that', async () => {
    await persist(page);
    const second = await open(await page.context().newPage());
    // This one is slow to hear what it reads, unless that keeps others from writing meanwhile.
    await second.evaluate(`
      Object.defineProperty(IDBRequest.prototype, 'onsuccess', {
        set(listener) {
          const isAlone = () => this.transaction?.mode === 'readwrite';
          this.addEventListener('success', () => isAlone() ? listener.call(this) : setTimeout(() => listener.call(this), 50));
        },
      });
    `);
    const answered = page.evaluate(
      async ([url, init]) => {
        // Each is answered before the next is sent, until the other page has taken over.
        for (let number = 1; ; number++) {
          const body = JSON.stringify({
            ...(JSON.parse(init.body) as object),
            ports: [{ client_port: number, server_port: number }],
          });
          if ((await mock.fetch(url, { ...init, body })).status !== 200) return number - 1;
        }
      },
      [services, creation(1)] as const,
    );
    await page.waitForFunction(() => mock.state().services.length > 5);
    await persist(second);
    expect(await count(second)).toBe(await answered);
  });

  test('of another version is left to it', async () => {
    await persist(page);
    const second = await open(await page.context().newPage());
    for (const found of [{ layout: 0, state: {} }, { layout: '1' }, 'nothing known']) {
      await second.evaluate(`new Promise((resolve) => {
        const opening = indexedDB.open('@vpcep/mock');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('persist', 'readwrite');
          writing.objectStore('persist').put({ owner: 'another', value: ${JSON.stringify(found)} }, 'old');
          writing.oncomplete = resolve;
          opening.result.close();
        };
      })`);
      const problem = await second.evaluate(() => createMock({ persist: 'old' }).then(() => 'none', String));
      expect(problem).toContain('MockStartError: cannot go on with what is kept: another version of the mock');
    }
  });

  test('can be deleted whenever somebody wants to, and is written again by a mock that goes on', async () => {
    await persist(page);
    await ask(page, services, creation(1));
    const remove = () =>
      page.evaluate(`new Promise((resolve) => {
        const deletion = indexedDB.deleteDatabase('@vpcep/mock');
        deletion.onsuccess = () => resolve('deleted');
        deletion.onblocked = () => resolve('blocked');
      })`);
    expect(await remove()).toBe('deleted');
    await ask(page, services, creation(2));
    await page.evaluate(() => mock.close());
    await persist(page);
    expect(await count(page)).toBe(2);
    await page.evaluate(() => mock.close());
    expect(await remove()).toBe('deleted');
    await persist(page);
    expect(await count(page)).toBe(0);
  });

  test('has not changed where the browser has no room for it, and is kept once it has', async () => {
    await persist(page);
    await ask(page, services, creation(1));
    await page.evaluate(`
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('There is no room.', 'QuotaExceededError');
      };
      globalThis.makeRoom = () => {
        IDBObjectStore.prototype.put = put;
      };
    `);
    const { status, body } = await ask(page, services, creation(2));
    expect(status).toBe(500);
    expect(body.error_msg).toContain("cannot persist 'tests': There is no room. (QuotaExceededError)");
    expect(await ask(page, services)).toMatchObject({ status: 200, body: { total_count: 1 } });
    const health = 'https://vpcep.cn-north-4.myhuaweicloud.com/_mock/health';
    expect(JSON.stringify((await ask(page, health)).body)).toMatch(/"persistenceProblem":"[^"]*There is no room/);
    await page.evaluate(() => {
      makeRoom();
    });
    expect(await ask(page, services, creation(2))).toMatchObject({ status: 200 });
    expect((await ask(page, health)).body).not.toHaveProperty('persistenceProblem');
    await persist(page);
    expect(await count(page)).toBe(2);
  });

  test('goes on with what is asked for when it is opened', async () => {
    await persist(page);
    await ask(page, services, creation(1));
    const quotas = await page.evaluate(async () => {
      globalThis.mock = await createMock({ persist: 'tests', quotas: { endpoint_service: 7 } });
      return mock.quotas();
    });
    expect(quotas.endpoint_service).toBe(7);
    expect(await count(page)).toBe(1);
  });

  test('is refused at once where the browser stores nothing', async () => {
    const problem = await page.evaluate(async () => {
      Object.defineProperty(globalThis, 'indexedDB', {
        get() {
          throw new DOMException('The user denied permission to access the database.', 'SecurityError');
        },
      });
      return createMock({ persist: 'tests' }).then(() => 'none', String);
    });
    expect(problem).toContain("MockStartError: cannot persist 'tests': The user denied permission");
  });
});

describe('the file for pages', () => {
  const gzipped = (file: string) => gzipSync(built(file), { level: 9 }).length;

  test('has at most 60 kB, gzipped, with everything', () => {
    expect(gzipped('browser.js')).toBeLessThanOrEqual(60_000);
    expect(gzipped('msw.js')).toBeLessThanOrEqual(2_000);
  });
});
