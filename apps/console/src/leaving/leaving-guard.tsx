import { type ComponentType, type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useTexts } from '../language/language-context.js';
import { Blocker } from './blocker.js';
import { createEntries, EntriesContext, type Loss } from './entries.js';
import type { LeavingDialogProps } from './leaving-dialog.js';
import { loadLeavingDialog } from './load-leaving-dialog.js';
import { AskToLeaveContext } from './use-leaving-question.js';

interface Question {
  readonly loss: Loss;
  readonly Dialog: ComponentType<LeavingDialogProps>;
  readonly answer: (mayLeave: boolean) => void;
}

/** Asks before a page is left, in whichever way, on which something is filled in or under way. */
export function LeavingGuard({ children }: { children: ReactNode }) {
  const { leaving: texts } = useTexts();
  const [entries] = useState(() => createEntries());
  const loss = useSyncExternalStore(entries.subscribe, entries.loss);
  const [question, setQuestion] = useState<Question>();
  const ask = useCallback(
    async (of: Loss) => {
      let Dialog: Question['Dialog'];
      try {
        Dialog = await loadLeavingDialog();
      } catch {
        // Without it, as with no network, the browser asks.
        return confirm(`${texts[of].title}\n${texts[of].help}`);
      }
      return new Promise<boolean>((answer) => {
        setQuestion({ loss: of, Dialog, answer });
      });
    },
    [texts],
  );
  useEffect(() => {
    // What was under way is over: there is nothing to ask any more.
    if (question === undefined || loss !== undefined) return;
    setQuestion(undefined);
    question.answer(true);
  }, [question, loss]);
  return (
    <EntriesContext.Provider value={entries}>
      <AskToLeaveContext.Provider value={ask}>
        {children}
        {loss !== undefined && <Blocker entries={entries} />}
        {question !== undefined && (
          <question.Dialog
            // What was under way may have failed meanwhile.
            loss={loss ?? question.loss}
            onAnswer={(mayLeave) => {
              setQuestion(undefined);
              question.answer(mayLeave);
            }}
          />
        )}
      </AskToLeaveContext.Provider>
    </EntriesContext.Provider>
  );
}
