import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  StopOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import {
  type ConnectionStatus,
  connectionStatusLifecycle,
  type EndpointServiceStatus,
  endpointServiceStatusLifecycle,
} from '@vpcep/types';
import { Tag, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language-context.js';
import { wordOf } from '../language/word-of.js';

interface Look {
  readonly color: string;
  readonly icon?: ReactNode;
}

/** A state that passes has the icon that turns, and needs none of its own. */
const looks: Readonly<Record<EndpointServiceStatus | ConnectionStatus, Look>> = {
  creating: { color: 'processing' },
  deleting: { color: 'default' },
  available: { color: 'success', icon: <CheckCircleOutlined aria-hidden /> },
  accepted: { color: 'success', icon: <CheckCircleOutlined aria-hidden /> },
  pendingAcceptance: { color: 'warning', icon: <ClockCircleOutlined aria-hidden /> },
  rejected: { color: 'default', icon: <StopOutlined aria-hidden /> },
  failed: { color: 'error', icon: <CloseCircleOutlined aria-hidden /> },
};

/** How a state looks that a newer service has. */
const unknown: Look = { color: 'default' };

/** How an endpoint service stands. */
export function ServiceStatusTag({ status }: { status: EndpointServiceStatus }) {
  const { texts, documentTexts } = useLanguage();
  return (
    <StatusTag
      status={status}
      names={texts.serviceStatus}
      explained={documentTexts.values.EndpointServiceStatus}
      isPassing={endpointServiceStatusLifecycle.passing.includes(status)}
    />
  );
}

/** How an endpoint, and so its connection, stands. */
export function ConnectionStatusTag({ status }: { status: ConnectionStatus }) {
  const { texts, documentTexts } = useLanguage();
  return (
    <StatusTag
      status={status}
      names={texts.connectionStatus}
      explained={documentTexts.values.ConnectionStatus}
      isPassing={connectionStatusLifecycle.passing.includes(status)}
    />
  );
}

interface StatusTagProps {
  status: string;
  names: Readonly<Record<string, string>>;
  /** What the document says about the states. */
  explained: Readonly<Record<string, string>>;
  isPassing: boolean;
}

function StatusTag({ status, names, explained, isPassing }: StatusTagProps) {
  if (status === '') return <>–</>;
  const { color, icon } = isKnown(status) ? looks[status] : unknown;
  return (
    <Tooltip title={isKnown(status) ? wordOf(explained, status).replaceAll('`', '') : undefined}>
      <Tag color={color} icon={isPassing ? <SyncOutlined spin aria-hidden /> : icon} data-status={status}>
        {wordOf(names, status)}
      </Tag>
    </Tooltip>
  );
}

const isKnown = (status: string): status is keyof typeof looks => Object.hasOwn(looks, status);
