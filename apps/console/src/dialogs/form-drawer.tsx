import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { EntriesContext } from '../leaving/entries.js';
import type { Closing } from './use-closing.js';

interface Props {
  title: string;
  closing: Closing;
  children: ReactNode;
}

/** A drawer with a form, which does not close upon what is filled in there without a question. */
export function FormDrawer({ title, closing: { open, close, afterClose, entries }, children }: Props) {
  return (
    <Drawer open={open} size="large" title={title} onClose={close} afterOpenChange={afterClose}>
      <EntriesContext.Provider value={entries}>{children}</EntriesContext.Provider>
    </Drawer>
  );
}
