import { useQuery } from '@tanstack/react-query';
import { documentHash } from '@vpcep/client';
import type { LaterState } from '@vpcep/client/checks';
import { Alert, Button, Form, Input, Modal, Radio } from 'antd';
import { useContext, useRef, useState } from 'react';
import { useConnection } from '../configuration/connection-context.js';
import { askMockHealth } from '../configuration/mock-health.js';
import { useClosing } from '../dialogs/use-closing.js';
import { laterStates } from '../generated/document-values.js';
import { useTexts } from '../language/language-context.js';
import { type TimeZoneName, timeZones, useTimeZone } from '../language/time-zone.js';
import { EntriesContext } from '../leaving/entries.js';
import { FormEntries } from '../leaving/form-entries.js';
import { useLeavingQuestion } from '../leaving/use-leaving-question.js';
import { ApiVersions } from './api-versions.js';

interface Values {
  baseUrl: string;
  token: string;
  /** Null stands for tables 1 to 7: a form leaves out what is undefined. */
  asOf: LaterState | null;
  timeZone: TimeZoneName;
}

/** What the client takes as `baseUrl`. */
function isAddress(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return false;
  const { href, origin, pathname } = new URL(text);
  return href === origin + pathname;
}

/** Where the API is, the token for it, and its state: entered for this tab alone. And in which zone times are shown. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts();
  const { baseUrl, send, asOf, configuration, change } = useConnection();
  const { open, close, afterClose, entries } = useClosing(onClose);
  const entriesOfPage = useContext(EntriesContext);
  const ask = useLeavingQuestion();
  const sendings = useRef(0);
  const [form] = Form.useForm<Values>();
  const [address, setAddress] = useState(baseUrl);
  const [timeZone, changeTimeZone] = useTimeZone();
  const { data: mock } = useQuery({
    queryKey: ['mock-health', address],
    queryFn: ({ signal }) => askMockHealth(send, address, signal),
    enabled: isAddress(address),
  });
  const words = texts.connection;
  /** Another address takes the page away, with what is filled in there. */
  const enter = async (next: Parameters<typeof change>[0]) => {
    sendings.current += 1;
    const isOther = (next ?? configuration).baseUrl !== baseUrl;
    const loss = entriesOfPage.loss();
    if (isOther && loss !== undefined && !(await ask(loss))) {
      sendings.current -= 1;
      return;
    }
    change(next);
    close();
  };
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
              void enter(undefined);
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
        initialValues={{ baseUrl, token: '', asOf: asOf ?? null, timeZone }}
        onFinish={({ baseUrl: written, token: writtenToken, asOf: state, timeZone: zone }) => {
          if (zone !== timeZone) changeTimeZone(zone);
          // What is copied often has blanks around it.
          const [entered, token] = [written.trim(), writtenToken.trim()];
          const isDefault = entered === configuration.baseUrl && token === '' && state === (configuration.asOf ?? null);
          // The default needs no entry, so that it stays the default.
          void enter(isDefault ? undefined : { baseUrl: entered, token, ...(state === null ? {} : { asOf: state }) });
        }}
      >
        <EntriesContext.Provider value={entries}>
          <FormEntries form={form} sendings={sendings} />
        </EntriesContext.Provider>
        <Form.Item
          name="baseUrl"
          label={words.baseUrl}
          extra={words.baseUrlHelp}
          rules={[
            {
              validator: (_, value: string) =>
                isAddress(value.trim()) ? Promise.resolve() : Promise.reject(new Error(words.invalidUrl)),
            },
          ]}
        >
          <Input
            className="mono"
            inputMode="url"
            onPressEnter={form.submit}
            onBlur={({ target }) => {
              setAddress(target.value.trim());
            }}
          />
        </Form.Item>
        <div role="status" className="above mock-status">
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
        {/* They are those of the address in force. Their room stays: Save may not move from below a pointer that presses it. */}
        <div style={{ visibility: address === baseUrl ? 'visible' : 'hidden' }}>
          <ApiVersions />
        </div>
        <Form.Item name="token" label={words.token} extra={words.tokenHelp}>
          <Input.Password className="mono" autoComplete="off" onPressEnter={form.submit} />
        </Form.Item>
        <Form.Item name="asOf" label={words.asOf} extra={words.asOfHelp}>
          <Radio.Group
            aria-label={words.asOf}
            options={[
              { value: null, label: words.tables },
              ...laterStates.map((state) => ({ value: state, label: words.month(state) })),
            ]}
          />
        </Form.Item>
        <Form.Item name="timeZone" label={texts.times.zone}>
          <Radio.Group
            aria-label={texts.times.zone}
            options={timeZones.map((value) => ({ value, label: texts.times.zones[value] }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
