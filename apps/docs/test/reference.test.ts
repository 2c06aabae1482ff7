import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dist, serveSite, untilReady, type Opened } from './site.js';

let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  'x-error-codes': string[];
}

const document = JSON.parse(readFileSync(`${dist}/openapi.json`, 'utf8')) as {
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
};
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, operation]) =>
    'x-error-codes' in operation ? [{ ...operation, method, path }] : [],
  ),
);

describe('without scripts', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await site.open({ javaScriptEnabled: false });
    await opened.page.goto(site.address);
  });
  afterAll(() => opened.close());

  test('all of it can be read', async () => {
    const { page, elsewhere } = opened;
    const text = await page.locator('#redoc').innerText();
    for (const part of ['Create an endpoint service', 'approval_enabled', 'pendingAcceptance'])
      expect(text).toContain(part);
    expect(elsewhere).toEqual([]);
  });

  test('every operation links to the error codes that it is known to give', async () => {
    expect(operations).toHaveLength(30);
    const { page } = opened;
    for (const { operationId, 'x-error-codes': codes } of operations) {
      const links = page.locator(`[id="operation/${operationId}/errors"] a[href^="errors/#"]`);
      expect((await links.allTextContents()).sort(), operationId).toEqual([...codes].sort());
    }
  });

  test('each tag lists its operations, with their methods and paths', async () => {
    const { page } = opened;
    for (const { name } of document.tags) {
      const tag = `tag/${name.replaceAll(' ', '-')}`;
      const listed = await page
        .locator(`[id="${tag}"] .tag-operations a`)
        .evaluateAll((links) =>
          links.map((link) => [link.getAttribute('href'), ...[...link.children].map((part) => part.textContent)]),
        );
      const expected = operations
        .filter(({ tags }) => tags.includes(name))
        .map(({ operationId, method, summary, path }) => [
          `#${tag}/operation/${operationId}`,
          method === 'delete' ? 'del' : method,
          summary,
          path,
        ]);
      expect(listed, name).toEqual(expected);
    }
    await page.locator('.tag-operations').getByRole('link', { name: 'Create an endpoint service' }).click();
    expect(await page.locator(':target').innerText()).toContain('Create an endpoint service');
  });

  test('a response has a sample of its own, and one that gateways give has none', async () => {
    const operation = opened.page.locator('[id="operation/createEndpointService"]');
    const codes = ['200', '400', '401', '403', '404', '409'];
    const tabs = await operation.getByRole('tab').allTextContents();
    expect(tabs.filter((tab) => /^\d/.test(tab))).toEqual(codes);
    for (const code of [...codes, '405', '504']) {
      expect(await operation.getByRole('button', { name: new RegExp(`^${code}\\b`) }).count(), code).toBe(1);
    }
  });

  test('what a description names in code is a link to it', async () => {
    const { page } = opened;
    const operation = page.locator('[id="operation/createEndpointService"]');
    const details = operation.getByRole('link', { name: 'listServiceDetails', exact: true });
    expect(await details.getAttribute('href')).toBe('#tag/Endpoint-services/operation/listServiceDetails');
    await details.click();
    expect(await page.locator(':target').innerText()).toContain('Show an endpoint service');
  });

  test('what a description says of a decision leads to it', async () => {
    const { page } = opened;
    await page
      .locator('[id="operation/createEndpointService"]')
      .getByRole('link', { name: 'decision 11' })
      .first()
      .click();
    expect(await page.locator('tr:target').innerText()).toContain('the length of IDs');
    await page.goto(site.address);
  });

  test.each(['', 'zh-CN/'])(
    'on /%s the errors of an operation are folded, its own first, with what they mean',
    async (path) => {
      const { page } = opened;
      await page.goto(site.address + path);
      const errors = page.locator('[id="operation/createEndpointService/errors"]');
      expect(await errors.locator('summary span').innerText()).toBe('31');
      const own = errors.getByText('The parameter ports conflicted with ports in an existing endpoint service.');
      expect(await own.isVisible()).toBe(false);
      await errors.locator('summary').click();
      expect(await own.isVisible()).toBe(true);
      const [first, ...others] = await errors.locator('a').allTextContents();
      expect(first).toBe('EndPoint.2001');
      expect(others.at(-1)).toMatch(/^EndPoint\.00/);
      await errors.getByRole('link', { name: 'EndPoint.3044' }).click();
      await page.waitForURL(`${site.address}${path}errors/#EndPoint.3044`);
      expect(await page.locator('tr:target').innerText()).toContain('EndPoint.3044');
    },
  );
});

test.each(['index.html', 'zh-CN/index.html', 'download/vpc-endpoint-api.en.html'])(
  'in %s, elements have the names of their components that rules ask for, and no other',
  (file) => {
    const html = readFileSync(`${dist}/${file}`, 'utf8');
    const css = [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, text]) => text).join('');
    const classes = [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '));
    const asked = new Set(css.match(/(?<=\.)sc-\w+/g));
    expect(asked.size).toBeGreaterThan(0);
    expect(new Set(classes.filter((name) => name.startsWith('sc-')))).toEqual(asked);
  },
);

describe('with scripts', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await site.open();
    await opened.page.goto(site.address);
    await untilReady(opened.page);
  });
  afterAll(() => opened.close());

  test('it shows the operations and their fields, without a word on the console or to another origin', async () => {
    const { page, elsewhere, complaints } = opened;
    const text = await page.locator('#redoc').innerText();
    for (const field of [
      'port_id',
      'vip_port_id',
      'vpc_id',
      'approval_enabled',
      'server_type',
      'ports',
      'tcp_proxy',
      'tags',
    ]) {
      expect(text).toContain(field);
    }
    expect(text).toContain('Create an endpoint service');
    expect(text).toContain('Show an endpoint service');
    expect(text).toContain('198.19.128.0/20');
    const menu = page.getByRole('navigation', { name: 'Contents' });
    await menu.getByRole('link', { name: 'Endpoint services' }).click();
    const operation = menu.getByRole('link', { name: /Show an endpoint service/ });
    await operation.click();
    await page.waitForURL(/#tag\/Endpoint-services\/operation\/listServiceDetails$/);
    expect(await operation.getAttribute('aria-current')).toBe('location');
    const heading = page.getByRole('heading', { name: 'Show an endpoint service' });
    await expect.poll(() => heading.boundingBox().then((box) => box?.y)).toBeLessThan(200);
    // Nothing is hidden beneath the header.
    expect((await heading.boundingBox())?.y).toBeGreaterThan(60);
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  });

  test.each(['json', 'yaml'])('the document can be downloaded as %s, from the page itself', async (extension) => {
    const { page } = opened;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: new RegExp(extension, 'i') }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`openapi.${extension}`);
    const file = await download.path();
    const source = fileURLToPath(import.meta.resolve(`@vpcep/openapi/openapi.${extension}`));
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(source, 'utf8'));
  });
});

test('what is pressed before the scripts have come is done when they have', async () => {
  const { page, complaints, close } = await site.open();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/reference.en.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site.address}#tag/Endpoint-services/operation/createEndpointService`);
  const answer = page.locator('[id="operation/createEndpointService"]').getByRole('button', { name: /^404/ });
  await answer.click();
  expect(await answer.getAttribute('aria-expanded')).toBe('false');
  release();
  await untilReady(page);
  expect(await answer.getAttribute('aria-expanded')).toBe('true');
  expect(complaints).toEqual([]);
  await close();
});

test('the page listens to its reader while the scripts take over', async () => {
  const { page, complaints, close } = await site.open();
  await page.goto(site.address);
  const operation = page.locator('[id="operation/createEndpointService"]');
  const answer = operation.getByRole('button', { name: /^404/ });
  await answer.evaluate((button: HTMLButtonElement) => {
    const { ownerDocument } = button;
    const seen = { turns: 0 };
    Object.assign(globalThis, { seen });
    const turn = () => {
      if (ownerDocument.documentElement.dataset['reference'] === 'ready') return;
      seen.turns += 1;
      if (seen.turns === 5) button.scrollIntoView();
      if (seen.turns === 10) button.click();
      setTimeout(turn);
    };
    const begin = ({ target }: Event) => {
      if (target instanceof HTMLScriptElement && target.src.endsWith('/reference.en.js')) turn();
    };
    ownerDocument.addEventListener('load', begin, true);
  });
  await untilReady(page);
  const turns = await page.evaluate(() => (globalThis as unknown as { seen: { turns: number } }).seen.turns);
  expect(turns).toBeGreaterThanOrEqual(10);
  await page.locator('.menu [aria-current][href$="operation/createEndpointService"]').waitFor();
  expect(await answer.getAttribute('aria-expanded')).toBe('true');
  expect(complaints).toEqual([]);
  await close();
});
