import { hashKey, noop } from '@tanstack/react-query';
import { useContext, useEffect, useRef } from 'react';
import { EntriesContext } from './entries.js';
import { loadLeavingDialog } from './load-leaving-dialog.js';

interface Options {
  /** What the form holds, in whatever form it can be compared. */
  read: () => unknown;
  /** Whether the form is being sent. @default false */
  isPending?: boolean;
  /** How often the form was sent with success: counted before anything else happens, such as that its page is left. */
  sendings: { readonly current: number };
}

/**
 * Has the reader be asked before a form is left that holds something else than when it was opened, or was last sent. Rows and
 * fields that are blank are nothing.
 */
export function useEntries({ read, isPending = false, sendings }: Options): void {
  const entries = useContext(EntriesContext);
  const latest = useRef({ read, isPending });
  const before = useRef({ sendings: sendings.current, held: '' });
  const held = () => hashKey([filledIn(latest.current.read())]);

  useEffect(() => {
    latest.current = { read, isPending };
    if (sendings.current !== before.current.sendings) before.current = { sendings: sendings.current, held: held() };
    entries.changed();
  });
  useEffect(() => {
    // So that it is there before anything is filled in. What fails here is tried again when it is asked.
    loadLeavingDialog().catch(noop);
    before.current = { sendings: sendings.current, held: held() };
    return entries.add(() => {
      if (sendings.current !== before.current.sendings || held() === before.current.held) return undefined;
      return latest.current.isPending ? 'underWay' : 'filledIn';
    });
    // What a form holds when it is opened is read once.
  }, [entries, sendings]);
}

/** A value without what is blank in it; undefined where all of it is. */
function filledIn(value: unknown): unknown {
  if (value === null || value === '') return undefined;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const items = value.map(filledIn).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  const members = Object.entries(value)
    .map(([name, member]) => [name, filledIn(member)] as const)
    .filter(([, member]) => member !== undefined);
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
