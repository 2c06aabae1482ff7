import { documents } from '@vpcep/openapi/documents';
import { required, type Transition } from '@vpcep/openapi/reader';
import { describe, expect, test } from 'vitest';
import { languages } from '../src/site/languages.js';
import { htmlOf, readDist } from './dist.js';

const textOf = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const numbers = (text: string | null | undefined) => (text?.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
const statuses = ['EndpointServiceStatus', 'ConnectionStatus'];
const words = {
  en: { isNew: 'new', isGone: 'gone', colon: ': ' },
  'zh-CN': { isNew: '新建', isGone: '不再存在', colon: '：' },
};

describe.each(languages)('the guide to the concepts in %s', (language) => {
  const address = `${language === 'en' ? '' : 'zh-CN/'}guides/concepts/`;
  const page = htmlOf(address);
  const { isNew, isGone, colon } = words[language];

  describe.each(statuses.map((status, index) => ({ status, index })))('$status', ({ status, index }) => {
    const place = { pointer: `#/components/schemas/${status}` };
    const schema = required(documents[language].components.schemas[status], place, 'a schema');
    const states = required(schema.enum, place, 'enum').map(String);
    const transitions: Transition[] = required(schema['x-transitions'], place, 'x-transitions');
    const picture = page.querySelectorAll('.state-picture')[index];
    const list = page.querySelectorAll('.state-picture')[index]?.parentElement?.nextElementSibling;
    const ways = [...(picture?.querySelectorAll('.way') ?? [])];

    test('has every state in its picture, those that pass by themselves with another outline', () => {
      const drawn = [...(picture?.querySelectorAll('.state') ?? [])];
      expect(drawn.map(textOf)).toEqual(states);
      const passing = drawn.filter((state) => state.querySelector('.passing') !== null).map(textOf);
      expect(passing).toEqual(states.filter((state) => schema['x-lifecycle']?.passing.includes(state)));
    });

    test('has an arrow for every transition, from its state to the next one', () => {
      const boxes = new Map(
        [...(picture?.querySelectorAll('.state') ?? [])].map((state) => {
          const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) =>
            Number(state.querySelector('rect')?.getAttribute(name)),
          );
          return [textOf(state), { left: x, top: y, right: x + width, bottom: y + height }];
        }),
      );
      /** The state whose edge a point is on. */
      const at = (x = 0, y = 0) =>
        [...boxes].find(
          ([, box]) => x > box.left - 1 && x < box.right + 1 && y > box.top - 1 && y < box.bottom + 1,
        )?.[0];
      const arrows = [...(picture?.querySelectorAll('path.arrow') ?? [])].map((path) => {
        const [line, head] = (path.getAttribute('d') ?? '').slice(1).split('M');
        return JSON.stringify([at(...numbers(line)), at(...numbers(head).slice(2))]);
      });
      const expected = transitions.map(({ from, to }) => JSON.stringify([from, to]));
      expect(arrows.sort()).toEqual(expected.sort());
    });

    test('names each transition at its number, and for those who do not see it', () => {
      const said = ways.map((way) => textOf(way.querySelector('title')));
      const expected = transitions.map(
        ({ from, to, summary }) => `${from ?? isNew} → ${to ?? isGone}${colon}${summary}`,
      );
      expect(said.map((text) => text.replace(/^\d+\. /, '')).sort()).toEqual(expected.sort());
      expect(ways.map((way) => textOf(way.querySelector('text')))).toEqual(said.map((text) => text.split('.')[0]));
      expect(picture?.getAttribute('role')).toBe('img');
      expect(textOf(picture?.firstElementChild)).not.toBe('');
      const description = textOf(picture?.querySelector('desc'));
      for (const text of said) expect(description).toContain(text);
    });

    test('lists what happens below the same number, with its call, and so does the Markdown', () => {
      const items = [...(list?.querySelectorAll('li') ?? [])];
      const markdown = readDist(`${address}index.md`).replace(/\s+/g, ' ');
      for (const { from, to, by, with: members = {}, summary } of transitions) {
        const number = ways
          .map((way) => textOf(way.querySelector('title')))
          .find((text) => text.endsWith(`${from ?? isNew} → ${to ?? isGone}${colon}${summary}`))
          ?.split('.')[0];
        const item = items[Number(number) - 1];
        expect(textOf(item?.querySelector('strong'))).toBe(summary);
        const [left = '', right = ''] = textOf(item).split(' → ');
        expect(left).toContain(from ?? isNew);
        expect(right).toMatch(new RegExp(`^${to ?? isGone}`));
        const link = item?.querySelector('a')?.getAttribute('href') ?? undefined;
        expect(link).toBe(by && `../../operations/${by}/`);
        for (const [name, value] of Object.entries(members)) expect(right).toContain(`${name}: ${value}`);
        expect(markdown).toContain(`**${summary}**`);
        if (by !== undefined) expect(markdown).toContain(`/operations/${by}/index.md`);
      }
      expect(items).toHaveLength(new Set(ways.map((way) => textOf(way.querySelector('text')))).size);
    });
  });

  test('the picture of the concepts names what the list beside it explains', () => {
    const picture = page.querySelector('.concept-picture');
    const explained = [...(picture?.parentElement?.nextElementSibling?.querySelectorAll('strong') ?? [])].map(textOf);
    const fields = [...(picture?.querySelectorAll('.name') ?? [])].map(textOf);
    const named = [...(picture?.querySelectorAll('text') ?? [])]
      .map((text) => textOf(text).replace(/ ?[a-z]+_[a-z_]+$|^ip$/, ''))
      .filter((text) => text !== '');
    expect(named.sort()).toEqual(explained.sort());
    const linked = [...page.querySelectorAll('.pictured + ul a code')].map(textOf);
    expect(fields.filter((field) => !linked.includes(field))).toEqual([]);
    expect(fields.length).toBeGreaterThan(4);
  });
});
