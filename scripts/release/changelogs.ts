import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The operations of the document that differ between two versions, by their IDs. */
export interface OperationChanges {
  added: string[];
  changed: string[];
  removed: string[];
}

/** What the entry of a version is made of. */
export interface Entry {
  version: string;
  date: Date;
  /** What users will notice, each in Markdown. */
  texts: string[];
  /** In the changelogs of the document alone. */
  operations?: OperationChanges;
}

/** The words of an entry in one language. */
interface Words {
  day: (date: Date) => string;
  kinds: Record<keyof OperationChanges, string>;
  colon: string;
  separator: string;
  end: string;
  sameOperations: string;
  nothing: string;
}

const englishDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const chineseDay = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' });

export const english: Words = {
  day: (date) => englishDay.format(date),
  kinds: { added: 'Operations added', changed: 'Operations changed', removed: 'Operations removed' },
  colon: ': ',
  separator: ', ',
  end: '.',
  sameOperations: 'No operation has changed.',
  nothing: 'Nothing of its own: all packages are released together, with one version.',
};

export const chinese: Words = {
  // Spaces stand between digits and Chinese.
  day: (date) => chineseDay.format(date).replaceAll(/\d+/g, ' $& ').trim(),
  kinds: { added: '新增接口', changed: '变更接口', removed: '删除接口' },
  colon: '：',
  separator: '、',
  end: '。',
  sameOperations: '接口没有变化。',
  nothing: '本身没有变化：所有软件包使用同一版本号，一起发布。',
};

/** Puts the entry of a version above the earlier ones. */
export function addEntry(file: string, entry: Entry, words: Words): void {
  const changelog = readFileSync(file, 'utf8');
  const [title = ''] = changelog.split('\n');
  if (!title.startsWith('# ')) throw new Error(`${file} has no title in its first line`);
  writeFileSync(file, `${title}\n\n${entryOf(entry, words)}${changelog.slice(title.length)}`);
}

function entryOf({ version, date, texts, operations }: Entry, words: Words): string {
  const list = texts.map((text) => `- ${text.replaceAll('\n', '\n  ').replaceAll(/^ +$/gm, '')}`).join('\n');
  const parts = [
    `## ${version}`,
    words.day(date) + words.end,
    ...(operations === undefined ? [] : [operationsOf(operations, words)]),
    list === '' ? words.nothing : list,
  ];
  return `${parts.join('\n\n')}\n`;
}

function operationsOf(operations: OperationChanges, words: Words): string {
  const kinds = (['added', 'changed', 'removed'] as const).filter((kind) => operations[kind].length > 0);
  if (kinds.length === 0) return words.sameOperations;
  return kinds
    .map((kind) => {
      const names = operations[kind].map((name) => `\`${name}\``).join(words.separator);
      return words.kinds[kind] + words.colon + names + words.end;
    })
    .join('\n\n');
}

/** The versions that a changelog tells of, the newest first. */
export const versionsIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^## (\S+)$/gm)].map(([, version = '']) => version);

/** The changelogs of a package, with their languages. */
export const changelogsOf = (folder: string): [file: string, words: Words][] =>
  folder === 'openapi'
    ? [
        [join(folder, 'CHANGELOG.md'), english],
        [join(folder, 'CHANGELOG.zh-CN.md'), chinese],
      ]
    : [[join(folder, 'CHANGELOG.md'), english]];
