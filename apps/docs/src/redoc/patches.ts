import type { Patch } from './patch.js';

/** What keeps Redoc's modules from being bundled as ES modules, or makes the bundle larger for nothing. */
const modules: Patch[] = [
  { module: 'utils/openapi', find: 'import * as URLtemplate', replace: 'import URLtemplate' },
  { module: 'utils/openapi', find: "from 'path'", replace: "from 'path-browserify'" },
  { module: 'utils/JsonPointer', find: 'import * as JsonPointerLib', replace: 'import JsonPointerLib' },
  // Every Node that builds the pages has URL.
  { module: 'utils/helpers', find: "new (require('url').URL)(url)", replace: 'new URL(url)' },
  { module: 'services/models/Webhook', find: "'../..'", replace: "'../../utils'" },
  // A thousand arrows, each a drawing of its own, are a tenth of the page: `reference.css` has their shape. An image would be
  // waited for before anything is painted.
  { module: 'common-elements/shelfs', find: '<svg\n', replace: '<i\n' },
  { module: 'common-elements/shelfs', find: '</svg>', replace: '</i>' },
  {
    module: 'common-elements/shelfs',
    find: 'version="1.1"\n      viewBox="0 0 24 24"\n      x="0"\n      xmlns="http://www.w3.org/2000/svg"\n      y="0"\n',
    replace: '',
  },
  {
    module: 'common-elements/shelfs',
    find: '<polygon points="17.3 8.3 12 13.6 6.7 8.3 5.3 9.7 12 16.4 18.7 9.7 " />',
    replace: '',
  },
  {
    module: 'common-elements/shelfs',
    find: 'polygon {\n    fill: ',
    replace: '&& {\n    display: inline-block;\n    clip-path: var(--arrow);\n    background: ',
  },
];

/** What the pages do in another way. */
const behaviour: Patch[] = [
  // The document is our own: nothing in it needs to be made harmless.
  {
    module: 'components/Markdown/SanitizedMdBlock',
    find: "import * as DOMPurify from 'dompurify';",
    replace: '',
  },
  {
    module: 'components/Markdown/SanitizedMdBlock',
    find: "const dompurify = DOMPurify['default'] as DOMPurify.DOMPurify;",
    replace: '',
  },
  {
    module: 'components/Markdown/SanitizedMdBlock',
    find: 'const sanitize = (sanitize, html) => (sanitize ? dompurify.sanitize(html) : html);',
    replace: '',
  },
  // Every text would be in the page twice: once more as an attribute of its element.
  {
    module: 'components/Markdown/SanitizedMdBlock',
    find: 'compact,\n  ...rest',
    replace: 'compact,\n  html,\n  ...rest',
  },
  { module: 'components/Markdown/SanitizedMdBlock', find: 'sanitize(options.sanitize, rest.html)', replace: 'html' },
  // Headings have the same addresses in every language.
  {
    module: 'services/MarkdownRenderer',
    find: "import { marked } from 'marked';",
    replace: "import { marked } from 'marked'; import { anchorOf } from 'heading-anchors';",
  },
  { module: 'services/MarkdownRenderer', find: 'safeSlugify(name)', replace: 'safeSlugify(anchorOf(name))' },
  // What the document says of the items of a list.
  {
    module: 'components/Fields/FieldDetails',
    find: 'extensions={{ ...extensions, ...schema.extensions }}',
    replace:
      'extensions={{ ...extensions, ...schema.extensions }} items={isArrayType ? schema.items?.extensions : undefined}',
  },
  // Headings are read as they are written, and look like what they are.
  {
    module: 'common-elements/headers',
    find: 'font-weight: normal;\n  text-transform: uppercase;\n  font-size: 0.929em;',
    replace: 'font-weight: 600;\n  font-size: 1em;\n  &::first-letter { text-transform: uppercase; }',
  },
];

/** What a keyboard or a screen reader would not get at, or would get wrong. */
const accessibility: Patch[] = [
  {
    module: 'components/Schema/OneOfSchema',
    find: '<StyledOneOfButton\n',
    replace: '<StyledOneOfButton\n        type="button"\n        aria-pressed={idx === schema.activeOneOf}\n',
  },
  {
    module: 'common-elements/headers',
    find: 'UnderlinedHeader = styled.h5`',
    replace: 'UnderlinedHeader = styled.h3`',
  },
  // What can be reached must be seen to be reached.
  { module: 'common-elements/fields', find: 'outline: 0;', replace: '' },
  { module: 'common-elements/schema', find: 'outline: none;', replace: '' },
];

const patch = (module: string, find: string, replace: string): Patch => ({ module, find, replace });

/** What the tables of words and colours cannot change. */
const wordsAndColours: Patch[] = [
  patch('common-elements/PrismDiv', '    /* color: white;\n    background: none; */\n', ''),
  patch('common-elements/PrismDiv', 'text-shadow: 0 -0.1em 0.2em black;', ''),
  patch('common-elements/PrismDiv', 'opacity: 0.7', 'opacity: 1'),
  // Without a colour, the arrow would be black.
  patch('common-elements/shelfs', '|| color};', "|| color || 'currentColor'};"),
  // Words that are made from the document's: whole, so that the tables can have them.
  patch('components/Fields/Extensions', '{key.substring(2)}', "{{ 'x-since': 'since' }[key]}"),
];

export const patches: Patch[] = [...modules, ...behaviour, ...accessibility, ...wordsAndColours];
