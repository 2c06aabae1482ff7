import { useTexts } from '../language/language-context.js';
import './loading.css';

/** Stands in the place of what is on its way. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const { loading } = useTexts();
  return (
    <div className="loading" role="status" aria-label={loading}>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} />
      ))}
    </div>
  );
}
