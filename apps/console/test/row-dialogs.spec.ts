import type { Page } from '@playwright/test';
import type { Mock } from '@vpcep/mock';
import type { Connection } from '@vpcep/types';
import { expect, projects, test } from './console.js';

/** A connection of another project that was accepted. */
function acceptedConnection(mock: Mock): { id: string; service: string } {
  const connection = mock
    .state()
    .endpoints.find(({ status, project_id }) => status === 'accepted' && project_id === projects['Northern branch']);
  return { id: connection?.id ?? '', service: connection?.endpoint_service_id ?? '' };
}

/** Has a list of connections come without one of them, as when it has moved to another page, once that is wanted. */
async function withoutConnection(page: Page, comeBack: () => Promise<void>) {
  let left: string | undefined;
  await page.route('**/connections?*', async (route) => {
    if (left === undefined) return route.fallback();
    const answer = await route.fetch();
    const list = (await answer.json()) as { connections: Connection[] };
    return route.fulfill({
      response: answer,
      json: { ...list, connections: list.connections.filter(({ id }) => id !== left) },
    });
  });
  return async (id: string) => {
    left = id;
    await comeBack();
    await expect(page.getByRole('main').getByRole('row', { name: id })).toHaveCount(0);
  };
}

test('a dialog that a row has opened stays, with what is typed there, when the row goes', async ({
  mock,
  page,
  visit,
  comeBack,
}) => {
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const { id, service } = acceptedConnection(mock);
  const status = () => mock.state().endpoints.find((each) => each.id === id);
  const leaves = await withoutConnection(page, comeBack);
  await visit(`endpoint-services/${service}?tab=connections`);
  await main
    .getByRole('button', { name: `Edit the note on ${id}` })
    .filter({ visible: true })
    .click();
  await dialog.getByLabel(/ description/).fill('Not lost');
  await leaves(id);
  await expect(dialog.getByLabel(/ description/)).toHaveValue('Not lost');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  expect(status()?.connection_description).toBe('Not lost');
});

test('the question before a rejection stays when the row goes', async ({ mock, page, visit, comeBack }) => {
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const { id, service } = acceptedConnection(mock);
  const leaves = await withoutConnection(page, comeBack);
  await visit(`endpoint-services/${service}?tab=connections`);
  await main.getByRole('button', { name: `Reject ${id}` }).click();
  await expect(dialog).toBeVisible();
  await leaves(id);
  await dialog.getByRole('button', { name: 'Reject' }).click();
  await expect(dialog).toBeHidden();
  expect(mock.state().endpoints.find((each) => each.id === id)?.status).toBe('rejected');
});
