import type { TextTable } from './text-table.js';

/**
 * The colours that are in Redoc's styles and not in its theme, and the variables that stand for them. What each is in
 * either theme, `reference.css` says. Where a colour stands for different things, its property is said too.
 */
export const colours: TextTable = {
  'common-elements/Dropdown/styled': {
    'rgba(38, 50, 56, 0.5)': 'var(--line)',
    white: 'var(--page)',
    '#263238': 'var(--text)',
    black: 'var(--text)',
  },
  'common-elements/Dropdown/Dropdown': { white: 'var(--text)' },
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
  },
  'common-elements/Tooltip': {
    '#fff': 'var(--text)',
    '#000': 'var(--page)',
    'rgba(204, 204, 204, 1)': 'var(--shadow)',
  },
  'common-elements/fields-layout': { '#9fb4be': 'var(--line)', '#ffffff': 'var(--page)' },
  'common-elements/fields': { '#0e7c86': 'var(--pattern)' },
  'common-elements/headers': { 'rgba(38, 50, 56, 0.3)': 'var(--line)', 'rgba(38, 50, 56, 0.7)': 'var(--text)' },
  'common-elements/mixins': { '#707070': 'var(--muted)' },
  'common-elements/panels': { 'rgba(0, 0, 0, 0.2)': 'var(--line)' },
  'common-elements/samples': { 'rgba(255, 255, 255, 0.1)': 'var(--hover)' },
  'common-elements/schema': { 'background-color: white': 'var(--page)', 'color: white': 'var(--on-colour)' },
  'common-elements/tabs': { 'rgba(0, 0, 0, 0.5)': 'var(--line)' },
  'components/Endpoint/Endpoint': { black: 'var(--text)', white: 'var(--text)' },
  'components/Endpoint/styled.elements': {
    'color: #ffffff': 'var(--on-colour)',
    '#ffffff': 'var(--text)',
    '#999999': 'var(--muted)',
    'rgba(0, 0, 0, 0.33)': 'var(--shadow)',
    '#ccc': 'var(--line)',
  },
  'components/JsonViewer/style': {
    gray: 'var(--muted)',
    'rgba(235, 238, 249, 1)': 'var(--hover)',
    '#fff': 'var(--text)',
  },
  'components/Markdown/styled.elements': {
    'rgba(38, 50, 56, 0.1)': 'var(--line)',
    white: 'var(--text)',
    '#777': 'var(--muted)',
    '#ddd': 'var(--line)',
    '#fff': 'var(--page)',
    '#ccc': 'var(--line)',
  },
  'components/PayloadSamples/styled.elements': { '#ee807f': 'var(--error)' },
  'components/SecurityRequirement/styled.elements': { '#e4e7eb': 'var(--surface)' },
  'components/SeeMore/SeeMore': { 'rgb(255 255 255)': 'var(--page)' },
  'components/SideMenu/styled.elements': { '#333': 'var(--muted)', white: 'var(--on-colour)' },
};
