import fc from 'fast-check';
import { fullTier } from '@vpcep/testing';
import { inShape, type Shape } from '../src/api/shape.js';
import { en } from '../src/language/texts/en.js';
import { type Answers, changeAnswers, oddities } from './oddities.js';
import { expect, projects, test } from './console.js';
import { pages } from './pages.js';

const tableRow = 'main tbody tr:not(.ant-table-placeholder)';

/** What a page shows a row of for each item: the member of its answers that has them, and how its rows are found. */
const rows: readonly (readonly [page: RegExp, member: string, row: string])[] = [
  [/^endpoint-services$/, 'endpoint_services', tableRow],
  [/^endpoints$/, 'endpoints', tableRow],
  [/tab=connections$|^approvals$/, 'connections', tableRow],
  [/tab=permissions$/, 'permissions', tableRow],
  [/tab=ports$/, 'ports', tableRow],
  [/tab=tags$/, 'tags', 'main .tag-list li'],
];

/** What approvals say until all services have been asked. */
const underWay = en.looking.soFar(0, 0).replaceAll('0', '\\d+');

const failures = [...Object.values(en.failures), en.failure.serviceSays];

test('no page is lost to odd answers, nor any of its rows', async ({ page, visit, goOn, settled, mock, observed }) => {
  test.slow();
  await visit('quotas');
  const answers: Answers = {};
  page.on('requestfinished', (request) => {
    const path = request.url().replace(mock.url, '').replace(projects['Web shop'], '{project}');
    if (!path.startsWith('/v')) return;
    void request.response().then(async (response) => {
      if (response?.ok() === true) answers[path] = await response.json();
    });
  });
  for (const place of pages) {
    await goOn(place);
    await settled();
  }
  await page.evaluate(answerInPlace, mock.url);

  let run = 0;
  for (const place of pages) {
    const [, member = '', row = 'none'] = rows.find(([pattern]) => pattern.test(place)) ?? [];
    const { asked } = await page.evaluate(showAnswers, { place, project: `usual${++run}`, answers, row, underWay });
    const usual = Object.fromEntries(asked.map((path) => [path, answers[path]]));
    await fc.assert(
      fc.asyncProperty(oddities(usual), async (changes) => {
        const { changed, count } = changeAnswers(usual, changes, member);
        observed.complaints.length = 0;
        const seen = await page.evaluate(showAnswers, {
          place,
          project: `odd${++run}`,
          answers: changed,
          row,
          underWay,
        });
        expect(seen.heading, 'the heading').not.toBe('');
        expect(
          failures.filter((failure) => seen.text.includes(failure)),
          seen.text,
        ).toEqual([]);
        // Which services are asked depends on the list of them.
        const isCounted = place !== 'approvals' || changes.every(({ answer }) => answer.includes('/connections'));
        if (count !== undefined && isCounted) expect(seen.rows, 'how many rows are shown').toBe(count);
        expect(observed.complaints).toEqual([]);
      }),
      { numRuns: fullTier ? 150 : 10 },
    );
  }
});

interface Shown {
  place: string;
  /** Nothing is known of it yet, so that nothing that was shown before is shown again. */
  project: string;
  answers: Answers;
  row: string;
  /** A pattern of what a page says while it is not at rest. */
  underWay: string;
}

type AnsweredWindow = Window & {
  answers?: Answers;
  /** The addresses that were asked for. */
  asked?: Set<string>;
  pending?: number;
};

/** In the page: has the API's answers come from there, until another page of the console is shown. */
function answerInPlace(api: string): void {
  const place = window as AnsweredWindow;
  const send = window.fetch.bind(window);
  place.pending = 0;
  /** Where an odd list has one look further than was usual, it goes on from there; a service that it names has nothing. */
  const furtherAnswer = (asked: string) => {
    const [path = '', query = ''] = asked.split('?');
    const [, ofFirst] = Object.entries(place.answers ?? {}).find(([known]) => known.split('?')[0] === path) ?? [];
    if (typeof ofFirst !== 'object' || ofFirst === null)
      return path.endsWith('/connections') ? { connections: [], total_count: 0 } : undefined;
    const offset = Number(new URLSearchParams(query).get('offset'));
    if (!(offset > 0)) return undefined;
    return Object.fromEntries(
      Object.entries(ofFirst).map(([name, value]) => [name, Array.isArray(value) ? value.slice(offset) : value]),
    );
  };
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const [, version, path = ''] = /^\/(v\d)\/[^/]+(\/.*)$/.exec(url.replace(api, '')) ?? [];
    if (version === undefined) return send(input, init);
    place.pending = (place.pending ?? 0) + 1;
    await Promise.resolve();
    place.pending -= 1;
    const asked = `/${version}/{project}${path}`;
    place.asked?.add(asked);
    const answer = place.answers?.[asked] ?? furtherAnswer(asked);
    return answer === undefined
      ? Response.json({ error_code: 'EndPoint.0005', error_msg: `no answer for ${path}` }, { status: 404 })
      : Response.json(answer);
  };
}

/** In the page: shows a page of the console by other answers, and tells what is there once it has come to rest. */
async function showAnswers({ place, project, answers, row, underWay }: Shown) {
  const inPage = window as AnsweredWindow;
  inPage.answers = answers;
  inPage.asked = new Set();
  document.querySelector('main h1')?.setAttribute('data-left', '');
  location.hash = `#/en/${project}/${place}`;
  const heading = () => document.querySelector('main h1:not([data-left])');
  const text = () => document.querySelector('main')?.textContent ?? '';
  const isBusy = () =>
    inPage.pending !== 0 ||
    document.querySelector('main .loading, main .ant-skeleton') !== null ||
    new RegExp(underWay).test(text());
  const end = performance.now() + 10_000;
  for (let quiet = 0; quiet < 3 && performance.now() < end;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    quiet = heading() === null || isBusy() ? 0 : quiet + 1;
  }
  return {
    heading: heading()?.textContent ?? '',
    text: text(),
    rows: document.querySelectorAll(row).length,
    asked: [...inPage.asked],
  };
}

test('what has its shape stays, and what has not becomes what can be shown', () => {
  const shape: Shape = {
    id: 'text',
    'name?': 'text',
    count: 'number',
    ready: 'flag',
    list: ['text'],
    'tags?': [{ 'key?': 'text' }],
    'more?': { list: [{ size: 'number' }] },
    'free?': 'any',
  };
  const whole = { id: 'a', name: '', count: 0, ready: false, list: ['', 'b'], tags: [{}], free: [null], newer: [1] };
  expect(inShape(shape, whole)).toEqual(whole);
  expect(inShape(shape, {})).toEqual({ id: '', list: [] });
  expect(
    inShape(shape, { id: { a: 1 }, name: null, count: '12', ready: 'true', list: 'one', tags: ['x', null], more: [] }),
  ).toEqual({ id: '{"a":1}', count: 12, ready: true, list: ['one'], tags: [{ key: 'x' }, {}], more: { list: [] } });
  expect(inShape(shape, { id: 1, count: 'many', ready: 'perhaps', list: 2 })).toEqual({
    id: '1',
    count: 'many',
    ready: 'perhaps',
    list: ['2'],
  });
  expect(
    inShape({ items: [{ id: 'text' }], total_count: 'number' }, { items: [{}, null, 3], total_count: [] }),
  ).toEqual({
    items: [{ id: '' }, { id: '' }, { id: '3' }],
    total_count: 3,
  });
});
