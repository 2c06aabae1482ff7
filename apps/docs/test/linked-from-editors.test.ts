import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { referencePage } from '@vpcep/openapi/tsdoc';
import { expect, test } from 'vitest';
import { htmlOf } from './dist.js';

const home = referencePage('', 'en');
const packages = ['@vpcep/client', '@vpcep/types'].map((name) =>
  fileURLToPath(new URL('.', import.meta.resolve(name))),
);

/** The addresses in the reference that editors show with the client and its types. */
const addresses = new Set(
  packages
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
    .filter((file) => file.endsWith('.d.cts'))
    .flatMap((file) => readFileSync(file, 'utf8').match(/https:[^\s)]+/g) ?? [])
    .filter((address) => address.startsWith(home))
    .map((address) => address.slice(home.length)),
);

test('every address in the reference that editors show leads to a page, and to a place on it', () => {
  expect(addresses.size).toBeGreaterThan(200);
  const missing = [...addresses].filter((address) => {
    const [page = '', anchor] = address.split('#');
    const html = htmlOf(page);
    return anchor !== undefined && html.getElementById(anchor) === null;
  });
  expect(missing).toEqual([]);
});
