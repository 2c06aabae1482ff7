import type { ErrorCode } from '@vpcep/mock';
import { Button, Form, InputNumber, Radio, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { errorCodes, operationIds } from '../generated/document-values.js';
import { useClearButton } from '../components/use-clear-button.js';
import { useTexts } from '../language/language-context.js';
import { FormEntries } from '../leaving/form-entries.js';
import { errorCatalogueQuery } from '../problems/error-catalogue.js';
import { faultKinds, faultOf, type FaultValues } from './fault-kinds.js';
import { MatcherFields } from './matcher-fields.js';
import { MockFailure } from './mock-failure.js';
import { ScriptFields } from './script-fields.js';
import { readScript } from './script-text.js';
import { useFaults } from './use-faults.js';

const initialValues: FaultValues = {
  kind: 'slow',
  latency: 2000,
  retryAfter: 5,
  code: errorCodes.system,
  creationCode: errorCodes.creation,
  script: '503, 503, pass',
  repeat: false,
};

/** Sets one more fault. */
export function FaultForm() {
  const texts = useTexts();
  const clearButton = useClearButton();
  const words = texts.faults;
  const [form] = Form.useForm<FaultValues>();
  const sendings = useRef(0);
  const { error, add } = useFaults(() => {
    sendings.current += 1;
  });
  const { data: catalogue } = useQuery(errorCatalogueQuery);
  const { kind, operation, nth = '' } = { ...initialValues, ...Form.useWatch<FaultValues | undefined>([], form) };
  const read = (text: string) => readScript(text, (word): word is ErrorCode => catalogue?.has(word) === true);
  const codes = [...(catalogue?.keys() ?? [])].map((value) => ({ value, label: value }));
  return (
    <Form<FaultValues>
      name="fault"
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initialValues}
      // What does not concern the chosen kind is not there, and has no part in the fault.
      onFinish={(values) => {
        const all = { ...initialValues, ...values };
        const script = read(all.script);
        add(faultOf(all, 'steps' in script ? script.steps : []));
      }}
    >
      <FormEntries form={form} sendings={sendings} />
      <Form.Item name="kind" label={words.kind}>
        <Radio.Group
          className="value-choice"
          options={faultKinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
      </Form.Item>
      <Form.Item name="operation" label={words.operation}>
        <Select
          allowClear={clearButton}
          showSearch
          placeholder={words.everyOperation}
          options={operationIds.map((value) => ({ value, label: value }))}
        />
      </Form.Item>
      {kind === 'slow' && (
        <Form.Item name="latency" label={words.latency} rules={[{ required: true }]}>
          <InputNumber min={1} max={60_000} />
        </Form.Item>
      )}
      {kind === 'throttled' && (
        <Form.Item name="retryAfter" label={words.retryAfter} rules={[{ required: true }]}>
          <InputNumber min={1} max={60} />
        </Form.Item>
      )}
      {kind === 'fails' && (
        <Form.Item name="code" label={words.code} rules={[{ required: true }]}>
          <Select showSearch options={codes} />
        </Form.Item>
      )}
      {kind === 'creationFails' && (
        <Form.Item name="creationCode" label={words.code} rules={[{ required: true }]}>
          <Select showSearch options={codes} />
        </Form.Item>
      )}
      {kind === 'script' ? (
        <ScriptFields read={read} />
      ) : (
        <Form.Item name="times" label={words.times}>
          <InputNumber min={1} max={1000} disabled={nth !== ''} />
        </Form.Item>
      )}
      <MatcherFields kind={kind} operation={operation} />
      <div className="stack">
        {error !== null && <MockFailure error={error} />}
        <div>
          <Button type="primary" htmlType="submit">
            {words.set}
          </Button>
        </div>
      </div>
    </Form>
  );
}
