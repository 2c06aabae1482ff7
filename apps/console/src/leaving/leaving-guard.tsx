import { type ReactNode, Suspense, lazy, useCallback, useState, useSyncExternalStore } from 'react';
import { withComponents } from '../components/with-components.js';
import { createEntries, EntriesContext } from './entries.js';
import { AskToLeaveContext } from './use-leaving-question.js';

// Nobody who fills in nothing needs these.
const Blocker = lazy(async () => ({ default: (await import('./blocker.js')).Blocker }));
const LeavingDialog = lazy(async () => ({
  default: await withComponents(import('./leaving-dialog.js').then((loaded) => loaded.LeavingDialog)),
}));

/** Asks before a page is left, in whichever way, on which something is filled in. */
export function LeavingGuard({ children }: { children: ReactNode }) {
  const [entries] = useState(() => createEntries());
  const areThere = useSyncExternalStore(entries.subscribe, entries.areThere);
  const [question, setQuestion] = useState<{ readonly answer: (mayLeave: boolean) => void }>();
  const ask = useCallback(
    () =>
      new Promise<boolean>((answer) => {
        setQuestion({ answer });
      }),
    [],
  );
  return (
    <EntriesContext.Provider value={entries}>
      <AskToLeaveContext.Provider value={ask}>
        {children}
        <Suspense fallback={null}>
          {areThere && <Blocker entries={entries} />}
          {question !== undefined && (
            <LeavingDialog
              onAnswer={(mayLeave) => {
                setQuestion(undefined);
                question.answer(mayLeave);
              }}
            />
          )}
        </Suspense>
      </AskToLeaveContext.Provider>
    </EntriesContext.Provider>
  );
}
