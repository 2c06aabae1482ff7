/** What a message is about, as its look says. */
export type MessageKind = 'success' | 'info' | 'warning' | 'error';

export interface Message {
  readonly kind: MessageKind;
  readonly text: string;
  /** How long it is there, in seconds. @default 4 */
  readonly duration?: number;
}

/** How long a message is shown that does not say so, in seconds. */
export const usualDuration = 4;
