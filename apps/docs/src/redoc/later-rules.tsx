import { Markdown } from 'redoc/src/components/Markdown/Markdown';
import type { LaterRule } from '../later/later-rule.js';
import { useReferenceContext } from '../operations/reference-context.js';
import { textsOf } from '../site/texts.js';
import { RegularExpression } from './regular-expression.js';

interface Known {
  'x-later'?: LaterRule[];
}

/** What later states of the API ask of a field, below what the first one says of it, and of the items of a list. */
export function LaterRules({ extensions, items: itemExtensions = {} }: { extensions: Known; items?: Known }) {
  const { language } = useReferenceContext();
  const { 'x-later': rules = [] } = extensions;
  const { 'x-later': items = [] } = itemExtensions;
  const { eachItem } = textsOf[language];
  return (
    <>
      {rules.map((rule) => (
        <Rule key={rule.asOf} rule={rule} />
      ))}
      {items.map(({ asOf, sentences, description, ...rule }) => (
        <Rule
          key={asOf}
          rule={{
            ...rule,
            asOf,
            sentences: sentences.map(eachItem),
            ...(description !== undefined && { description: eachItem(description) }),
          }}
        />
      ))}
    </>
  );
}

function Rule({ rule: { asOf, sentences, pattern, description } }: { rule: LaterRule }) {
  const { language } = useReferenceContext();
  const texts = textsOf[language];
  return (
    <div className="later">
      <b>{texts.asOf(asOf)}</b>
      <span className="pattern">
        {sentences.join(texts.betweenSentences)}
        {pattern !== undefined && <RegularExpression pattern={pattern} />}
      </span>
      {description !== undefined && <Markdown compact={true} source={description} />}
    </div>
  );
}
