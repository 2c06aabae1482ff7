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
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language-context.js';
import { wordOf } from '../language/word-of.js';
import './status-tag.css';

interface Look {
  readonly colour: 'accent' | 'success' | 'warning' | 'error' | 'muted';
  readonly icon?: ReactNode;
}

/** A state that passes has the icon that turns, and needs none of its own. */
const looks: Readonly<Record<EndpointServiceStatus | ConnectionStatus, Look>> = {
  creating: { colour: 'accent' },
  deleting: { colour: 'muted' },
  available: { colour: 'success', icon: <CheckCircleOutlined aria-hidden /> },
  accepted: { colour: 'success', icon: <CheckCircleOutlined aria-hidden /> },
  pendingAcceptance: { colour: 'warning', icon: <ClockCircleOutlined aria-hidden /> },
  rejected: { colour: 'muted', icon: <StopOutlined aria-hidden /> },
  failed: { colour: 'error', icon: <CloseCircleOutlined aria-hidden /> },
};

/** How a state looks that a newer service has. */
const unknown: Look = { colour: 'muted' };

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
  const { colour, icon } = isKnown(status) ? looks[status] : unknown;
  return (
    <span
      className="status-tag"
      data-colour={colour}
      data-status={status}
      title={isKnown(status) ? wordOf(explained, status).replaceAll('`', '') : undefined}
    >
      {isPassing ? <SyncOutlined spin aria-hidden /> : icon}
      {wordOf(names, status)}
    </span>
  );
}

const isKnown = (status: string): status is keyof typeof looks => Object.hasOwn(looks, status);
