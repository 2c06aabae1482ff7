import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderOf, languages } from '../src/site/languages.js';
import { sourceOf } from '../src/site/page-source.js';
import { editAddress, readRepository, reportAddress } from '../src/site/repository.js';
import { readSiteAddress } from '../src/site/site-address.js';
import { decisionsIn } from '../src/decisions/decisions.js';
import { htmlOf, pageFiles } from './dist.js';

test('the address of the site is that of a folder, and what is none is refused with what is wanted', () => {
  expect(readSiteAddress('https://docs.example/vpcep')).toBe('https://docs.example/vpcep/');
  expect(readSiteAddress('http://127.0.0.1:8080/')).toBe('http://127.0.0.1:8080/');
  for (const wrong of ['', 'docs.example', '/vpcep/', 'ftp://docs.example/', 'javascript:alert(1)']) {
    expect(() => readSiteAddress(wrong), wrong).toThrow(/VPCEP_SITE_URL is the address of the site, such as https:/);
  }
  expect(() => readSiteAddress('https://docs.example/?page=1')).toThrow(/without "\?" and "#"/);
});

test('the repository is known when it has an address, and no link leads to one that is reserved for examples', () => {
  expect(readRepository('git+https://github.com/someone/vpcep.git')).toBe('https://github.com/someone/vpcep');
  expect(readRepository('https://git.test/vpcep/')).toBe('https://git.test/vpcep');
  expect(readRepository('https://address-to-be-set.example/vpcep')).toBeUndefined();
  expect(() => readRepository('someone/vpcep')).toThrow(/VPCEP_REPOSITORY_URL is the address of the repository/);
  // The package of the document names none yet.
  expect(readRepository()).toBeUndefined();
  expect([...htmlOf('').querySelectorAll('.page-foot a')].map((link) => link.getAttribute('href'))).toEqual([
    'index.md',
  ]);
});

test('a page is changed in its file, and a report about it has its name', () => {
  const repository = 'https://git.test/vpcep';
  expect(editAddress(repository, 'openapi/paths/{version}.yaml')).toBe(
    'https://git.test/vpcep/edit/main/openapi/paths/%7Bversion%7D.yaml',
  );
  const page = { title: 'Create an endpoint', language: 'en', path: 'operations/createEndpoint/' } as const;
  const report = new URL(reportAddress(repository, page));
  expect(report.pathname).toBe('/vpcep/issues/new');
  expect(report.searchParams.get('title')).toBe('Create an endpoint (en, /operations/createEndpoint/)');
});

test('each page is written in a file that the repository has', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  for (const language of languages) {
    const folder = folderOf(language);
    const paths = pageFiles
      .filter((file) => file.endsWith('index.html') && file.startsWith('zh-CN/') === (language === 'zh-CN'))
      .map((file) => file.slice(folder.length).replace(/index\.html$/, ''));
    const files = [
      ...paths.map((path) => sourceOf(path, language)),
      ...decisionsIn(language).map(({ file }) => `openapi/decisions/${file}`),
    ];
    expect(files.filter((file) => !existsSync(root + file))).toEqual([]);
    expect(new Set(files).size).toBeGreaterThan(60);
  }
  expect(sourceOf('operations/listVersionDetails/', 'en')).toBe('openapi/paths/versions.yaml');
  expect(sourceOf('guides/mock/', 'zh-CN')).toBe('apps/docs/guides/zh-CN/mock.md');
  expect(sourceOf('errors/', 'en')).toBe('openapi/errors.yaml');
});
