import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { referencePage } from '@vpcep/openapi/tsdoc';
import { expect, test } from 'vitest';
import { htmlOf } from './dist.js';

const home = referencePage('', 'en');
const declarations = fileURLToPath(new URL('.', import.meta.resolve('@vpcep/client')));

/** The addresses in the reference that editors show with the client. */
const addresses = new Set(
  readdirSync(declarations, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.d.cts'))
    .flatMap((file) => readFileSync(join(declarations, file), 'utf8').match(/https:[^\s)]+/g) ?? [])
    .filter((address) => address.startsWith(home))
    .map((address) => address.slice(home.length)),
);

test('every address in the reference that editors show leads to a page, and to a place on it', () => {
  expect(addresses.size).toBeGreaterThan(60);
  const missing = [...addresses].filter((address) => {
    const [page = '', anchor = ''] = address.split('#');
    return htmlOf(page).getElementById(anchor) === null;
  });
  expect(missing).toEqual([]);
});
