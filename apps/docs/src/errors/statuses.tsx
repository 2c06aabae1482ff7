import { STATUS_CODES } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import {
  type DescribedResponse,
  type Document,
  DocumentError,
  type Example,
  resolve,
  type Response,
} from '@vpcep/openapi/reader';
import { type Field, fieldsOf } from '../operations/operation-fields.js';
import type { Language } from '../site/languages.js';
import { renderSentences } from '../site/markdown.js';
import { textsOf } from '../site/texts.js';
import { statusAnchor, statusesAnchor } from './anchors.js';

/** The responses that every call can end with: what they have in common once, then each of them. */
export function Statuses(props: { language: Language; document: Document; responses: readonly DescribedResponse[] }) {
  const { language, document, responses } = props;
  const texts = textsOf[language];
  return (
    <section>
      <h2 id={statusesAnchor}>{texts.statuses}</h2>
      <p>{texts.statusesIntroduction}</p>
      <dl className="status-fields">
        {commonFields(document, responses).map(({ name, description }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd dangerouslySetInnerHTML={{ __html: renderSentences(description) }} />
          </div>
        ))}
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.errorStatus}</th>
            <th scope="col">{texts.statusMeaning}</th>
            <th scope="col">{texts.statusSample}</th>
          </tr>
        </thead>
        <tbody>
          {responses.map(({ status, response }) => (
            <tr key={status} id={statusAnchor(status)}>
              <th scope="row">
                <a href={`#${statusAnchor(status)}`}>{status}</a>
                <span className="status-name" lang="en">
                  {STATUS_CODES[status]}
                </span>
              </th>
              <td dangerouslySetInnerHTML={{ __html: renderSentences(response.description) }} />
              <td className="status-samples">
                {samplesOf(response).map(([name, example]) => {
                  const { summary, value } = resolve<Example>(document, example);
                  return (
                    <details key={name}>
                      <summary>{summary ?? name}</summary>
                      <pre tabIndex={0}>{JSON.stringify(value, undefined, 2)}</pre>
                    </details>
                  );
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const samplesOf = ({ content = {} }: Response) =>
  Object.values(content).flatMap(({ examples = {} }) => Object.entries(examples));

/**
 * The headers and the fields of the body that the responses have.
 *
 * @throws DocumentError when one has others: there is one list for all of them.
 */
function commonFields(document: Document, responses: readonly DescribedResponse[]): Omit<Field, 'place'>[] {
  const fieldsIn = (response: DescribedResponse) =>
    fieldsOf(document, { parameters: [], requestBody: undefined, responses: [response] }).received.map(
      ({ place: _, ...field }) => field,
    );
  const [first, ...others] = responses;
  const fields = first === undefined ? [] : fieldsIn(first);
  for (const other of others) {
    if (isDeepStrictEqual(fieldsIn(other), fields)) continue;
    throw new DocumentError(other, 'has other fields than the other responses that every call can end with');
  }
  return fields;
}
