import { useQuery } from '@tanstack/react-query';
import { createVpcepClient, type VpcepClient } from '@vpcep/client';
import { Skeleton, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { useConnection } from '../configuration/connection-context.js';
import { useTexts } from '../language/language-context.js';
import { Timestamp } from '../language/timestamp.js';
import { usePageLocation } from '../location/location.js';
import { FailureAlert } from '../problems/failure-alert.js';

/** Which versions the API at the present address speaks. It is asked once somebody wants to know. */
export function ApiVersions() {
  const { versions: words } = useTexts();
  const { baseUrl, send, token } = useConnection();
  const { projectId } = usePageLocation();
  const [isOpen, setIsOpen] = useState(false);
  const vpcep = useMemo(
    () => createVpcepClient({ baseUrl, fetch: send, projectId, credentials: () => ({ token: token ?? '' }) }),
    [baseUrl, send, projectId, token],
  );
  if (token === undefined) return null;
  return (
    <details
      className="more"
      onToggle={({ currentTarget }) => {
        setIsOpen(currentTarget.open);
      }}
    >
      <summary>{words.title}</summary>
      {isOpen && <VersionList vpcep={vpcep} baseUrl={baseUrl} />}
    </details>
  );
}

interface Props {
  vpcep: VpcepClient;
  baseUrl: string;
}

function VersionList({ vpcep, baseUrl }: Props) {
  const { data, error, refetch } = useQuery({
    queryKey: ['api-versions', baseUrl],
    queryFn: ({ signal }) => vpcep.listVersionDetails({ signal }),
  });
  const failure = error !== null && <FailureAlert error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return failure || <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  return (
    <div className="stack">
      {failure}
      {data.versions.map(({ id, status }) => (
        <Version key={id} vpcep={vpcep} baseUrl={baseUrl} id={id} status={status} />
      ))}
    </div>
  );
}

/** A version, and what the API itself says of it once that is opened. */
function Version({ vpcep, baseUrl, id, status }: Props & { id: string; status: string }) {
  const { versions: words, columns } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['api-versions', baseUrl, id],
    queryFn: ({ signal }) => vpcep.listSpecifiedVersionDetails({ path: { version: id }, signal }),
    enabled: isOpen,
  });
  return (
    <details
      onToggle={({ currentTarget }) => {
        setIsOpen(currentTarget.open);
      }}
    >
      <summary>
        <code>{id}</code> <Tag>{status}</Tag>
      </summary>
      {error !== null && <FailureAlert error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <ul>
          <li>
            <span className="quiet">{words.released}</span> <Timestamp value={data.version.updated} />
          </li>
          {data.version.links.map(({ href }) => (
            <li key={href}>
              <span className="quiet">{columns.address}</span> <code className="breakable">{href}</code>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
