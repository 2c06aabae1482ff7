import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { lighthouse } from '@vpcep/chromium/lighthouse';
import { openHost } from './static-host.js';

/** A page of every kind. */
const kinds = ['operations/createEndpointService/', 'operations/', 'guides/publish/', 'errors/'];

const docs = fileURLToPath(new URL('..', import.meta.url));
const folder = fileURLToPath(new URL('../node_modules/.cache/bench/sites/published', import.meta.url));

/** What Lighthouse says of a page. */
export interface PageScores {
  page: string;
  /** Performance, accessibility, best practices and SEO, each up to 100. */
  scores: number[];
  /** What could be better. */
  faults: string[];
}

/** Builds the pages for the address where they are looked at: what search engines are told is only right there. */
export async function scoresOfPages(): Promise<PageScores[]> {
  const host = await openHost();
  const tsx = createRequire(import.meta.url).resolve('tsx/cli');
  execFileSync(process.execPath, [tsx, 'build/build.tsx', '--out', folder], {
    cwd: docs,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, VPCEP_SITE_URL: host.origin },
  });
  host.publish(folder);
  const pages: PageScores[] = [];
  for (const path of ['', 'zh-CN/'].flatMap((language) => kinds.map((kind) => `/${language}${kind}`))) {
    for (const form of ['mobile', 'desktop'] as const) {
      const { performance, accessibility, bestPractices, seo, faults } = await lighthouse(host.origin + path, form);
      pages.push({ page: `${path}, ${form}`, scores: [performance, accessibility, bestPractices, seo], faults });
      console.error(`${new Date().toISOString().slice(11, 19)} Lighthouse: ${path}, ${form}`);
    }
  }
  host.close();
  return pages;
}
