import { hashKey } from '@tanstack/react-query';
import { failureOf } from '../api/failure.js';
import { useTexts } from '../language/language-context.js';
import { FailureAlert } from '../problems/failure-alert.js';

/** A service whose connections could not be read. */
export interface UnreadService {
  readonly name: string;
  readonly error: unknown;
}

interface Props {
  services: readonly UnreadService[];
  onRetry: () => void;
}

/** Names the services whose connections could not be read: together where the same went wrong. */
export function UnreadConnections({ services, onRetry }: Props) {
  const { pictures } = useTexts();
  const groups = new Map<string, UnreadService[]>();
  for (const service of services) {
    const { requestId: _, ...failure } = failureOf(service.error);
    const key = hashKey([failure]);
    groups.set(key, [...(groups.get(key) ?? []), service]);
  }
  return [...groups].map(([key, of]) => (
    <FailureAlert
      key={key}
      error={of[0]?.error}
      about={pictures.unread(of.map(({ name }) => name))}
      onRetry={onRetry}
    />
  ));
}
