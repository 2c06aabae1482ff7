import type { RedocRawOptions } from 'redoc';
import { labelsOf } from '../redoc/labels.js';
import type { Language } from '../site/languages.js';

const sans = 'var(--sans)';
const mono = 'var(--mono)';

/** How Redoc shows the document. Its colours are CSS variables, which `reference.css` sets for both themes. */
export const redocOptions = (language: Language): RedocRawOptions => ({
  hideDownloadButtons: true,
  disableSearch: true,
  schemasExpansionLevel: 2,
  requiredPropsFirst: true,
  // What `redoc/extensions.tsx` shows, and what `redoc/patches.ts` asks for.
  showExtensions: [
    'x-since',
    'x-constraints',
    'x-later',
    'x-lifecycle',
    'x-extensible-enum',
    'x-conditional-default',
    'x-iam-action',
    'x-regions',
  ],
  labels: labelsOf[language],
  theme: {
    spacing: { unit: 5, sectionHorizontal: 36, sectionVertical: 36 },
    colors: {
      primary: { main: 'var(--accent)' },
      success: { main: 'var(--success)' },
      warning: { main: 'var(--warning)', dark: 'var(--warning)' },
      error: { main: 'var(--error)' },
      gray: { 50: 'var(--surface)', 100: 'var(--surface)' },
      text: { primary: 'var(--text)', secondary: 'var(--muted)' },
      border: { dark: 'var(--line)', light: 'var(--page)' },
      responses: {
        success: { color: 'var(--success)', backgroundColor: 'var(--success-surface)', tabTextColor: 'var(--success)' },
        error: { color: 'var(--error)', backgroundColor: 'var(--error-surface)', tabTextColor: 'var(--error)' },
        redirect: { color: 'var(--warning)', backgroundColor: 'var(--surface)', tabTextColor: 'var(--warning)' },
        info: { color: 'var(--accent)', backgroundColor: 'var(--surface)', tabTextColor: 'var(--accent)' },
      },
      http: {
        get: 'var(--get)',
        post: 'var(--post)',
        put: 'var(--put)',
        delete: 'var(--delete)',
        patch: 'var(--put)',
        options: 'var(--muted)',
        basic: 'var(--muted)',
        link: 'var(--muted)',
        head: 'var(--muted)',
      },
    },
    schema: {
      linesColor: 'var(--line)',
      nestedBackground: 'var(--surface)',
      requireLabelColor: 'var(--error)',
    },
    typography: {
      fontFamily: sans,
      fontSize: '15px',
      lineHeight: '1.6',
      headings: { fontFamily: sans, fontWeight: '600', lineHeight: '1.35' },
      code: { fontFamily: mono, fontSize: '13px', color: 'var(--code)', backgroundColor: 'var(--code-surface)' },
      links: { color: 'var(--accent)', visited: 'var(--accent)', hover: 'var(--accent)' },
    },
    sidebar: {
      width: '19rem',
      backgroundColor: 'var(--page)',
      textColor: 'var(--text)',
      activeTextColor: 'var(--accent)',
      groupItems: { activeBackgroundColor: 'var(--hover)' },
      level1Items: { activeBackgroundColor: 'var(--hover)' },
      arrow: { color: 'var(--muted)' },
    },
    rightPanel: {
      backgroundColor: 'var(--page)',
      textColor: 'var(--text)',
      width: '42%',
      servers: {
        overlay: { backgroundColor: 'var(--page)', textColor: 'var(--text)' },
        url: { backgroundColor: 'var(--surface)' },
      },
    },
    codeBlock: { backgroundColor: 'var(--surface)' },
  },
});
