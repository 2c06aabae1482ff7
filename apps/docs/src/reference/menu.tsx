import { type Document, operationAddress, operationsOf, tagAddress } from '@vpcep/openapi/reader';
import type { Language } from '../site/languages.js';
import { referenceTextsOf } from './reference-texts.js';

/**
 * Every page of the reference. Beside the page on wide screens; on narrow ones a button opens it, which needs no script.
 *
 * @param props.path - the address of the page itself, below the folder of its language; nothing where all are on one page.
 */
// React 18 does not know the attributes of popovers, and leaves them as they are.
export function ReferenceMenu(props: {
  language: Language;
  document: Document;
  addressOf: (address: string) => string;
  path?: string;
}) {
  const { language, document, addressOf, path } = props;
  const texts = referenceTextsOf[language];
  const operations = operationsOf(document);
  const link = (address: string, text: string) => (
    <a href={addressOf(address)} aria-current={address === path ? 'page' : undefined}>
      {text}
    </a>
  );
  return (
    <>
      <button type="button" className="menu-button" {...{ popovertarget: 'menu' }}>
        {texts.contents}
      </button>
      <nav className="menu" id="menu" {...{ popover: 'auto' }} aria-label={texts.contents}>
        <ul>
          <li>{link('', texts.start)}</li>
          {path !== undefined && (
            <>
              <li>{link('operations/', texts.allOperations)}</li>
              <li>{link('all/', texts.onePage)}</li>
            </>
          )}
          {(document.tags ?? []).map(({ name, 'x-displayName': displayed = name }) => (
            <li key={name}>
              {link(tagAddress(name), displayed)}
              <ul>
                {operations
                  .filter(({ operation }) => operation.tags?.[0] === name)
                  .map(({ operationId, operation: { summary = operationId, deprecated = false }, method }) => (
                    <li key={operationId}>
                      <a
                        href={addressOf(operationAddress(operationId))}
                        aria-current={operationAddress(operationId) === path ? 'page' : undefined}
                      >
                        <span className={`method ${method}`}>{method === 'delete' ? 'DEL' : method.toUpperCase()}</span>
                        <span>{deprecated ? <s>{summary}</s> : summary}</span>
                      </a>
                    </li>
                  ))}
              </ul>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
