import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ScenarioName } from '@vpcep/mock';
import { Button, Form, Select } from 'antd';
import { useRef } from 'react';
import { useConnection } from '../configuration/connection-context.js';
import { useTexts } from '../language/language-context.js';
import { FormEntries } from '../leaving/form-entries.js';
import { useMessages } from '../messages/messages.js';
import { mockControl } from './mock-control.js';
import { MockFailure } from './mock-failure.js';

interface Values {
  scenario: ScenarioName;
}

/** Has the mock remember a ready-made state instead of what it does. */
export function ScenarioForm() {
  const texts = useTexts();
  const words = texts.faults;
  const messages = useMessages();
  const connection = useConnection();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const sendings = useRef(0);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({ scenario }: Values) => {
      await mockControl(connection).load(scenario);
      sendings.current += 1;
    },
    onSuccess() {
      messages.success(words.loaded);
      return queryClient.invalidateQueries();
    },
  });
  const names = Object.keys(words.scenarios) as ScenarioName[];
  return (
    <Form<Values>
      name="scenario"
      form={form}
      layout="vertical"
      initialValues={{ scenario: 'small-team' }}
      onFinish={(values) => {
        mutate(values);
      }}
    >
      <FormEntries form={form} sendings={sendings} />
      <Form.Item name="scenario" label={words.scenario} extra={words.scenarioHelp}>
        <Select options={names.map((value) => ({ value, label: words.scenarios[value] }))} />
      </Form.Item>
      <div className="stack">
        {error !== null && <MockFailure error={error} />}
        <div>
          <Button htmlType="submit" loading={isPending}>
            {words.load}
          </Button>
        </div>
      </div>
    </Form>
  );
}
