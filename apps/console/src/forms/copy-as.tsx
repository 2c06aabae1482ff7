import { CopyOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useApi } from '../api/api-context.js';
import { copyText } from '../clipboard/copy-text.js';
import { useConnection } from '../configuration/connection-context.js';
import { useTexts } from '../language/language-context.js';
import { useMessages } from '../messages/messages.js';
import { clientCode, curlCommand, type FilledInCall } from './copied-call.js';
import './copy-as.css';

const forms = { curl: curlCommand, code: clientCode };

/** Copies the call that a form would make, for a shell or a program. */
export function CopyAs({ readCall }: { readCall: () => FilledInCall }) {
  const { copyAs: words } = useTexts();
  const messages = useMessages();
  const { baseUrl, configuration } = useConnection();
  const { projectId } = useApi();
  const copy = async (form: keyof typeof forms) => {
    try {
      await copyText(forms[form](readCall(), { baseUrl, projectId }));
      messages.success(words.copied);
    } catch {
      messages.error(words.refused);
    }
  };
  const isInPage = configuration.mock !== undefined && baseUrl === configuration.baseUrl;
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      // Within the form, rather than behind all of the page.
      getPopupContainer={(button) => button.parentElement ?? document.body}
      menu={{
        className: 'copy-as-menu',
        items: [
          {
            type: 'group',
            label: [words.note, ...(isInPage ? [words.inPage] : [])].join(' '),
            children: [
              { key: 'curl', label: words.curl, onClick: () => void copy('curl') },
              { key: 'code', label: words.code, onClick: () => void copy('code') },
            ],
          },
        ],
      }}
    >
      <Button icon={<CopyOutlined aria-hidden />} aria-haspopup="menu">
        {words.title}
      </Button>
    </Dropdown>
  );
}
