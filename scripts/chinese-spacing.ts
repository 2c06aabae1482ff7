import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Finds Chinese characters right beside Latin letters, digits or code: a space belongs between them. Reads the files that
 * are named, or else all that git knows, but for tests, which show what is wrong, and for what was released.
 */
const named = process.argv.slice(2);
if (named.length === 0) process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const files = named.length > 0 ? named : textsOfRepository();

const inText = /\p{Script=Han}(?=[A-Za-z0-9%`])|(?<=[A-Za-z0-9%`])\p{Script=Han}/gu;
/** Where backticks stand around a text, those of Markdown within it are escaped. */
const inCode = /\p{Script=Han}(?=[A-Za-z0-9%]|\\`)|(?<=[A-Za-z0-9%]|\\`)\p{Script=Han}/gu;

for (const file of files) {
  const isCode = /\.[cm]?[jt]sx?$/.test(file);
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    // An escape is no letter.
    const text = isCode ? line.replaceAll(/\\[nrt]/g, '  ') : line;
    for (const { index: at } of text.matchAll(isCode ? inCode : inText)) {
      const around = text.slice(Math.max(0, at - 8), at + 9).trim();
      process.stderr.write(`${file}:${index + 1}: a space is missing in "${around}"\n`);
      process.exitCode = 1;
    }
  }
}

function textsOfRepository(): string[] {
  return execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\0')
    .filter((file) => /\.(?:css|html|js|json|md|mjs|ts|tsx|ya?ml)$/.test(file))
    .filter((file) => !/(?:^|\/)(?:test|consumers|released)\/|package-lock\.json$/.test(file));
}
