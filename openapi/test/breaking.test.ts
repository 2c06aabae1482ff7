import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fullTier } from '@vpcep/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JudgedChange, judgedChanges } from '../build/breaking/changes.js';
import { allowsBreaking } from '../build/breaking/version.js';
import {
  answers,
  type Case,
  type Document,
  falseAlarms,
  harmless,
  operations,
  requests,
  unseen,
} from './breaking-cases.js';
import { bundle } from './document.js';

const folder = mkdtempSync(join(tmpdir(), 'vpcep-breaking-'));
const released = join(folder, 'released.json');
const present = join(folder, 'present.json');
writeFileSync(released, JSON.stringify(bundle));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const breaking = (file: string) => judgedChanges(released, file).filter(({ breaks }) => breaks);

/** What breaks callers in a copy of the document that has been edited. */
function changesAfter(...cases: Case[]): JudgedChange[] {
  const document = JSON.parse(JSON.stringify(bundle)) as Document;
  let text = JSON.stringify(document);
  for (const [name, , , edit] of cases) {
    const before = text;
    edit(document);
    text = JSON.stringify(document);
    if (text === before) throw new Error(`"${name}" changes nothing, and so would prove nothing`);
  }
  writeFileSync(present, text);
  return breaking(present);
}

test('a document compared with itself has no changes', () => {
  expect(judgedChanges(released, released)).toEqual([]);
});

describe.each<[string, Case[]]>([
  ['breaks callers:', operations],
  ['breaks callers, in requests:', requests],
  ['breaks callers, in answers:', answers],
  ['is harmless:', harmless],
  ['known limit, breaks callers and is not seen:', unseen],
  ['known limit, is harmless and reported:', falseAlarms],
])('%s', (_title, cases) => {
  // All are made in one copy of the document, since every look at one takes a second. The place tells whose a message is.
  let changes: JudgedChange[];
  beforeAll(() => {
    changes = changesAfter(...cases);
  });

  test.each(cases)('%s', (...single) => {
    const [, place, says] = single;
    const own = changes.filter((change) => [place].flat().includes(change.place));
    expect(own.map(({ message }) => message).join('\n')).toMatch(says);
    if (fullTier) expect(changesAfter(single)).toEqual(own);
  });

  test('and nothing else is reported', () => {
    const places = new Set(cases.flatMap(([, place]) => place));
    expect(changes.filter(({ place }) => !places.has(place))).toEqual([]);
  });
});

test.each([
  ['0.1.0', '0.1.1', false],
  ['0.1.0', '0.2.0', true],
  ['0.9.3', '0.10.0', true],
  ['0.2.0', '0.1.0', false],
  ['0.1.0', '1.0.0', true],
  ['1.2.0', '1.3.0', false],
  ['1.2.0', '2.0.0', true],
  ['2.0.0', '1.9.0', false],
])('from %s to %s: breaking changes allowed? %s', (before, after, allowed) => {
  expect(allowsBreaking(before, after)).toBe(allowed);
});

test('a version of another form is refused, not guessed', () => {
  expect(() => allowsBreaking('0.1.0', 'next')).toThrow('x.y.z');
});
