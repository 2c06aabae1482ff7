import type { OperationModel } from 'redoc';
import { Markdown } from 'redoc/src/components/Markdown/Markdown';
import { useOperationPlace } from '../operations/operation-place.js';
import { useReferenceContext } from '../operations/reference-context.js';
import { partTextsOf } from './part-texts.js';

/** How a caller of an operation says who they are: one of several ways, each of which may ask for several things. */
export function Security({ security }: { security: OperationModel['security'] }) {
  const { language, spec } = useReferenceContext();
  const { unfolded } = useOperationPlace();
  const texts = partTextsOf[language];
  const ways = security.map(
    ({ schemes }) => schemes.map(({ displayName }) => displayName).join(texts.and) || texts.none,
  );
  const named = new Set(security.flatMap(({ schemes }) => schemes.map(({ id }) => id)));
  const schemes = spec.securitySchemes.schemes.filter(({ id }) => named.has(id));
  if (ways.length === 0) return null;
  if (schemes.length === 0) {
    return (
      <p className="security">
        <b>{texts.authentication}</b> {ways.join(texts.or)}
      </p>
    );
  }
  return (
    <details className="security" open={unfolded}>
      <summary>
        <b>{texts.authentication}</b> {ways.join(texts.or)}
      </summary>
      {schemes.map(({ id, displayName, description, apiKey }) => {
        if (apiKey?.in !== 'header') throw new Error(`the security scheme ${id} is none that the pages can show`);
        return (
          <section key={id}>
            <p>
              <b>{displayName}</b>
            </p>
            <Markdown source={description} />
            <p>
              {texts.requestHeader} <code>{apiKey.name}</code>
            </p>
          </section>
        );
      })}
    </details>
  );
}
