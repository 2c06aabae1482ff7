import { Divider, Drawer, Typography } from 'antd';
import { useTexts } from '../language/language-context.js';
import { ActiveFaults } from './active-faults.js';
import { FaultForm } from './fault-form.js';
import { ScenarioForm } from './scenario-form.js';

/** Lets one see how the console takes it when calls are slow, throttled or fail. */
export function FaultDrawer({ onClose }: { onClose: () => void }) {
  const { faults } = useTexts();
  return (
    <Drawer open size={440} title={faults.title} onClose={onClose}>
      <Typography.Paragraph>{faults.intro}</Typography.Paragraph>
      <ActiveFaults />
      <Divider />
      <FaultForm />
      <Divider />
      <ScenarioForm />
    </Drawer>
  );
}
