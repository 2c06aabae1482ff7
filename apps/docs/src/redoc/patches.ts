import type { Patch } from './patch.js';

/** What keeps Redoc's modules from being bundled as ES modules, or makes the bundle larger for nothing. */
const modules: Patch[] = [
  { module: 'components/SideMenu/styled.elements', find: 'import * as classnames', replace: 'import classnames' },
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
  // The browser has gone to the address before any script runs, and the reader may have scrolled since.
  {
    module: 'services/AppStore',
    find: 'MenuStore.updateOnHistory(history.currentId, this.scroll);',
    replace: '',
  },
  {
    module: 'services/ScrollService',
    find: 'element.scrollIntoView();',
    replace: 'settle(() => element.scrollIntoView());',
  },
  {
    module: 'services/ScrollService',
    find: "import { bind } from 'decko';",
    replace: "import { bind } from 'decko'; import { settle } from 'settle';",
  },
  {
    module: 'services/MenuStore',
    find: "import { querySelector } from '../utils/dom';",
    replace: "import { querySelector } from '../utils/dom'; import { isReferenceInSight } from 'reference-in-sight';",
  },
  {
    module: 'services/MenuStore',
    find: 'this.activate(this.flatItems[itemIdx], true, true);',
    replace: 'this.activate(this.flatItems[itemIdx], isReferenceInSight(), true);',
  },
  // Sections take their true height while the window moves: what is in sight may come later, though the window went up.
  {
    module: 'services/ScrollService',
    find: 'this._emiter.emit(EVENT, isScrolledDown);',
    replace: 'this._emiter.emit(EVENT, false);\n    this._emiter.emit(EVENT, true);',
  },
  // scroll-margin-top makes room for the header.
  {
    module: 'services/ScrollService',
    find: '(this._scrollParent.scrollBy as any)(0, -this.options.scrollYOffset() + 1);',
    replace: '',
  },
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
  // All bodies are JSON, and the samples show that they are.
  {
    module: 'components/MediaTypeSwitch/MediaTypesSwitch',
    find: 'this.props.withLabel ? (',
    replace: 'this.props.withLabel && options.length === 1 ? null : this.props.withLabel ? (',
  },
  // What can be scrolled can be reached by keyboard.
  {
    module: 'components/SourceCode/SourceCode',
    find: '<StyledPre dangerouslySetInnerHTML',
    replace: '<StyledPre tabIndex={0} dangerouslySetInnerHTML',
  },
  // The margins are smaller on phones.
  {
    module: 'common-elements/panels',
    find: '${props => props.theme.spacing.sectionHorizontal}px',
    replace: 'var(--margin)',
  },
  {
    module: 'common-elements/panels',
    find: '${\n      theme.spacing.sectionHorizontal\n    }px',
    replace: 'var(--margin)',
  },
  {
    module: 'common-elements/panels',
    find: '${props.theme.spacing.sectionHorizontal}px',
    replace: 'var(--margin)',
  },
  // What is ours beside an operation: the errors that it gives, and a button that tries it.
  {
    module: 'components/Operation/Operation',
    find: "import * as React from 'react';",
    replace: "import * as React from 'react'; import { OperationErrors, TryItButton } from 'operation-additions';",
  },
  {
    module: 'components/Operation/Operation',
    find: '<ResponsesList responses={operation.responses} />',
    replace: '<ResponsesList responses={operation.responses} /><OperationErrors operationId={operation.operationId} />',
  },
  {
    module: 'components/Operation/Operation',
    find: '<Endpoint operation={operation} />}',
    replace: '<Endpoint operation={operation} />}<TryItButton operationId={operation.operationId} />',
  },
  // What the document says of the items of a list.
  {
    module: 'components/Fields/FieldDetails',
    find: 'extensions={{ ...extensions, ...schema.extensions }}',
    replace:
      'extensions={{ ...extensions, ...schema.extensions }} items={isArrayType ? schema.items?.extensions : undefined}',
  },
  // What is ours below a tag: the list of its operations.
  {
    module: 'components/ContentItems/ContentItems',
    find: "import * as React from 'react';",
    replace: "import * as React from 'react'; import { TagOperations } from 'tag-operations';",
  },
  {
    module: 'components/ContentItems/ContentItems',
    find: "      case 'tag':\n",
    replace:
      "      case 'tag':\n        content = <><SectionItem {...this.props} /><Row><MiddlePanel $compact={true}><TagOperations operations={item.items} /></MiddlePanel></Row></>;\n        break;\n",
  },
  // What a gateway, a proxy or the failing service answers looks the same for every call: tabs for it would take more room
  // than the samples of the operation itself. The list of responses still has it.
  {
    module: 'components/ResponseSamples/ResponseSamples',
    find: 'response.content.hasSample;',
    replace: "response.content.hasSample && !('x-from' in response.extensions);",
  },
  // The whole address can be read.
  { module: 'components/Endpoint/styled.elements', find: 'white-space: nowrap;', replace: 'overflow-wrap: anywhere;' },
  {
    module: 'components/Endpoint/styled.elements',
    find: 'overflow-x: hidden;\n  text-overflow: ellipsis;',
    replace: 'min-width: 0;',
  },
  {
    module: 'common-elements/samples',
    find: 'font-size: ${({ theme }) => theme.typography.fontSize};',
    replace: 'font-size: 0.85em;',
  },
  {
    module: 'components/Endpoint/styled.elements',
    find: "'4px 4px 0 0'",
    replace: "'8px'",
  },
  // Headings are read as they are written, and look like what they are.
  {
    module: 'common-elements/headers',
    find: 'font-weight: normal;\n  text-transform: uppercase;\n  font-size: 0.929em;',
    replace: 'font-weight: 600;\n  font-size: 1em;\n  &::first-letter { text-transform: uppercase; }',
  },
  // Lines between the entries, which cut off the beginning of those that are broken.
  { module: 'components/ApiInfo/styled.elements', find: "content: '|'", replace: 'content: none' },
  {
    module: 'components/ApiInfo/styled.elements',
    find: 'margin-left: -${delimiterWidth}px',
    replace: 'gap: 0 1em',
  },
  // An address says less than whose it is.
  { module: 'components/ApiInfo/ApiInfo', find: 'URL: <a', replace: '<a' },
  {
    module: 'components/ApiInfo/ApiInfo',
    find: '{info.contact.url}</a>',
    replace: '{info.contact.name ?? info.contact.url}</a>',
  },
  // What is YAML would be kept as openapi.json.
  { module: 'components/ApiInfo/ApiInfo', find: 'download={downloadFileName || true}', replace: 'download' },
  // A style attribute is against the pages' Content-Security-Policy.
  { module: 'components/Endpoint/Endpoint', find: "style={{ marginRight: '-25px' }}", replace: '' },
  { module: 'components/SeeMore/SeeMore', find: "style={{ height: showMore ? 'auto' : height }}", replace: '' },
];

/** What a keyboard or a screen reader would not get at, or would get wrong. */
const accessibility: Patch[] = [
  { module: 'components/SideMenu/MenuItems', find: ' role="menu"', replace: '' },
  { module: 'components/SideMenu/styled.elements', find: 'styled.label.attrs', replace: 'styled.a.attrs' },
  {
    module: 'components/SecurityRequirement/SecurityRequirement',
    find: '<AuthHeaderColumn onClick',
    replace: '<AuthHeaderColumn type="button" aria-expanded={expanded} onClick',
  },
  {
    module: 'components/SecurityRequirement/styled.elements',
    find: 'AuthHeaderColumn = styled.div`',
    replace:
      'AuthHeaderColumn = styled.button`border: 0; padding: 0; background: none; font: inherit; text-align: left; white-space: nowrap;',
  },
  {
    module: 'components/SecurityRequirement/styled.elements',
    find: 'AuthHeader = styled(UnderlinedHeader)`',
    replace: "AuthHeader = styled(UnderlinedHeader).attrs({ as: 'span' })`border: 0;",
  },
  { module: 'components/Fields/Field', find: 'aria-label={`expand ${name}`}', replace: 'aria-expanded={!!expanded}' },
  { module: 'components/Responses/ResponseTitle', find: 'aria-expanded={opened}', replace: 'aria-expanded={!!opened}' },
  {
    module: 'components/Fields/Field',
    find: 'onKeyPress={this.handleKeyPress}',
    replace: 'type="button"',
  },
  {
    module: 'components/Endpoint/Endpoint',
    find: '<EndpointInfo onClick',
    replace: '<EndpointInfo type="button" aria-expanded={expanded} onClick',
  },
  {
    module: 'components/Schema/OneOfSchema',
    find: '<StyledOneOfButton\n',
    replace: '<StyledOneOfButton\n        type="button"\n        aria-pressed={idx === schema.activeOneOf}\n',
  },
  // That something has been copied is read out.
  {
    module: 'common-elements/Tooltip',
    find: '{open && (\n          <Tip>\n            <Content>{title}</Content>\n            <Arrow />\n            <Gap />\n          </Tip>\n        )}',
    replace: '<span role="status">{open && <Tip><Content>{title}</Content><Arrow /><Gap /></Tip>}</span>',
  },
  // The value that a list shows is told twice otherwise, and labels nothing.
  {
    module: 'common-elements/Dropdown/Dropdown',
    find: '<label>{value}</label>',
    replace: '<label aria-hidden="true">{value}</label>',
  },
  { module: 'common-elements/linkify', find: 'outline: 0;', replace: '' },
  // The sign of a link to a heading is one of the text's own colours, and needs no image.
  { module: 'common-elements/linkify', find: "content: '';", replace: "content: '#';" },
  {
    module: 'common-elements/linkify',
    find: /background-size: contain;\s+background-image: url\('[^']+'\);\s+opacity: 0.5;/g,
    replace: 'font-size: 0.75em;\n    font-weight: 400;\n    color: var(--muted);',
  },
  {
    module: 'common-elements/linkify',
    find: '${className}:hover::before',
    replace: '${className}:is(:hover, :focus-visible)::before',
  },
  {
    module: 'common-elements/headers',
    find: 'UnderlinedHeader = styled.h5`',
    replace: 'UnderlinedHeader = styled.h3`',
  },
  { module: 'components/SecurityRequirement/SecurityRequirement', find: '<h5>', replace: '<h3>' },
  { module: 'components/SecurityRequirement/SecurityRequirement', find: '</h5>', replace: '</h3>' },
  { module: 'components/SecurityRequirement/styled.elements', find: 'h5 {', replace: 'h3 {' },
  // What can be reached must be seen to be reached.
  { module: 'components/Endpoint/styled.elements', find: 'outline: 0;', replace: '' },
  { module: 'common-elements/samples', find: 'outline: 0;', replace: '' },
  { module: 'common-elements/fields', find: 'outline: 0;', replace: '' },
  { module: 'common-elements/schema', find: 'outline: none;', replace: '' },
  { module: 'common-elements/tabs', find: 'outline: none;', replace: '' },
];

const patch = (module: string, find: string, replace: string): Patch => ({ module, find, replace });

/** What the tables of words and colours cannot change. */
const wordsAndColours: Patch[] = [
  patch('common-elements/PrismDiv', '    /* color: white;\n    background: none; */\n', ''),
  patch('common-elements/PrismDiv', 'text-shadow: 0 -0.1em 0.2em black;', ''),
  patch('common-elements/PrismDiv', 'opacity: 0.7', 'opacity: 1'),
  // Without a colour, the arrow would be black.
  patch('common-elements/shelfs', '|| color};', "|| color || 'currentColor'};"),
  patch('components/Endpoint/styled.elements', "'1px solid #ccc' : '0'", "'0' : '1px solid var(--line)'"),
  patch('components/Endpoint/styled.elements', "'0' : '1px solid transparent'", "'0' : '1px solid var(--line)'"),
  patch(
    'components/Endpoint/styled.elements',
    'box-shadow: inset 0 2px 2px rgba(0, 0, 0, 0.45), 0 2px 0 rgba(128, 128, 128, 0.25);',
    '',
  ),
  // Words that are made from the document's: whole, so that the tables can have them.
  patch('components/Fields/Extensions', '{key.substring(2)}', "{{ 'x-since': 'since' }[key]}"),
  patch(
    'components/Parameters/ParametersGroup',
    '{place} Parameters',
    "{{ path: 'path Parameters', query: 'query Parameters', cookie: 'cookie Parameters', header: 'header Parameters' }[place]}",
  ),
  patch(
    'components/SecurityRequirement/SecurityDetails',
    "titleize(scheme.apiKey.in || '')",
    "{ header: 'Header', query: 'Query', cookie: 'Cookie' }[scheme.apiKey.in!]",
  ),
];

export const patches: Patch[] = [...modules, ...behaviour, ...accessibility, ...wordsAndColours];
