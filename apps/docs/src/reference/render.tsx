import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ServerStyleSheet } from 'styled-components';
import { createReference, type ReferenceData } from './reference.js';

// One for all pages: they share a style sheet, which browsers keep from page to page.
const sheet = new ServerStyleSheet();
const render = (content: ReactNode) => renderToStaticMarkup(sheet.collectStyles(<>{content}</>));

/** Renders the parts of the reference to HTML. */
export interface ReferenceRenderer {
  introduction: (below?: ReactNode) => string;
  tag: (name: string, Heading: 'h1' | 'h2') => string;
  operation: (operationId: string) => string;
  everything: (options: { unfolded: boolean }) => string;
}

/** The build bundles this module with Redoc as the pages have it, and imports that. */
export function referenceRenderer(data: ReferenceData): ReferenceRenderer {
  const { introduction, tag, operation, everything } = createReference(data);
  return {
    introduction: (below) => render(introduction(below)),
    tag: (name, Heading) => render(tag(name, Heading)),
    operation: (operationId) => render(operation(operationId)),
    everything: (options) => render(everything(options)),
  };
}

/** The styles of all that has been rendered. */
export const renderedStyles = (): string => sheet.getStyleTags();
