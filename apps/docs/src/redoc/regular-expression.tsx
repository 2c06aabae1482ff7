import { useReferenceContext } from '../operations/reference-context.js';
import { textsOf } from '../site/texts.js';

/** A regular expression, folded: words say what it asks for. */
export function RegularExpression({ pattern }: { pattern: string }) {
  const { language } = useReferenceContext();
  return (
    <details>
      <summary>{textsOf[language].pattern}</summary>
      <code>{pattern}</code>
    </details>
  );
}
