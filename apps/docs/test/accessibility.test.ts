import { afterAll, describe, expect, test } from 'vitest';
import { folderOf, languages } from '../src/site/languages.js';
import { textsOf } from '../src/site/texts.js';
import { violations } from './accessibility.js';
import { htmlOf } from './dist.js';
import { openSite } from './site.js';
import { themesOf } from './themes.js';

/** Beside those that `pages.test.ts` looks at, which in the full tier are all. */
const kinds = ['workflows/', 'workflows/connect-endpoint/', 'decisions/', 'decisions/11/'];

/** What depends on the theme, and on the colours of a sample. */
const ofColours = ['color-contrast', 'link-in-text-block'];

const site = await openSite();
afterAll(() => site.close());
const { page, complaints } = await site.open({ locale: 'de' });

describe.each(languages)('in %s', (language) => {
  const folder = folderOf(language);

  test.each(themesOf[language].flatMap((theme) => kinds.map((kind) => ({ theme, kind }))))(
    'axe finds nothing on /$kind in the $theme theme',
    async ({ theme, kind }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(site.address + folder + kind);
      expect(await violations(page)).toEqual([]);
    },
  );

  test.each(themesOf[language])(
    'axe finds nothing where the %s theme is chosen against that of the system',
    async (theme) => {
      await page.emulateMedia({ colorScheme: theme === 'light' ? 'dark' : 'light' });
      await page.goto(`${site.address}${folder}operations/createEndpointService/`);
      const choice = page.getByRole('combobox', { name: textsOf[language].theme });
      await choice.selectOption(theme);
      expect(await violations(page, 'html', ofColours)).toEqual([]);
      await choice.selectOption('');
    },
  );

  test.each(themesOf[language])('axe finds nothing in any sample in the %s theme', async (theme) => {
    await page.emulateMedia({ colorScheme: theme });
    // A small page: axe looks at all of it, whatever it is asked for.
    await page.goto(`${site.address}${folder}operations/deleteEndpoint/`);
    const tabs = await page.locator('.tabs[data-remember=sample] > label').all();
    expect(tabs.length).toBeGreaterThan(5);
    for (const tab of tabs) {
      await tab.click();
      expect(await violations(page, '.tabs[data-remember=sample]', ofColours), await tab.innerText()).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });
});

/** What else depends on the size of the window, and on what is hovered over. */
const onTouch = [...ofColours, 'target-size', 'scrollable-region-focusable'];

/** A finger hovers nowhere and is thicker than a mouse's arrow: more is shown, and must be farther apart. */
test.each(languages.flatMap((language) => themesOf[language].map((theme) => ({ language, theme }))))(
  'axe finds nothing on a phone in the $theme theme, in $language',
  async ({ language, theme }) => {
    const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
    const { page: onPhone, close } = await site.open({ ...phone, colorScheme: theme });
    for (const kind of ['operations/createEndpointService/', 'errors/']) {
      await onPhone.goto(site.address + folderOf(language) + kind);
      expect(await violations(onPhone, 'html', onTouch), kind).toEqual([]);
    }
    await close();
  },
);

test.each(languages)('all on one page has each ID once, and leaves out no level of heading, in %s', (language) => {
  const html = htmlOf(`${folderOf(language)}all/`);
  const ids = [...html.querySelectorAll('[id]')].map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.length).toBeGreaterThan(1000);
  const levels = [...html.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName.slice(1)));
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
});
