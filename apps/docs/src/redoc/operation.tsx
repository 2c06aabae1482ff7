import type { OperationModel } from 'redoc';
import { ExternalDocumentation } from 'redoc/src/components/ExternalDocumentation/ExternalDocumentation';
import { Markdown } from 'redoc/src/components/Markdown/Markdown';
import { OperationErrors } from '../errors/operation-errors.js';
import { useOperationPlace } from '../operations/operation-place.js';
import { useReferenceContext } from '../operations/reference-context.js';
import { TryItButton } from '../try-it/try-it-button.js';
import { Endpoint } from './endpoint.js';
import { Extensions } from './extensions.js';
import { PartHeading } from './part-heading.js';
import { partTextsOf } from './part-texts.js';
import { Request } from './request.js';
import { Responses } from './responses.js';
import { RequestSamples, ResponseSamples } from './samples.js';
import { Security } from './security.js';

/**
 * An operation: what it is about, how it is called, and its fields. On narrow screens the samples come before the fields,
 * on wide ones they stay beside them.
 */
export function Operation({ operation }: { operation: OperationModel }) {
  const { language } = useReferenceContext();
  const { base, level } = useOperationPlace();
  const texts = partTextsOf[language];
  const { name, operationId = '', description, deprecated, externalDocs, extensions, security, responses } = operation;
  const Title = level === 1 ? 'h1' : 'h3';
  const id = base.replace(/\/$/, '');
  return (
    <article className="operation" {...(id !== '' && { id })}>
      <div className="operation-head">
        <Title>{id === '' ? name : <a href={`#${id}`}>{name}</a>}</Title>
        {deprecated && <p className="deprecated-badge">{texts.deprecated}</p>}
        {description !== undefined && <Markdown source={description} />}
        {externalDocs && <ExternalDocumentation externalDocs={externalDocs} />}
        <Extensions extensions={extensions} />
        <Security security={security} />
      </div>
      <div className="operation-samples">
        <Endpoint operation={operation} />
        <TryItButton id={`${base}try`} operationId={operationId} />
        <RequestSamples operation={operation} />
        <ResponseSamples operation={operation} />
      </div>
      <div className="operation-fields">
        <Request operation={operation} />
        <Responses responses={responses} />
        <section>
          <PartHeading anchor="errors">{texts.errors}</PartHeading>
          <OperationErrors operationId={operationId} />
        </section>
      </div>
    </article>
  );
}
