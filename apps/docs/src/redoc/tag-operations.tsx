import type { OperationModel } from 'redoc';
import { OperationBadge } from 'redoc/src/components/SideMenu/styled.elements';
import { shortenHTTPVerb } from 'redoc/src/utils/openapi';

/** What can be called below a tag, with its paths: on narrow screens, and without scripts, the menu shows neither. */
export function TagOperations({ operations }: { operations: OperationModel[] }) {
  return (
    <ul className="tag-operations">
      {operations.map(({ id, name, httpVerb, path, deprecated }) => (
        <li key={id}>
          <a href={`#${encodeURI(id)}`}>
            <OperationBadge type={httpVerb}>{shortenHTTPVerb(httpVerb)}</OperationBadge>
            <span>{deprecated ? <s>{name}</s> : name}</span>
            <code>{path}</code>
          </a>
        </li>
      ))}
    </ul>
  );
}
