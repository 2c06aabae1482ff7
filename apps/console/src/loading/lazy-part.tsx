import { type ComponentType, lazy, type ReactNode, useEffect, useState } from 'react';
import { NotLoadedError } from '../api/not-loaded-error.js';
import { NotLoaded } from './not-loaded.js';

/**
 * A dialog, drawer or tab that is loaded when it is first wanted. What cannot be loaded, as without a network, is said, and
 * leaves the rest of the page in use; it is tried again when it is wanted again.
 *
 * @param load loads the component
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => ReactNode {
  interface Given {
    readonly given: Props;
    readonly onRetry: () => void;
  }
  const begin = () =>
    lazy<ComponentType<Given>>(async () => {
      try {
        const Part = await load();
        return { default: ({ given }) => <Part {...given} /> };
      } catch (cause) {
        const error = new NotLoadedError('a part of the console could not be loaded', { cause });
        return {
          default: function Failed({ given, onRetry }) {
            useEffect(() => {
              // Whoever wants it next tries again. Not before it is shown: until then React begins anew with what is latest.
              latest = begin();
            }, []);
            return (
              <NotLoaded error={error} onRetry={onRetry} {...(isClosable(given) ? { onClose: given.onClose } : {})} />
            );
          },
        };
      }
    });
  let latest = begin();
  return function LazyPart(given) {
    const [Part, setPart] = useState(() => latest);
    return (
      <Part
        given={given}
        onRetry={() => {
          setPart(() => latest);
        }}
      />
    );
  };
}

/** Whether it is a dialog or drawer, which is given what takes it away; a tab is not. */
const isClosable = (given: object): given is { onClose: () => void } =>
  'onClose' in given && typeof given.onClose === 'function';
