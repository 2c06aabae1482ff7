import { mkdir, rm, writeFile } from 'node:fs/promises';
import { withoutIdleClasses } from '../src/reference/idle-classes.js';
import type { ReferenceData } from '../src/reference/reference.js';
import type { renderReference } from '../src/reference/render.js';
import type { InlineStyle } from '../src/site/style-element.js';
import { rendererModule } from './browser-scripts.js';
import { fixedColours } from './fixed-colours.js';
import type { Language } from '../src/site/languages.js';

const folder = new URL('../node_modules/.cache/reference/', import.meta.url);

/** Loads what renders the reference in a language: Redoc as the pages have it in the browser, bundled for Node. */
export async function loadRenderer(language: Language): Promise<(data: ReferenceData) => ReturnType<typeof render>> {
  const file = new URL(`${language}.mjs`, folder);
  await mkdir(folder, { recursive: true });
  await writeFile(file, await rendererModule(language));
  const module = (await import(file.href)) as { renderReference: typeof renderReference };
  await rm(file);
  return (data) => render(module.renderReference, data);
}

function render(renderer: typeof renderReference, data: ReferenceData): { html: string; style: InlineStyle } {
  const { html, styles } = renderer(data);
  const [, attributes = '', css = ''] = /^<style ([^>]*)>([^]*)<\/style>$/.exec(styles) ?? [];
  if (css === '') throw new Error(`styled-components has written something else than a style element: ${styles}`);
  const fixed = fixedColours(css);
  if (fixed.length > 0) throw new Error(`Redoc's theme has ${fixed.join(', ')} in both themes: set it in the options`);
  const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
  return {
    html: withoutIdleClasses(html, css),
    style: { css, attributes: Object.fromEntries(pairs) as Record<string, string> },
  };
}
