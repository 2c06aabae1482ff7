import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { laterStates } from '@vpcep/openapi/documents';
import { type Document, operationsOf, required } from '@vpcep/openapi/reader';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copySamples, permissions } from './copying.js';
import { htmlOf, readDist } from './dist.js';
import { openSite, untilReady, type Opened } from './site.js';

const site = await openSite();
afterAll(() => site.close());

const document = JSON.parse(readDist('openapi.json')) as Document;
const operations = operationsOf(document);

describe('in the HTML', () => {
  const elementOf = (id: string, address = '') => {
    const element = htmlOf(address).getElementById(id);
    if (element === null) throw new Error(`there is no ${id}`);
    return element;
  };
  const textsOf = (elements: Iterable<Element>) => [...elements].map(({ textContent }) => textContent);
  /** What a link leads to, on its page or on another one. */
  const targetOf = (link: Element | undefined) => {
    const [address, id = ''] = link?.getAttribute('href')?.split('#') ?? [];
    return elementOf(id, address);
  };
  const linkIn = (id: string, name: string) =>
    [...elementOf(id).querySelectorAll('a')].find(({ textContent }) => textContent === name);

  test('every operation links to the error codes that it is known to give', () => {
    for (const { operationId, operation } of operations) {
      const codes = operation['x-error-codes'] ?? [];
      expect(codes, operationId).not.toEqual([]);
      const links = elementOf(`operation/${operationId}/errors`).querySelectorAll('a[href^="errors/#"]');
      expect(textsOf(links).sort(), operationId).toEqual([...codes].sort());
    }
  });

  test('each tag lists its operations, with their methods and paths, and links to them', () => {
    for (const { name } of required(document.tags, { pointer: '#' }, 'tags')) {
      const tag = `tag/${name.replaceAll(' ', '-')}`;
      const links = [...elementOf(tag).querySelectorAll('.tag-operations a')];
      const expected = operations
        .filter(({ operation }) => operation.tags?.includes(name))
        .map(({ operationId, method, operation, path }) => [
          `#${tag}/operation/${operationId}`,
          method === 'delete' ? 'del' : method,
          operation.summary,
          path,
        ]);
      const listed = links.map((link) => [link.getAttribute('href'), ...textsOf(link.children)]);
      expect(listed, name).toEqual(expected);
      for (const [index, link] of links.entries()) {
        expect(targetOf(link).querySelector('h2')?.textContent).toContain(expected[index]?.[2]);
      }
    }
  });

  test('a response has a sample of its own, and one that gateways give has none', () => {
    const operation = elementOf('operation/createEndpointService');
    const codes = ['200', '400', '401', '403', '404', '409'];
    const tabs = textsOf(operation.querySelectorAll('[role=tab]'));
    expect(tabs.filter((tab) => /^\d/.test(tab))).toEqual(codes);
    const buttons = textsOf(operation.querySelectorAll('button'));
    for (const code of [...codes, '405', '504']) {
      expect(
        buttons.filter((name) => name.startsWith(code)),
        code,
      ).toHaveLength(1);
    }
  });

  test('what a description names in code is a link to it', () => {
    const details = linkIn('operation/createEndpointService', 'listServiceDetails');
    expect(details?.getAttribute('href')).toBe('#tag/Endpoint-services/operation/listServiceDetails');
    expect(targetOf(details).textContent).toContain('Show an endpoint service');
  });

  test.each(['', 'zh-CN/'])(
    'on /%s the errors of an operation are folded, its own first, with what they mean',
    (path) => {
      const errors = elementOf('operation/createEndpointService/errors', path);
      expect([errors.localName, errors.hasAttribute('open')]).toEqual(['details', false]);
      const created = operations.find(({ operationId }) => operationId === 'createEndpointService');
      const codes = created?.operation['x-error-codes'];
      expect(errors.querySelector('summary span')?.textContent).toBe(String(codes?.length));
      expect(errors.textContent).toContain(
        'The parameter ports conflicted with ports in an existing endpoint service.',
      );
      const [first, ...others] = textsOf(errors.querySelectorAll('a'));
      expect(first).toBe('EndPoint.2001');
      expect(others.at(-1)).toMatch(/^EndPoint\.00/);
    },
  );

  test.each(['', 'zh-CN/', 'download/vpc-endpoint-api.en.html'])(
    'of /%s, elements have the names of their components that rules ask for, and no other',
    (path) => {
      const html = htmlOf(path);
      const css = textsOf(html.querySelectorAll('style')).join('');
      const classes = [...html.querySelectorAll('[class]')].flatMap(
        (element) => element.getAttribute('class')?.split(' ') ?? [],
      );
      const asked = new Set(css.match(/(?<=\.)sc-\w+/g));
      expect(asked.size).toBeGreaterThan(0);
      expect(new Set(classes.filter((name) => name.startsWith('sc-')))).toEqual(asked);
    },
  );
});

describe('with scripts', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await site.open({ permissions });
  });
  afterAll(() => opened.close());

  test('what is pressed before the scripts have come is done when they have', async () => {
    const { page, complaints } = opened;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/reference.en.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${site.address}#tag/Quotas/operation/listQuotaDetails`);
    const answer = page.locator('[id="operation/listQuotaDetails"]').getByRole('button', { name: /^403/ });
    await answer.click();
    expect(await answer.getAttribute('aria-expanded')).toBe('false');
    release();
    await untilReady(page);
    expect(await answer.getAttribute('aria-expanded')).toBe('true');
    expect(complaints).toEqual([]);
  });

  test('it shows the operations and their fields, without a word on the console or to another origin', async () => {
    const { page, elsewhere, complaints } = opened;
    const shown = await page.locator('#redoc').innerText();
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
      expect(shown).toContain(field);
    }
    expect(shown).toContain('Create an endpoint service');
    expect(shown).toContain('Show an endpoint service');
    expect(shown).toContain('198.19.128.0/20');
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

  const files = [
    ['OpenAPI (JSON)', 'openapi.json'],
    ['OpenAPI (YAML)', 'openapi.yaml'],
    ...laterStates.map((state) => [`As of ${state} (JSON)`, `openapi.${state}.json`] as const),
  ] as const;
  test.each(files)('the document can be downloaded as %s, from the page itself', async (name, file) => {
    const { page } = opened;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(file);
    const source = fileURLToPath(import.meta.resolve(`@vpcep/openapi/${file}`));
    expect(await text(await download.createReadStream())).toBe(readFileSync(source, 'utf8'));
  });

  test('a sample is copied as it is shown', async () => {
    const { page, complaints } = opened;
    await copySamples(page, 'en');
    expect(complaints).toEqual([]);
  });
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
