import { expect, test } from './console.js';
import { orders } from './small-team.js';

test.use({ timezoneId: 'Asia/Shanghai' });

for (const [language, local, utc] of [
  ['en', /\d{2}:\d{2} [AP]M GMT\+8$/, /\d{2}:\d{2} [AP]M UTC$/],
  ['zh-CN', /日 \d{2}:\d{2} GMT\+8$/, /日 \d{2}:\d{2} UTC$/],
] as const) {
  test(`times name their zone, and say the other one when pointed at: ${language}`, async ({ page, visit }) => {
    await visit(`endpoint-services/${orders}`, { language });
    const main = page.getByRole('main');
    const time = main.locator('time').first();
    await expect(time).toHaveText(local);
    await expect(time).toHaveAttribute('title', utc);
    // What stands over a local time does not say that it is in another zone.
    await expect(main.locator('dt', { hasText: 'created_at' })).not.toContainText('UTC');

    await page.locator('.console-tools button').nth(2).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /UTC/ }).check();
    await dialog.locator('button.ant-btn-primary').click();
    await expect(time).toHaveText(utc);
    await expect(time).toHaveAttribute('title', local);
    await page.reload();
    await expect(time).toHaveText(utc);
  });
}
