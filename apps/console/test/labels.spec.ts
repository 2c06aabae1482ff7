import { document } from '@vpcep/openapi/documents';
import { schemaTexts } from '../build/schema-texts.js';
import { expect, test } from './console.js';
import { orders } from './small-team.js';

test('a field is called by the short label of the document, and the build names the place of one that is missing', () => {
  const texts = schemaTexts(document).fields['CreateEndpointServiceRequest']?.['vpc_id'];
  expect(texts).toMatchObject({
    label: 'VPC ID',
    sentence: 'ID of the VPC that holds the backend (`id` in the list of VPCs).',
  });
  // Two fields that are shown beside each other are told apart. Of a policy's two forms an endpoint has one, and the
  // older name of the route tables is in no form.
  const doubled = Object.values(schemaTexts(document).fields).flatMap((fields) => {
    const labels = Object.values(fields).map(({ label }) => label);
    return labels.filter((label, index) => labels.indexOf(label) !== index);
  });
  expect([...new Set(doubled)]).toEqual(['Route table IDs', 'Policy']);
  const without = structuredClone(document);
  delete without.components.schemas['PortMapping']?.properties?.['client_port']?.['x-label'];
  expect(() => schemaTexts(without)).toThrow(/PortMapping\/properties\/client_port.*x-label/s);
});

test('what the document says of a field stands behind its question mark, for pointer and keyboard', async ({
  page,
  visit,
}) => {
  await visit('endpoint-services/create');
  const main = page.getByRole('main');
  const about = main.getByRole('button', { name: 'About VPC ID' });
  const sentence = main.getByText('ID of the VPC that holds the backend');
  // It is no part of the field's name.
  await expect(main.getByRole('textbox', { name: 'VPC ID vpc_id', exact: true })).toBeVisible();
  await expect(main.getByRole('textbox', { name: 'Service name service_name optional', exact: true })).toBeVisible();
  await expect(sentence).toBeHidden();

  await main.getByRole('textbox', { name: 'VPC ID vpc_id' }).focus();
  await page.keyboard.press('Shift+Tab');
  await expect(about).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(sentence).toBeVisible();
  await expect(about).toHaveAttribute('aria-expanded', 'true');
  await expect(about).toHaveAccessibleDescription(/^ID of the VPC/);
  await page.keyboard.press('Escape');
  await expect(sentence).toBeHidden();
  await expect(about).toBeFocused();
  await page.keyboard.press('Space');
  await expect(sentence).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(sentence).toBeHidden();

  await about.hover();
  await expect(sentence).toBeVisible();
  // One can go to what is shown.
  await sentence.hover();
  await expect(sentence).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sentence).toBeHidden();
  await about.click();
  await expect(sentence).toBeVisible();
  await main.getByRole('heading', { level: 1 }).click();
  await expect(sentence).toBeHidden();

  // What is needed to fill a field in stands below it, and what a value means stands at the value.
  await expect(main.getByText('Must be up to 16 letters, digits, _ and -')).toBeVisible();
  await main.getByRole('combobox', { name: / tcp_proxy/ }).click();
  await expect(page.locator('.ant-select-item-option', { hasText: 'In the TCP option' })).toBeVisible();
  // A list tells of the fields of its rows, too.
  await main.getByRole('button', { name: 'About Port mappings' }).click();
  await expect(main.getByText('The port that the endpoint offers')).toBeVisible();
});

test('in a drawer, Escape closes what a question mark shows, and not the drawer', async ({ page, visit }) => {
  await visit(`endpoint-services/${orders}`);
  await page.getByRole('main').getByRole('button', { name: 'Edit' }).click();
  const drawer = page.getByRole('dialog', { name: 'Edit orders' });
  await drawer.getByRole('button', { name: 'About Backend resource ID' }).click();
  const sentence = drawer.getByText('ID of the backend resource, a UUID');
  await expect(sentence).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sentence).toBeHidden();
  await expect(drawer).toBeVisible();
});

test.describe('far from Greenwich', () => {
  test.use({ timezoneId: 'Asia/Shanghai' });

  test('no label says another time zone than that of the value below it', async ({ page, visit }) => {
    for (const [language, created] of [
      ['en', 'Created created_at'],
      ['zh-CN', '创建时间 created_at'],
    ] as const) {
      await visit(`endpoint-services/${orders}`, { language });
      const labels = page.locator('.field-list dt');
      await expect(labels.filter({ hasText: created })).toBeVisible();
      expect((await labels.allInnerTexts()).filter((label) => label.includes('UTC'))).toEqual([]);
    }
  });
});

test('messages have room, and long texts leave that of others alone', async ({ page, visit, elsewhere }) => {
  await visit('endpoint-services/create');
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Create' }).click();
  const message = main.getByText('vpc_id must be given');
  await expect(message).toBeVisible();
  const next = main.getByText('Backend resource ID');
  await expect
    .poll(async () => ((await next.boundingBox())?.y ?? 0) - bottomOf(await message.boundingBox()))
    .toBeGreaterThanOrEqual(14);

  await elsewhere('PUT', `vpc-endpoint-services/${orders}`, { description: 'Orders of all shops. '.repeat(30).trim() });
  await visit(`endpoint-services/${orders}`);
  const list = main.locator('.field-list');
  const boxes = await list.locator('> div').evaluateAll((fields) =>
    fields.map((field) => {
      const [label, value] = [...field.children].map((part) => part.getBoundingClientRect());
      return {
        name: field.querySelector('code')?.textContent,
        width: Math.round(field.getBoundingClientRect().width),
        between: (value?.top ?? 0) - (label?.bottom ?? 0),
      };
    }),
  );
  const whole = Math.round((await list.boundingBox())?.width ?? 0);
  expect(boxes.filter(({ width }) => width === whole).map(({ name }) => name)).toEqual(['description']);
  expect(new Set(boxes.map(({ width }) => width)).size).toBe(2);
  expect(boxes.filter(({ between }) => between < 0 || between > 6)).toEqual([]);
});

const bottomOf = (box: { y: number; height: number } | null) => (box === null ? 0 : box.y + box.height);

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('the word for optional stays in one piece, and what a question mark shows stays in the window', async ({
    page,
    visit,
  }) => {
    for (const place of ['endpoints/create', 'endpoint-services/create']) {
      await visit(place, { language: 'zh-CN' });
      const words = page.locator('.optional');
      await expect(words.first()).toBeVisible();
      const lines = await words.evaluateAll((all) => all.map((word) => word.getClientRects().length));
      expect(lines.filter((count) => count !== 1)).toEqual([]);
    }
    const about = page.locator('.about-button');
    for (const nth of [0, 3, 5]) {
      await about.nth(nth).click();
      const text = page.locator('.about-text');
      await expect(text).toHaveCount(1);
      await expect
        .poll(() =>
          text.evaluate((shown) => {
            const { left, right } = shown.getBoundingClientRect();
            return left >= 0 && right <= innerWidth;
          }),
        )
        .toBe(true);
      await page.keyboard.press('Escape');
      await expect(text).toBeHidden();
    }
  });
});
