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

/** A state that passes has the icon that turns, and needs none of its own. */
const looks: Record<EndpointServiceStatus | ConnectionStatus, { color: string; icon?: ReactNode }> = {
  creating: { color: 'processing' },
  deleting: { color: 'default' },
  available: { color: 'success', icon: <CheckCircleOutlined aria-hidden /> },
  accepted: { color: 'success', icon: <CheckCircleOutlined aria-hidden /> },
  pendingAcceptance: { color: 'warning', icon: <ClockCircleOutlined aria-hidden /> },
  rejected: { color: 'default', icon: <StopOutlined aria-hidden /> },
  failed: { color: 'error', icon: <CloseCircleOutlined aria-hidden /> },
};

/** How an endpoint service stands. */
export function ServiceStatusTag({ status }: { status: EndpointServiceStatus }) {
  const { texts, documentTexts } = useLanguage();
  return (
    <StatusTag
      status={status}
      name={texts.serviceStatus[status]}
      text={documentTexts.values.EndpointServiceStatus[status]}
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
      name={texts.connectionStatus[status]}
      text={documentTexts.values.ConnectionStatus[status]}
      isPassing={connectionStatusLifecycle.passing.includes(status)}
    />
  );
}

interface StatusTagProps {
  status: keyof typeof looks;
  name: string;
  text: string;
  isPassing: boolean;
}

function StatusTag({ status, name, text, isPassing }: StatusTagProps) {
  const { color, icon } = looks[status];
  return (
    <Tooltip title={text.replaceAll('`', '')}>
      <Tag color={color} icon={isPassing ? <SyncOutlined spin aria-hidden /> : icon} data-status={status}>
        {name}
      </Tag>
    </Tooltip>
  );
}
