import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { ReferenceData } from '../src/reference/reference.js';
import type { ReferenceRenderer } from '../src/reference/render.js';
import type { Language } from '../src/site/languages.js';
import { rendererModule } from './browser-scripts.js';
import { fixedColours } from './fixed-colours.js';

const folder = new URL('../node_modules/.cache/reference/', import.meta.url);

/** Renders the reference in a language. */
export interface Renderers {
  /** What is rendered from the document as it is seen from pages of one kind. */
  rendererOf: (data: ReferenceData) => ReferenceRenderer;
  /** The style sheet of all that has been rendered. */
  styles: () => string;
}

/** Loads what renders the reference in a language: Redoc's models and components, bundled for Node with our own. */
export async function loadRenderers(language: Language): Promise<Renderers> {
  const file = new URL(`${language}.mjs`, folder);
  await mkdir(folder, { recursive: true });
  await writeFile(file, await rendererModule(language));
  const module = (await import(file.href)) as {
    referenceRenderer: Renderers['rendererOf'];
    renderedStyles: () => string;
  };
  await rm(file);
  return { rendererOf: module.referenceRenderer, styles: () => styleSheetIn(module.renderedStyles()) };
}

function styleSheetIn(styles: string): string {
  const [, css = ''] = /^<style [^>]*>([^]*)<\/style>$/.exec(styles) ?? [];
  if (css === '') throw new Error(`styled-components has written something else than a style element: ${styles}`);
  const fixed = fixedColours(css);
  if (fixed.length > 0) throw new Error(`Redoc's theme has ${fixed.join(', ')} in both themes: set it in the options`);
  return css;
}
