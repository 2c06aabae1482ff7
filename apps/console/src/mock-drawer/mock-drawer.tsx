import { Divider, Drawer, Typography } from 'antd';
import { useClosing } from '../dialogs/use-closing.js';
import { useTexts } from '../language/language-context.js';
import { ActiveFaults } from './active-faults.js';
import { FaultForm } from './fault-form.js';
import { ScenarioForm } from './scenario-form.js';

/** Lets one see how the console takes it when calls are slow, throttled or fail. */
export function MockDrawer({ onClose }: { onClose: () => void }) {
  const { faults } = useTexts();
  const { open, close, afterClose } = useClosing(onClose);
  return (
    <Drawer open={open} size={440} title={faults.title} onClose={close} afterOpenChange={afterClose}>
      <Typography.Paragraph>{faults.intro}</Typography.Paragraph>
      <ActiveFaults />
      <Divider />
      <FaultForm />
      <Divider />
      <ScenarioForm />
    </Drawer>
  );
}
