import type { ReactNode } from 'react';
import type { Document } from '@vpcep/openapi/reader';
import { folderOf } from '../site/languages.js';
import { renderSitePage, type SitePage } from '../site/site-page.js';
import { TryItDialog } from '../try-it/try-it-dialog.js';
import { ReferenceMenu } from './menu.js';

/** A page of the reference. */
export interface ReferencePage extends Pick<
  SitePage,
  'language' | 'path' | 'title' | 'description' | 'documentHash' | 'startScript'
> {
  document: Document;
  /** What has been rendered with Redoc's components. */
  html: string;
  /** Whether operations on it can be tried. */
  tryIt: boolean;
  /** What follows. */
  below?: ReactNode;
}

/** Where something is, seen from a page at an address below the folder of its language. */
export const addressFrom =
  (path: string) =>
  (address: string): string => {
    const up = '../'.repeat(path.split('/').length - 1);
    return up + address === '' ? './' : up + address;
  };

/** The style sheet of what Redoc's components look like. */
export const redocStyles = 'redoc.css';

/** Renders a page of the reference, with the menu beside it. */
export function renderReferencePage(page: ReferencePage): string {
  const { document, html, tryIt, below, ...sitePage } = page;
  const { language, path } = page;
  const addressOf = addressFrom(path);
  const root = addressFrom(folderOf(language) + path);
  return renderSitePage({
    ...sitePage,
    styles: [redocStyles, 'reference.css'],
    // What follows has the catalogue of errors in it.
    scripts: ['page.js', ...(tryIt ? ['try-it-buttons.js'] : []), ...(below === undefined ? [] : ['errors.js'])],
    menu: <ReferenceMenu language={language} document={document} addressOf={addressOf} path={path} />,
    content: (
      <>
        <div className="reference" dangerouslySetInnerHTML={{ __html: html }} />
        {below}
        {tryIt && (
          <TryItDialog
            language={language}
            scripts={[root('assets/try-it.js'), addressOf('assets/try-it-operations.js')]}
            styles={[root('assets/try-it.css')]}
            start={addressOf('')}
            catalogue={addressOf('errors/')}
            install={addressOf('guides/install/')}
          />
        )}
      </>
    ),
  });
}
