import { Divider, Drawer, Tabs } from 'antd';
import { useState } from 'react';
import { useClosing } from '../dialogs/use-closing.js';
import { useTexts } from '../language/language-context.js';
import { EntriesContext } from '../leaving/entries.js';
import { useLeavingQuestion } from '../leaving/use-leaving-question.js';
import { ActiveFaults } from './active-faults.js';
import { ClockTab } from './clock-tab.js';
import { FaultForm } from './fault-form.js';
import './mock-drawer.css';
import { RequestsTab } from './requests-tab.js';
import { StateTab } from './state-tab.js';

/** Tells the mock what to do: what goes wrong on purpose, what time it is, what it remembers; and shows what it received. */
export function MockDrawer({ onClose }: { onClose: () => void }) {
  const { mock: words, faults } = useTexts();
  const { open, close, afterClose, entries } = useClosing(onClose);
  const ask = useLeavingQuestion();
  const [tab, setTab] = useState('faults');
  return (
    <Drawer open={open} size={440} title={words.title} onClose={close} afterOpenChange={afterClose}>
      <EntriesContext.Provider value={entries}>
        <Tabs
          className="mock-drawer"
          size="small"
          // What is shown is read anew, and what is filled in is gone with its tab.
          destroyOnHidden
          activeKey={tab}
          onChange={(next) => {
            const loss = entries.loss();
            if (loss === undefined) setTab(next);
            else
              void ask(loss).then((mayLeave) => {
                if (mayLeave) setTab(next);
              });
          }}
          items={[
            {
              key: 'faults',
              label: words.tabs.faults,
              children: (
                <>
                  <p>{faults.intro}</p>
                  <ActiveFaults />
                  <Divider />
                  <FaultForm />
                </>
              ),
            },
            { key: 'clock', label: words.tabs.clock, children: <ClockTab /> },
            { key: 'state', label: words.tabs.state, children: <StateTab /> },
            { key: 'requests', label: words.tabs.requests, children: <RequestsTab /> },
          ]}
        />
      </EntriesContext.Provider>
    </Drawer>
  );
}
