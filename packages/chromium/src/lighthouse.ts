import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { npmCli } from '@vpcep/testing';
import { chromiumCommand, noOtherHost } from './index.js';

const run = promisify(execFile);
const version = '13.5.0';
const cache = fileURLToPath(new URL('../../../node_modules/.cache', import.meta.url));

/** What Lighthouse says of a page. */
export interface Scores {
  /** From 0 to 100. */
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  /** What could be better, and what is. */
  faults: string[];
}

/** What Lighthouse measures of a first visit with a phone. */
export interface FirstVisit {
  /** Bytes over the wire. */
  bytes: number;
  /** Milliseconds during which the main thread would not have listened. */
  totalBlockingTime: number;
  /** Milliseconds until the largest part in sight was painted. */
  largestContentfulPaint: number;
}

type Category = 'performance' | 'accessibility' | 'best-practices' | 'seo';

interface Report {
  categories: Partial<Record<Category, { score: number | null }>>;
  audits: Record<string, { title: string; score: number | null; numericValue?: number; displayValue?: string }>;
  runtimeError?: { message: string };
}

/** Installs Lighthouse below the cache, unless it is there: it is only measured with, and brings a hundred packages. */
function installed(): string {
  const folder = join(cache, `lighthouse-${version}`);
  if (!existsSync(folder)) {
    const unpacked = `${folder}.part`;
    rmSync(unpacked, { recursive: true, force: true });
    mkdirSync(unpacked, { recursive: true });
    execFileSync(
      process.execPath,
      [npmCli(), 'install', `lighthouse@${version}`, '--prefix', unpacked, '--no-save', '--ignore-scripts'],
      { cwd: unpacked, stdio: 'ignore' },
    );
    renameSync(unpacked, folder);
  }
  return join(folder, 'node_modules/lighthouse/cli/index.js');
}

/** Has Lighthouse visit a page. */
async function visit(url: string, ...options: string[]): Promise<Report> {
  const { executablePath, args } = chromiumCommand();
  const flags = ['--headless=new', ...args, noOtherHost.replace(/=(.*)$/, "='$1'")];
  const { stdout } = await run(
    process.execPath,
    [installed(), url, '--quiet', '--output=json', `--chrome-flags=${flags.join(' ')}`, ...options],
    { env: { ...process.env, CHROME_PATH: executablePath }, maxBuffer: 64_000_000 },
  );
  const report = JSON.parse(stdout) as Report;
  if (report.runtimeError !== undefined) throw new Error(`Lighthouse: ${url}: ${report.runtimeError.message}`);
  return report;
}

/** Has Lighthouse judge a page, as a phone or a computer would show it. */
export async function lighthouse(url: string, form: 'mobile' | 'desktop'): Promise<Scores> {
  const { categories, audits } = await visit(url, ...(form === 'desktop' ? ['--preset=desktop'] : []));
  const score = (name: Category) => Math.round((categories[name]?.score ?? Number.NaN) * 100);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    faults: Object.entries(audits)
      .filter(([, { score: of }]) => of !== null && of < 1)
      .map(([name, { title, score: of, displayValue = '' }]) => `${name} ${of ?? ''} (${title}) ${displayValue}`),
  };
}

/** Has Lighthouse measure a first visit. */
export async function firstVisit(url: string): Promise<FirstVisit> {
  const { audits } = await visit(url, '--only-categories=performance');
  const value = (name: string) => audits[name]?.numericValue ?? Number.NaN;
  return {
    bytes: value('total-byte-weight'),
    totalBlockingTime: value('total-blocking-time'),
    largestContentfulPaint: value('largest-contentful-paint'),
  };
}
