import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  StopOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import type { ConnectionStatus, EndpointServiceStatus } from '@vpcep/types';
import { Tag, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language-context.js';

const looks: Record<EndpointServiceStatus | ConnectionStatus, { color: string; icon: ReactNode }> = {
  creating: { color: 'processing', icon: <SyncOutlined spin aria-hidden /> },
  deleting: { color: 'default', icon: <SyncOutlined spin aria-hidden /> },
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
    />
  );
}

function StatusTag({ status, name, text }: { status: keyof typeof looks; name: string; text: string }) {
  const { color, icon } = looks[status];
  return (
    <Tooltip title={text.replaceAll('`', '')}>
      <Tag color={color} icon={icon} data-status={status}>
        {name}
      </Tag>
    </Tooltip>
  );
}
