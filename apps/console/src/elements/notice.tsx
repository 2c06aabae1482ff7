import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleOutlined,
  InfoCircleOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import './notice.css';

const icons = {
  success: <CheckCircleOutlined aria-hidden />,
  info: <InfoCircleOutlined aria-hidden />,
  warning: <ExclamationCircleOutlined aria-hidden />,
  error: <CloseCircleOutlined aria-hidden />,
};

interface Props {
  type: keyof typeof icons;
  title: ReactNode;
  description?: ReactNode;
  /** What one can do about it. */
  action?: ReactNode;
}

/** Tells something in a frame of its own. */
export function Notice({ type, title, description, action }: Props) {
  return (
    <div role="alert" className="notice" data-type={type}>
      <span className="notice-icon">{icons[type]}</span>
      <div className="notice-text">
        <strong>{title}</strong>
        {description}
      </div>
      {action}
    </div>
  );
}
