import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Language } from '../site/languages.js';

const require = createRequire(import.meta.url);
const files: Readonly<Record<Language, string>> = {
  en: require.resolve('@vpcep/openapi/CHANGELOG.md'),
  'zh-CN': require.resolve('@vpcep/openapi/CHANGELOG.zh-CN.md'),
};

/** What changed in the document, in Markdown. */
export const readChangelog = (language: Language): string => readFileSync(files[language], 'utf8');

/** What changed with one version. */
export interface ChangelogEntry {
  version: string;
  /** Such as `2026-11-26`. */
  date: string;
  /** What has changed, in Markdown. */
  text: string;
}

/**
 * The entries of the changelog, the newest first.
 *
 * @throws Error when a version has no date, or is not in both languages.
 */
export function changelogEntries(language: Language): ChangelogEntry[] {
  const english = new Map(entriesIn(readChangelog('en')));
  return entriesIn(readChangelog(language)).map(([version, text]) => {
    // Below each version, in words.
    const [, date] = /^(\d{1,2} [A-Z][a-z]+ \d{4})\.$/m.exec(english.get(version) ?? '') ?? [];
    if (date === undefined) {
      throw new Error(`version ${version} has no date in the changelog of the document, such as "26 November 2026."`);
    }
    return { version, date: new Date(`${date} UTC`).toISOString().slice(0, 10), text };
  });
}

const entriesIn = (changelog: string): [version: string, text: string][] =>
  changelog
    .split(/^## /m)
    .slice(1)
    .map((entry) => {
      const [version = ''] = entry.split('\n', 1);
      return [version.trim(), entry.slice(version.length).trim()];
    });
