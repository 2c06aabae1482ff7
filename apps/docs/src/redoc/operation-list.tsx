import type { OperationModel } from 'redoc';
import { operationAddress } from '@vpcep/openapi/reader';
import { useReferenceContext } from '../operations/reference-context.js';

/** Operations with their methods and paths, each a link to its page. */
export function OperationList({ operations }: { operations: readonly OperationModel[] }) {
  const { addressOf } = useReferenceContext();
  return (
    <ul className="operation-list">
      {operations.map(({ operationId = '', name, httpVerb, path, deprecated }) => (
        <li key={operationId}>
          <a href={addressOf(operationAddress(operationId))}>
            <span className={`method ${httpVerb}`}>{httpVerb.toUpperCase()}</span>
            <span>{deprecated ? <s>{name}</s> : name}</span>
            <code>{path}</code>
          </a>
        </li>
      ))}
    </ul>
  );
}
