import { type ReactNode, useEffect } from 'react';
import { useTexts } from '../language/language-context.js';

interface Props {
  title: string;
  intro?: ReactNode;
  /** What stands beside the title, such as a status. */
  beside?: ReactNode;
  actions?: ReactNode;
  /** The way back to the list that the page belongs to. */
  back?: ReactNode;
}

/** Has the window say which page is in it. */
export function usePageTitle(title: string): void {
  const { siteName } = useTexts();
  useEffect(() => {
    document.title = `${title} – ${siteName}`;
  }, [title, siteName]);
}

/** The heading of a page, which also is the title of the window. */
export function PageHeading({ title, intro, beside, actions, back }: Props) {
  usePageTitle(title);
  return (
    <div className="page-heading">
      {back !== undefined && <div className="page-back">{back}</div>}
      <div className="page-title">
        <h1>{title}</h1>
        {beside}
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </div>
      {intro !== undefined && <p className="quiet">{intro}</p>}
    </div>
  );
}
