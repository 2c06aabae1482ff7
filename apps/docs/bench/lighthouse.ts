import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromiumCommand } from '@vpcep/chromium';
import { npmCli } from '@vpcep/testing';

const run = promisify(execFile);
const version = '13.5.0';
const cache = fileURLToPath(new URL('../node_modules/.cache/bench', import.meta.url));

/** What Lighthouse says of a first visit. */
export interface Scores {
  /** From 0 to 100. */
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  /** Bytes over the wire. */
  bytes: number;
  /** Milliseconds during which the main thread would not have listened. */
  totalBlockingTime: number;
  /** Milliseconds until the largest part in sight was painted. */
  largestContentfulPaint: number;
}

interface Report {
  categories: Record<'performance' | 'accessibility' | 'best-practices' | 'seo', { score: number | null }>;
  audits: Record<'total-byte-weight' | 'total-blocking-time' | 'largest-contentful-paint', { numericValue?: number }>;
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

/** Has Lighthouse visit a page as a phone or a computer would. */
export async function lighthouse(url: string, form: 'mobile' | 'desktop'): Promise<Scores> {
  const { executablePath, args } = chromiumCommand();
  const { stdout } = await run(
    process.execPath,
    [
      installed(),
      url,
      '--quiet',
      '--output=json',
      `--chrome-flags=${['--headless=new', ...args].join(' ')}`,
      ...(form === 'desktop' ? ['--preset=desktop'] : []),
    ],
    { env: { ...process.env, CHROME_PATH: executablePath }, maxBuffer: 64_000_000 },
  );
  const { categories, audits } = JSON.parse(stdout) as Report;
  const score = (name: keyof Report['categories']) => Math.round((categories[name].score ?? Number.NaN) * 100);
  const value = (name: keyof Report['audits']) => audits[name].numericValue ?? Number.NaN;
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    bytes: value('total-byte-weight'),
    totalBlockingTime: value('total-blocking-time'),
    largestContentfulPaint: value('largest-contentful-paint'),
  };
}
