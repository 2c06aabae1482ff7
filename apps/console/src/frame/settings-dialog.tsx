import { useQuery } from '@tanstack/react-query';
import { documentHash } from '@vpcep/client';
import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useConnection } from '../configuration/connection-context.js';
import { askMockHealth } from '../configuration/mock-health.js';
import { useClosing } from '../dialogs/use-closing.js';
import { useTexts } from '../language/language-context.js';

interface Values {
  baseUrl: string;
  token: string;
}

const isAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** Where the API is, and the token for it: entered for this tab alone. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts();
  const { baseUrl, configuration, change } = useConnection();
  const { open, close, afterClose } = useClosing(onClose);
  const [form] = Form.useForm<Values>();
  const [address, setAddress] = useState(baseUrl);
  const { data: mock } = useQuery({
    queryKey: ['mock-health', address],
    queryFn: ({ signal }) => askMockHealth(address, signal),
    enabled: isAddress(address),
  });
  const words = texts.connection;
  return (
    <Modal
      open={open}
      afterClose={afterClose}
      title={words.title}
      okText={texts.actions.save}
      onOk={() => {
        form.submit();
      }}
      onCancel={close}
      footer={(buttons) => (
        <div className="form-buttons spread">
          <Button
            onClick={() => {
              change(undefined);
              close();
            }}
          >
            {words.reset}
          </Button>
          <span className="form-buttons">{buttons}</span>
        </div>
      )}
    >
      <Form<Values>
        name="connection"
        form={form}
        layout="vertical"
        autoComplete="off"
        requiredMark={false}
        initialValues={{ baseUrl, token: '' }}
        onFinish={({ baseUrl: entered, token }) => {
          // The default needs no entry, so that it stays the default.
          change(entered === configuration.baseUrl && token === '' ? undefined : { baseUrl: entered, token });
          close();
        }}
      >
        <Form.Item
          name="baseUrl"
          label={words.baseUrl}
          extra={words.baseUrlHelp}
          rules={[
            {
              validator: (_, value: string) =>
                isAddress(value) ? Promise.resolve() : Promise.reject(new Error(words.invalidUrl)),
            },
          ]}
        >
          <Input
            className="mono"
            inputMode="url"
            onBlur={({ target }) => {
              setAddress(target.value);
            }}
          />
        </Form.Item>
        <div role="status" className="above">
          {isAddress(address) && mock !== undefined && (
            <Alert
              type={mock === null ? 'info' : mock.documentHash === documentHash ? 'success' : 'warning'}
              showIcon
              title={mock === null ? words.isNoMock : words.isMock}
              description={
                mock !== null && mock.documentHash !== documentHash ? words.otherDocument : mock && words.mockToken
              }
            />
          )}
        </div>
        <Form.Item name="token" label={words.token} extra={words.tokenHelp}>
          <Input.Password className="mono" autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
