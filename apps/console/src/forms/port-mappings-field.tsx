import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { protocolValues, type PortMapping } from '@vpcep/types';
import { Button, Form, InputNumber, Select } from 'antd';
import { DocumentText } from '../document/document-text.js';
import { FieldHelp } from '../document/field-help.js';
import { FieldLabel } from '../document/field-label.js';
import { useLanguage } from '../language/language-context.js';
import type { FieldProblem } from './field-problem.js';
import { ListProblems } from './list-problems.js';

interface Props {
  of: 'CreateEndpointServiceRequest' | 'UpdateEndpointServiceRequest';
  problems: readonly FieldProblem[];
}

/** The port mappings of a service, one row for each. */
export function PortMappingsField({ of, problems }: Props) {
  const { texts, documentTexts } = useLanguage();
  const text = documentTexts.fields[of].ports;
  const fields = documentTexts.fields.PortMapping;
  const port = (name: 'client_port' | 'server_port') => {
    const { label, minimum, maximum, example } = fields[name];
    return {
      'aria-label': label,
      placeholder: example ?? '',
      help: minimum === undefined || maximum === undefined ? undefined : texts.ports.range(minimum, maximum),
    };
  };
  return (
    <Form.Item
      label={<FieldLabel name="ports" text={text} />}
      required={text.required}
      extra={<FieldHelp text={text} />}
    >
      <Form.List name="ports">
        {(rows, { add, remove }, { errors }) => (
          <div className="rows">
            {rows.map(({ key, name: row }) => (
              <div key={key} className="row">
                <div className="row-fields port-mapping">
                  <PortItem row={row} name="client_port" {...port('client_port')} />
                  <PortItem row={row} name="server_port" {...port('server_port')} />
                  <Form.Item
                    name={[row, 'protocol' satisfies keyof PortMapping]}
                    label={<code>protocol</code>}
                    tooltip={<DocumentText text={fields.protocol.label} />}
                  >
                    <Select
                      aria-label={fields.protocol.label}
                      allowClear
                      placeholder={String(fields.protocol.default)}
                      options={protocolValues.map((value) => ({ value, label: value }))}
                    />
                  </Form.Item>
                  <Button
                    type="text"
                    className="row-remove"
                    aria-label={texts.ports.remove(row + 1)}
                    icon={<DeleteOutlined aria-hidden />}
                    onClick={() => {
                      remove(row);
                    }}
                  />
                </div>
                <ListProblems problems={problems} at={['ports', row]} />
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            <div className="row-add">
              <Button
                type="dashed"
                icon={<PlusOutlined aria-hidden />}
                onClick={() => {
                  add({});
                }}
              >
                {texts.ports.add}
              </Button>
              {text.maxItems !== undefined && (
                <span className="quiet">{texts.ports.count(rows.length, text.maxItems)}</span>
              )}
            </div>
          </div>
        )}
      </Form.List>
    </Form.Item>
  );
}

interface PortItemProps {
  row: number;
  name: 'client_port' | 'server_port';
  'aria-label': string;
  placeholder: string;
  help: string | undefined;
}

function PortItem({ row, name, help, ...input }: PortItemProps) {
  return (
    <Form.Item name={[row, name]} label={<code>{name}</code>} tooltip={input['aria-label']} extra={help}>
      <InputNumber inputMode="numeric" controls={false} {...input} />
    </Form.Item>
  );
}
