import { useMutation } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useId } from 'react';
import { useApi } from '../api/api-context.js';
import { useTexts } from '../language/language-context.js';
import { FailureAlert } from '../problems/failure-alert.js';
import type { ChosenService } from './chosen-service.js';

/** Finds a service by its full name, as its owner tells it. */
export function ServiceByName({ onChoose }: { onChoose: (service: ChosenService) => void }) {
  const texts = useTexts();
  const id = useId();
  const { vpcep } = useApi();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (name: string) => vpcep.listServiceDescribeDetails({ query: { endpoint_service_name: name } }),
    onSuccess: onChoose,
  });
  return (
    <div className="stack">
      <Form.Item label={texts.endpoints.fullName} htmlFor={id} layout="vertical" extra={texts.endpoints.byNameHelp}>
        <Input.Search
          id={id}
          className="mono"
          enterButton={texts.actions.find}
          loading={isPending}
          onSearch={(name) => {
            if (name.trim() !== '') mutate(name.trim());
          }}
        />
      </Form.Item>
      {error !== null && <FailureAlert error={error} />}
    </div>
  );
}
