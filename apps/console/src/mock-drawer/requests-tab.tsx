import { ReloadOutlined } from '@ant-design/icons';
import { Button, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { operationIds } from '../generated/document-values.js';
import { useClearButton } from '../components/use-clear-button.js';
import { useTexts } from '../language/language-context.js';
import { Timestamp } from '../language/timestamp.js';
import type { ReceivedRequest } from './mock-control.js';
import { MockFailure } from './mock-failure.js';
import { useFromMock, useToMock } from './use-mock.js';

/** What the mock received last, and what it answered. */
export function RequestsTab() {
  const { mock: words, actions, faults } = useTexts();
  const clearButton = useClearButton();
  const [operation, setOperation] = useState<string>();
  const { data, error, isFetching, refetch } = useFromMock(['requests', operation], (control, signal) =>
    control.requests(operation, signal),
  );
  const { mutate, error: refusal } = useToMock();
  const problem = error ?? refusal;
  return (
    <div className="stack">
      <p className="quiet">{words.requests}</p>
      <Select
        aria-label={words.onlyOf}
        allowClear={clearButton}
        showSearch
        placeholder={faults.everyOperation}
        value={operation ?? null}
        options={operationIds.map((value) => ({ value, label: value }))}
        onChange={(value: string | null | undefined) => {
          setOperation(value ?? undefined);
        }}
      />
      <div className="mock-buttons">
        <Button icon={<ReloadOutlined spin={isFetching} aria-hidden />} onClick={() => void refetch()}>
          {actions.refresh}
        </Button>
        <Button
          onClick={() => {
            mutate((control) => control.clearRequests());
          }}
        >
          {words.clearRequests}
        </Button>
      </div>
      {problem !== null && <MockFailure error={problem} />}
      {data === undefined ? (
        error === null && <Skeleton active title={false} />
      ) : data.length === 0 ? (
        <p className="quiet">{words.noRequests}</p>
      ) : (
        <ul className="mock-list" aria-label={words.tabs.requests}>
          {data.map((request) => (
            <li key={request.id}>
              <OneRequest request={request} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A request in a line; opened, with all that was sent and what is known of the answer. */
function OneRequest({ request }: { request: ReceivedRequest }) {
  const { mock: words } = useTexts();
  const { method, path, status, error_code: code, time, duration_ms: took } = request;
  const { operation, query, headers, body, request_id, error_msg, fault, failure } = request;
  return (
    <details>
      <summary>
        <strong>{status ?? words.cut}</strong> <code>{method}</code> <code className="breakable">{path}</code>
        <div className="quiet">
          {operation} {code} <Timestamp value={time} style="exact" /> · {words.took(took)}
        </div>
      </summary>
      <h2>{words.request}</h2>
      <Json value={{ query, headers, body }} label={words.request} />
      <h2>{words.response}</h2>
      <Json value={{ status, request_id, error_code: code, error_msg, fault, failure }} label={words.response} />
    </details>
  );
}

/** What is undefined is left out. */
function Json({ value, label }: { value: object; label: string }) {
  return (
    <pre tabIndex={0} role="region" aria-label={label} className="mock-json">
      {JSON.stringify(value, undefined, 2)}
    </pre>
  );
}
