import { Button, Form, Input, Skeleton } from 'antd';
import { useRef } from 'react';
import { useTexts } from '../language/language-context.js';
import { Timestamp } from '../language/timestamp.js';
import { FormEntries } from '../leaving/form-entries.js';
import { MockFailure } from './mock-failure.js';
import { useFromMock, useToMock } from './use-mock.js';

/** The mock tells its time in whole seconds. */
const aSecondAndMoreMs = 1100;

/** The clock of the mock: what time it is there, whether it runs, and ways to put it ahead. */
export function ClockTab() {
  const { mock: words } = useTexts();
  const [form] = Form.useForm<{ length: string }>();
  const sendings = useRef(0);
  // The mock does not tell whether somebody has to move its clock. A clock that runs tells another time a second later.
  const { data: runs } = useFromMock(['clock runs'], async (control, signal) => {
    const before = await control.now(signal);
    await new Promise((resolve) => setTimeout(resolve, aSecondAndMoreMs));
    return (await control.now(signal)) !== before;
  });
  const { data: now, error } = useFromMock(['clock'], (control, signal) => control.now(signal), runs === true && 1000);
  const { mutate, isPending, error: refusal } = useToMock();
  const problem = error ?? refusal;
  return (
    <div className="stack">
      {now === undefined ? (
        <Skeleton active title={false} />
      ) : (
        <dl className="mock-now">
          <dt>{words.now}</dt>
          <dd>
            <code>{now}</code>
            <div className="quiet">
              <Timestamp value={now} />
            </div>
          </dd>
        </dl>
      )}
      <p className="quiet">{runs === undefined ? ' ' : runs ? words.runs : words.stands}</p>
      <div role="group" aria-label={words.putAhead} className="mock-buttons">
        <span>{words.putAhead}</span>
        {Object.entries(words.lengths).map(([length, name]) => (
          <Button
            key={length}
            disabled={isPending}
            onClick={() => {
              mutate((control) => control.advance(length));
            }}
          >
            {name}
          </Button>
        ))}
      </div>
      <Form<{ length: string }>
        name="clock"
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ length }) => {
          mutate(async (control) => {
            await control.advance(length.trim());
            sendings.current += 1;
          });
        }}
      >
        <FormEntries form={form} sendings={sendings} />
        <Form.Item
          name="length"
          label={words.length}
          extra={words.lengthHelp}
          rules={[{ required: true, pattern: /^\s*\d+(\.\d+)?(ms|s|m|h)\s*$/, message: words.notALength }]}
        >
          <Input className="mono" autoComplete="off" />
        </Form.Item>
        <Button htmlType="submit" disabled={isPending}>
          {words.advance}
        </Button>
      </Form>
      {problem !== null && <MockFailure error={problem} />}
    </div>
  );
}
