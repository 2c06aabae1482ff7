import { useReferenceContext } from '../operations/reference-context.js';
import { tryItTextsOf } from './try-it-texts.js';

/** Opens the dialog in which an operation is tried: `browser/try-it-buttons.ts` listens to all of them at once. */
export function TryItButton({ id, operationId }: { id: string; operationId: string }) {
  const { language } = useReferenceContext();
  return (
    <button id={id} type="button" className="try-it-button" aria-haspopup="dialog" data-try-it={operationId}>
      {tryItTextsOf[language].open}
    </button>
  );
}
