import { Fragment, type ReactNode } from 'react';

/** One of several things of which a reader sees one at a time. */
export interface Tab {
  /** What it is remembered by. */
  key: string;
  label: string;
  className?: string;
  content: ReactNode;
}

/**
 * Tabs that need no script: each is a radio button, and `reference.css` shows what belongs to the one that is chosen.
 *
 * @param props.remember the name under which `browser/page.ts` keeps the choice from page to page.
 */
export function Tabs(props: { id: string; legend: string; tabs: Tab[]; remember?: string }) {
  const { id, legend, tabs, remember } = props;
  return (
    <fieldset className="tabs" data-remember={remember}>
      <legend>{legend}</legend>
      {tabs.map(({ key, label, className }, index) => (
        <Fragment key={key}>
          <input type="radio" name={id} id={`${id}-${key}`} value={key} defaultChecked={index === 0} />
          <label htmlFor={`${id}-${key}`} className={className}>
            {label}
          </label>
        </Fragment>
      ))}
      {tabs.map(({ key, content }) => (
        <div key={key}>{content}</div>
      ))}
    </fieldset>
  );
}
