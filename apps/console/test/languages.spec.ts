import { expect, projects, test } from './console.js';
import { pages } from './pages.js';
import { orders } from './small-team.js';

/** English words that are names, or values of the API, in Chinese texts too. */
const names = new Set([
  'Token',
  'option',
  'payload',
  'Proxy',
  'Protocol',
  'Unicode',
  'Console',
  'ASCII',
  'IPv',
  'environment',
  'close',
  'true',
  'error',
  'iam',
  'domain',
  'organizations',
  'orgPath',
]);

test('the Chinese pages hold no English prose', async ({ page, visit, goOn, settled }) => {
  const found: Record<string, string[]> = {};
  await visit('', { language: 'zh-CN' });
  for (const place of [...pages, 'endpoint-services?status=deleting', 'nowhere']) {
    await goOn(place, { language: 'zh-CN' });
    await settled();
    const texts = await page.evaluate(() => {
      const spoken: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        // Code, what the service itself says in English, and what users have entered are as they are.
        const skipped =
          'code, .mono, noscript, script, style, [lang=en], td, h1, dd, [translate=no], .picture-name, .picture-node title, .ant-descriptions-item-content, .tag-list';
        if (node.parentElement?.closest(skipped) === null) spoken.push(node.textContent ?? '');
      }
      for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
        // The component library's icons have one name each, in English.
        if (element.matches('.mono, .mono *, .anticon, .anticon *, .select-cell *')) continue;
        spoken.push(...['aria-label', 'title'].map((name) => element.getAttribute(name) ?? ''));
      }
      return spoken;
    });
    const prose = texts.filter((text) => {
      // IDs are as they are.
      const words = text.replaceAll(/(iam:domain::)?[0-9a-f-]{32,}/g, '').match(/[A-Za-z]{3,}/g) ?? [];
      return words.filter((word) => !names.has(word) && word !== word.toUpperCase()).length > 0;
    });
    if (prose.length > 0) found[place] = prose;
  }
  expect(found).toEqual({});
});

test('what is wrong with a form, and what to do about a failure, is said in Chinese', async ({ mock, page, visit }) => {
  await visit('endpoint-services/create', { language: 'zh-CN' });
  const main = page.getByRole('main');
  await main.getByRole('button', { name: /创\s*建$/ }).click();
  await expect(main).toContainText('vpc_id 必须填写');
  mock.setFaults([{ error: 'EndPoint.0001' }]);
  await visit('endpoints', { language: 'zh-CN' });
  const { errorCatalogue } = await import('@vpcep/client/error-catalogue');
  await expect(page.getByRole('alert')).toContainText(errorCatalogue.get('EndPoint.0001')?.remedy['zh-CN'] ?? '没有');
  await expect(page.getByRole('alert')).toContainText('服务发生故障');
});

test('another language keeps the page and its filters', async ({ page, visit }) => {
  await visit('endpoint-services?status=failed');
  await expect(page.getByRole('link', { name: 'mail' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('中文');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('终端节点服务');
  await expect(page).toHaveURL(/zh-CN.*status=failed/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page).toHaveTitle('终端节点服务 – VPC 终端节点控制台');
  await expect(page.getByRole('row')).toHaveCount(2);
});

test.describe('the first visit', () => {
  test.use({ locale: 'zh-TW' });
  test('is in the language that the browser asks for', async ({ page, site }) => {
    await page.goto(site.url);
    await expect(page).toHaveURL(/#\/zh-CN\/6e9dfd51d1124e8d8498dce894923a0d\/endpoint-services$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('终端节点服务');
  });
});

test('the window says which resource is on its way, in the language of the page', async ({ mock, page, site }) => {
  mock.setFaults([{ operation: 'listServiceDetails', latency: '5s' }]);
  await page.goto(`${site.url}#/zh-CN/${projects['Web shop']}/endpoint-services/${orders}`);
  await expect(page.getByRole('main').getByRole('status', { name: '加载中' }).first()).toBeVisible();
  await expect(page).toHaveTitle(`${orders} – VPC 终端节点控制台`, { timeout: 3000 });
});
