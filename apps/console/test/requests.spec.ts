import type { Page } from '@playwright/test';
import { fullTier } from '@vpcep/testing';
import { expect, test } from './console.js';
import { kinds, pages } from './pages.js';

const mostInMinute = 10;

/** Lets so many seconds pass, in such steps that what one brings about has been answered before the next. */
const passes = (page: Page, { pending }: { pending: ReadonlySet<unknown> }) =>
  async function letPass(seconds: number): Promise<void> {
    for (let passed = 0; passed < seconds; passed += 10) {
      await page.clock.fastForward(10_000);
      await expect.poll(() => pending.size, { intervals: [20] }).toBe(0);
    }
  };

test('no page asks for more than ten things in a minute, however many resources there are', async ({
  mock,
  page,
  visit,
  goOn,
  observed,
}) => {
  await page.clock.install();
  mock.load('busy');
  const letPass = passes(page, observed);
  const { endpoints } = mock.state();
  const pending = endpoints.find(({ status }) => status === 'pendingAcceptance');
  if (pending === undefined) throw new Error('nothing waits in the state busy');
  // Those of the state `small-team` are not there.
  const inBusy = (place: string) =>
    place
      .replace(/endpoint-services\/[\da-f-]{36}/, `endpoint-services/${pending.endpoint_service_id}`)
      .replace(/endpoints\/[\da-f-]{36}/, `endpoints/${pending.id}`);

  const counted: Record<string, number> = {};
  await visit('quotas');
  const some = [
    ...kinds,
    'endpoints',
    ...pages.filter((place) => /tab=connections|^endpoints\/[\da-f]{8}-[^?]*$/.test(place)),
  ];
  for (const place of fullTier ? pages : some) {
    const project = place.startsWith('endpoints') ? 'Northern branch' : 'Web shop';
    // A page begins when another was there before.
    await goOn('quotas', { project });
    await letPass(10);
    const before = observed.calls.length;
    // A tab that an endpoint has not is no page.
    await goOn(inBusy(place).replace(/\?tab=policy$/, ''), { project });
    await letPass(60);
    counted[place] = observed.calls.length - before;
  }
  expect(Object.entries(counted).filter(([, count]) => count > mostInMinute)).toEqual([]);
  expect(counted['approvals']).toBeGreaterThan(5);
});

test('approvals say how far they have looked, look on by themselves, and more when asked', async ({
  mock,
  page,
  visit,
  observed,
}) => {
  await page.clock.install();
  mock.load('busy');
  await visit('approvals');
  const main = page.getByRole('main');
  await expect(main).toContainText('Looked through 7 of 390 services.');
  await passes(page, observed)(60);
  await expect(main).toContainText(/Looked through (1[4-9]|2\d) of 390/);

  // Whoever does not want to wait need not.
  const accept = main.getByRole('button', { name: /^Accept/ }).first();
  await expect(async () => {
    if (await accept.isHidden()) await main.getByRole('button', { name: 'Look on now' }).click();
    await expect(accept).toBeVisible({ timeout: 3000 });
  }).toPass();

  // A decision asks again only about the service that it was about, while the page looks through the others.
  await expect.poll(() => observed.pending.size).toBe(0);
  const asked = observed.calls.length;
  const known = new Set(observed.calls.filter((call) => call.includes('/connections?')));
  const askedAgain = () => observed.calls.slice(asked).filter((call) => known.has(call));
  await accept.click();
  await expect.poll(askedAgain).toHaveLength(1);
  await expect.poll(() => observed.pending.size).toBe(0);
  expect(askedAgain()).toHaveLength(1);
  // Which services there are has not changed.
  expect(observed.calls.slice(asked).filter((call) => call.includes('/vpc-endpoint-services?'))).toEqual([]);
});

test('the longer nothing happens, the less is asked; nothing at all in the background', async ({
  mock,
  page,
  visit,
  observed,
}) => {
  await page.clock.install();
  mock.load('small-team');
  await visit('endpoints', { project: 'Northern branch' });
  await expect(page.locator('[data-status=pendingAcceptance]')).toBeVisible();
  const letPass = passes(page, observed);
  const callsIn = async (seconds: number) => {
    const before = observed.calls.length;
    await letPass(seconds);
    return observed.calls.length - before;
  };
  const first = await callsIn(80);
  expect(first).toBeGreaterThanOrEqual(2);
  expect(await callsIn(240)).toBeLessThanOrEqual(first);
  // Somebody is there again.
  await page.keyboard.press('Shift');
  expect(await callsIn(30)).toBeGreaterThanOrEqual(1);

  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  expect(await callsIn(600)).toBe(0);
});
