import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root, workspaces } from '../clone.js';

interface Field {
  type: string;
  id?: string;
  attributes: { label?: string; options?: string[]; placeholder?: string };
}
interface Form {
  name: string;
  description: string;
  body: Field[];
}
interface Manifest {
  name: string;
  private?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}
interface Updates {
  updates: {
    'package-ecosystem': string;
    groups: Record<string, { patterns: string[] }>;
    ignore: { 'dependency-name': string }[];
  }[];
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const manifests = ['.', ...workspaces()].map((place) => JSON.parse(read(join(place, 'package.json'))) as Manifest);

describe('the forms for issues', () => {
  const folder = '.github/ISSUE_TEMPLATE';
  const forms = readdirSync(join(root, folder))
    .filter((file) => file !== 'config.yml')
    .map((file) => ({ file, form: parse(read(join(folder, file))) as Form }));
  const fieldOf = (file: string, id: string) =>
    forms.find((entry) => entry.file === file)?.form.body.find((field) => field.id === id);

  test.each(forms)('$file has what GitHub asks of a form', ({ form }) => {
    expect(form.name).toMatch(/\S/);
    expect(form.description).toMatch(/\S/);
    const fields = form.body.filter(({ type }) => type !== 'markdown');
    expect(fields.filter(({ id, attributes }) => !/^[\w-]+$/.test(id ?? '') || !attributes.label)).toEqual([]);
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    expect(new Set(fields.map(({ attributes }) => attributes.label)).size).toBe(fields.length);
  });

  test('name every package that is published', () => {
    const published = manifests.filter((manifest) => manifest.private !== true).map(({ name }) => name);
    const options = fieldOf('bug.yml', 'part')?.attributes.options ?? [];
    expect(options.filter((option) => option.startsWith('@')).sort()).toEqual(published.sort());
  });

  test('show an operation that the document has', () => {
    const example = fieldOf('wrong-rule.yml', 'operation')?.attributes.placeholder;
    const operations = readdirSync(join(root, 'openapi/paths')).flatMap((file) => {
      const item = parse(read(join('openapi/paths', file))) as Record<string, { operationId?: string }>;
      return Object.values(item).flatMap(({ operationId }) => operationId ?? []);
    });
    expect(operations).toContain(example);
  });
});

describe('Dependabot', () => {
  const npm = (parse(read('.github/dependabot.yml')) as Updates).updates.find(
    (entry) => entry['package-ecosystem'] === 'npm',
  );
  const used = manifests.flatMap(({ dependencies, optionalDependencies, devDependencies }) =>
    Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies }),
  );
  const isUsed = (pattern: string) => {
    const [start = '', end] = pattern.split('*');
    return used.some((name) => (end === undefined ? name === pattern : name.startsWith(start)));
  };

  test('is told of no package that is no longer used', () => {
    const patterns = Object.values(npm?.groups ?? {}).flatMap((group) => group.patterns);
    const held = npm?.ignore.map((entry) => entry['dependency-name']) ?? [];
    expect(patterns.length).toBeGreaterThan(10);
    expect(held).toContain('typescript');
    expect([...patterns, ...held].filter((name) => !isUsed(name))).toEqual([]);
  });
});
