import { afterAll, expect, test } from 'vitest';
import { distanceFromTop, openSite } from './site.js';

const site = await openSite();
afterAll(() => site.close());

const { page, complaints } = await site.open({ locale: 'en-GB' });

test.each([
  ['', '#tag/Endpoint-services/operation/createEndpointService', 'operations/createEndpointService/'],
  ['', '#operation/createEndpointService', 'operations/createEndpointService/'],
  ['', '#operation/createEndpointService/errors', 'operations/createEndpointService/#errors'],
  ['', '#tag/Endpoint-services', 'tags/endpoint-services/'],
  ['zh-CN/', '#tag/Quotas/operation/listQuotaDetails', 'zh-CN/operations/listQuotaDetails/'],
  ['', '#section/Errors', '#section/Errors'],
  ['zh-CN/', '', 'zh-CN/'],
  ['', '#EndPoint.3044', 'errors/#EndPoint.3044'],
  ['zh-CN/', '#endpoint.3044', 'zh-CN/errors/#EndPoint.3044'],
])('/%s%s of when the reference was one page leads to /%s', async (path, hash, address) => {
  await page.goto('about:blank');
  await page.goto(site.address + path + hash);
  await page.waitForURL(site.address + address);
  const [, anchor] = address.split('#');
  if (anchor !== undefined) expect(await page.locator(':target').getAttribute('id')).toBe(anchor);
  expect(await page.locator('h1').count()).toBe(1);
  expect(complaints).toEqual([]);
});

test('who reads Chinese is led to the Chinese page at once', async () => {
  const chinese = await site.open({ locale: 'zh-CN' });
  await chinese.page.goto(`${site.address}#operation/createEndpoint`);
  await chinese.page.waitForURL(`${site.address}zh-CN/operations/createEndpoint/`);
  await chinese.close();
});

test.each([
  ['errors/', '#ENDPOINT.1018', 'errors/#Endpoint.1018'],
  ['errors/', '#apig.0308', 'errors/#APIG.0308'],
  ['all/', '#endpoint.3044', 'all/#EndPoint.3044'],
])('/%s%s, a code in another case, leads to its row at /%s', async (path, hash, address) => {
  await page.goto('about:blank');
  await page.goto(site.address + path + hash);
  await page.waitForURL(site.address + address);
  expect(await page.locator(':target').getAttribute('id')).toBe(address.split('#')[1]);
  expect(complaints).toEqual([]);
});

test('a code in another spelling marks its row', async () => {
  await page.goto('about:blank');
  await page.goto(`${site.address}errors/#APIG.0308`);
  const row = page.locator('tr').filter({ has: page.locator(':target') });
  expect(await row.evaluate(({ id }) => id)).toBe('APIGW.0308');
  expect(await row.evaluate((marked) => getComputedStyle(marked).boxShadow)).not.toBe('none');
});

test.each([
  ['', '#EndPoint.9999', 'There is no code EndPoint.9999 in this catalogue.'],
  ['errors/', '#endpoint.9999', 'There is no code endpoint.9999 in this catalogue.'],
  ['zh-CN/errors/', '#EndPoint.9999', '本目录中没有错误码 EndPoint.9999。'],
])('/%s%s, a code that there is none of, says so in sight, until another one is gone to', async (path, hash, text) => {
  await page.goto('about:blank');
  await page.goto(site.address + path + hash);
  const notice = page.getByRole('alert').filter({ hasText: text });
  await expect.poll(() => distanceFromTop(notice)).toBeLessThan(900);
  await page.evaluate(() => {
    location.hash = '#endpoint.3044';
  });
  await page.waitForURL(/errors\/#EndPoint\.3044$/);
  await notice.waitFor({ state: 'hidden' });
  expect(await page.locator(':target').getAttribute('id')).toBe('EndPoint.3044');
  expect(complaints).toEqual([]);
});
