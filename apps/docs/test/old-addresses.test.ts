import { afterAll, expect, test } from 'vitest';
import { openSite } from './site.js';

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
