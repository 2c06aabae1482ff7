import { Drawer } from 'antd';
import { useClosing } from '../dialogs/use-closing.js';
import { useTexts } from '../language/language-context.js';
import { Navigation } from './navigation.js';

/** The way to the pages where there is no room for it beside them. */
export function NavigationDrawer({ onClose }: { onClose: () => void }) {
  const texts = useTexts();
  const { open, close, afterClose } = useClosing(onClose);
  return (
    <Drawer
      open={open}
      onClose={close}
      afterOpenChange={afterClose}
      placement="left"
      size={280}
      title={texts.siteName}
      styles={{ body: { padding: 8 } }}
    >
      <nav aria-label={texts.navigation} onClick={close}>
        <Navigation />
      </nav>
    </Drawer>
  );
}
