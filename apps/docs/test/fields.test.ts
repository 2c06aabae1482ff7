import { fieldAnchor, operationsOf, resolve, type Document, type Schema } from '@vpcep/openapi/reader';
import { afterAll, expect, test } from 'vitest';
import { copied, permissions } from './copying.js';
import { operationIn, readDist } from './dist.js';
import { distanceFromTop, openSite } from './site.js';

const site = await openSite();
afterAll(() => site.close());

const document = JSON.parse(readDist('openapi.json')) as Document;

/** The paths of all fields in a schema. */
function pathsIn(given: Schema, within: string[] = []): string[][] {
  const { properties = {}, items } = resolve(document, given);
  return [
    ...Object.entries(properties).flatMap(([name, schema]) => [
      [...within, name],
      ...pathsIn(schema, [...within, name]),
    ]),
    ...(items === undefined ? [] : pathsIn(items, within)),
  ];
}

test('every field of an operation has the address that the document gives it, and a link that says so', () => {
  let seen = 0;
  for (const { operationId, parameters, requestBody, success } of operationsOf(document)) {
    const page = operationIn('en', operationId);
    const expected = [
      ...parameters.map(({ name, in: place }) => fieldAnchor({ in: place as 'path', path: [name] })),
      ...pathsIn(requestBody?.json?.schema ?? {}).map((path) => fieldAnchor({ in: 'body', path })),
      ...pathsIn(success?.json?.schema ?? {}).map((path) => fieldAnchor({ status: success?.status, in: 'body', path })),
    ];
    for (const anchor of expected) {
      const row = page.querySelector(`tr[id="${anchor}"]`);
      expect(row?.querySelector('.field-link')?.getAttribute('href'), `${operationId} ${anchor}`).toBe(`#${anchor}`);
      seen += 1;
    }
  }
  expect(seen).toBeGreaterThan(400);
});

test('an address leads to its field, also where it is folded away, and a press copies it', async () => {
  const { page, complaints, close } = await site.open({ permissions });
  const address = `${site.address}operations/createEndpointService/#404.body.error_code`;
  await page.goto(address);
  const row = page.locator('tr:target');
  expect(await row.isVisible()).toBe(true);
  await expect.poll(() => distanceFromTop(row)).toBeLessThan(900);
  await row.hover();
  await row.getByRole('link', { name: 'Link to 404.body.error_code' }).click();
  await expect.poll(() => copied(page)).toBe(address);
  expect(complaints).toEqual([]);
  await close();
});
