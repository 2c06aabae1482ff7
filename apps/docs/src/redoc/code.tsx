import { useReferenceContext } from '../operations/reference-context.js';
import { CopyButton } from '../site/copy-button.js';
import { highlight } from './highlight.js';

/** Code that can be copied. */
export function Code({ source, language: grammar }: { source: string; language: string }) {
  const { language } = useReferenceContext();
  return (
    <div className="code">
      <CopyButton language={language} />
      <pre tabIndex={0}>
        <code dangerouslySetInnerHTML={{ __html: highlight(source, grammar) }} />
      </pre>
    </div>
  );
}
