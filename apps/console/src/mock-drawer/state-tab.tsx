import { Button, Divider, Form, Input, Skeleton } from 'antd';
import { useRef } from 'react';
import { useTexts } from '../language/language-context.js';
import { Timestamp } from '../language/timestamp.js';
import { FormEntries } from '../leaving/form-entries.js';
import { useMessages } from '../messages/messages.js';
import { MockFailure } from './mock-failure.js';
import { ScenarioForm } from './scenario-form.js';
import { useFromMock, useToMock } from './use-mock.js';

/** What the mock remembers: ready-made states, and snapshots of what it remembered. */
export function StateTab() {
  return (
    <>
      <ScenarioForm />
      <Divider />
      <Snapshots />
    </>
  );
}

function Snapshots() {
  const { mock: words, actions } = useTexts();
  const messages = useMessages();
  const [form] = Form.useForm<{ name: string }>();
  const sendings = useRef(0);
  const { data: snapshots, error } = useFromMock(['snapshots'], (control, signal) => control.snapshots(signal));
  const { mutate, isPending, error: refusal } = useToMock();
  const problem = error ?? refusal;
  return (
    <section aria-label={words.snapshots} className="stack">
      <h2>{words.snapshots}</h2>
      <p className="quiet">{words.snapshotsHelp}</p>
      <Form<{ name: string }>
        name="snapshot"
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ name }) => {
          mutate(async (control) => {
            await control.saveSnapshot(name.trim());
            form.resetFields();
            sendings.current += 1;
          });
        }}
      >
        <FormEntries form={form} sendings={sendings} />
        <Form.Item name="name" label={words.snapshotName} rules={[{ required: true, whitespace: true }]}>
          <Input className="mono" autoComplete="off" />
        </Form.Item>
        <Button htmlType="submit" disabled={isPending}>
          {words.saveSnapshot}
        </Button>
      </Form>
      {problem !== null && <MockFailure error={problem} />}
      {snapshots === undefined ? (
        error === null && <Skeleton active title={false} />
      ) : snapshots.length === 0 ? (
        <p className="quiet">{words.noSnapshots}</p>
      ) : (
        <ul className="mock-list" aria-label={words.snapshots}>
          {snapshots.map(({ name, savedAt, services, endpoints }) => (
            <li key={name} className="mock-snapshot">
              <div>
                <code>{name}</code>
                <div className="quiet">
                  <Timestamp value={savedAt} /> · {words.resources(services, endpoints)}
                </div>
              </div>
              <span className="mock-buttons">
                <Button
                  size="small"
                  disabled={isPending}
                  aria-label={`${words.restore} ${name}`}
                  onClick={() => {
                    mutate((control) => control.restoreSnapshot(name), {
                      onSuccess: () => {
                        messages.success(words.restored(name));
                      },
                    });
                  }}
                >
                  {words.restore}
                </Button>
                <Button
                  size="small"
                  disabled={isPending}
                  aria-label={`${actions.delete} ${name}`}
                  onClick={() => {
                    mutate((control) => control.removeSnapshot(name));
                  }}
                >
                  {actions.delete}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
