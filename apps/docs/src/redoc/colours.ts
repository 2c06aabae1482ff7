import type { TextTable } from './text-table.js';

/**
 * The colours that are in Redoc's styles and not in its theme, and the variables that stand for them. What each is in
 * either theme, `reference.css` says. Where a colour stands for different things, its property is said too.
 */
export const colours: TextTable = {
  'common-elements/PrismDiv': {
    'hsl(30, 20%, 50%)': 'var(--code-comment)',
    '#4a8bb3': 'var(--code-number)',
    '#e64441': 'var(--code-keyword)',
    '#a0fbaa': 'var(--code-string)',
    '#4ed2ba': 'var(--code-string)',
    white: 'var(--code-property)',
    'hsl(40, 90%, 60%)': 'var(--code-variable)',
    'hsl(350, 40%, 70%)': 'var(--code-keyword)',
    '#e90': 'var(--code-variable)',
    red: 'var(--code-keyword)',
    // The shadow of letters.
    black: 'transparent',
  },
  'common-elements/fields-layout': { '#9fb4be': 'var(--line)', '#ffffff': 'var(--page)' },
  'common-elements/fields': { '#0e7c86': 'var(--pattern)' },
  'common-elements/mixins': { '#707070': 'var(--muted)' },
  'components/Markdown/styled.elements': {
    'rgba(38, 50, 56, 0.1)': 'var(--line)',
    white: 'var(--text)',
    '#777': 'var(--muted)',
    '#ddd': 'var(--line)',
    '#fff': 'var(--page)',
    '#ccc': 'var(--line)',
  },
};
