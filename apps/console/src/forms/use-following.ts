import { hashKey } from '@tanstack/react-query';
import type { FormInstance } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { isBlank } from './without-blanks.js';

interface Options {
  form: FormInstance;
  /** What the form is about, as it was last read. */
  initialValues: object;
  /** How often the form was sent with success. */
  sendings: { readonly current: number };
  /** What is said at a field that was changed both here and elsewhere. */
  warning: string;
}

/**
 * Has a form follow what it is about, which may change elsewhere while the form is open: a field that nobody has changed here
 * shows what is there now. What was changed here stays, and is said to have been overtaken.
 */
export function useFollowing({ form, initialValues, sendings, warning }: Options) {
  /** What each field held when it was last as it had been read or sent. */
  const before = useRef(new Map(Object.entries(initialValues)));
  const counted = useRef(sendings.current);
  const followings = useRef(0);
  const [overtaken, setOvertaken] = useState<readonly string[]>([]);
  const valueOf = (name: string): unknown => form.getFieldValue(name);
  const names = Object.keys(initialValues);

  function take(taken: readonly (readonly [name: string, value: unknown])[]): void {
    for (const [name, value] of taken) before.current.set(name, value);
    form.setFields(taken.map(([name, value]) => ({ name, value, touched: false, errors: [], warnings: [] })));
    // From here on, leaving loses nothing.
    if (names.every((name) => isSame(valueOf(name), before.current.get(name)))) followings.current += 1;
  }

  const read = hashKey([initialValues]);
  const lastRead = useRef(read);
  useEffect(() => {
    if (sendings.current !== counted.current) {
      counted.current = sendings.current;
      for (const name of names) before.current.set(name, valueOf(name));
      form.setFields(overtaken.map((name) => ({ name, warnings: [] })));
      setOvertaken([]);
    }
    if (read === lastRead.current) return;
    lastRead.current = read;
    const changed = Object.entries(initialValues).filter(([name, value]) => !isSame(value, before.current.get(name)));
    const isOwn = ([name, value]: readonly [string, unknown]) =>
      !isSame(valueOf(name), before.current.get(name)) && !isSame(valueOf(name), value);
    const own = changed.filter(isOwn).map(([name]) => name);
    take(changed.filter((each) => !isOwn(each)));
    form.setFields(own.map((name) => ({ name, warnings: [warning] })));
    setOvertaken(own);
  });

  return {
    /** The fields that were changed both here and elsewhere. */
    overtaken,
    /** Has those show what is there now. */
    takeOver: () => {
      take(Object.entries(initialValues).filter(([name]) => overtaken.includes(name)));
      setOvertaken([]);
    },
    /** How often the form was as it is elsewhere: sent with success, or followed. */
    settlings: useMemo(
      () => ({
        get current() {
          return sendings.current + followings.current;
        },
      }),
      [sendings],
    ),
  };
}

const isSame = (one: unknown, other: unknown): boolean =>
  hashKey([one]) === hashKey([other]) || (isBlank(one) && isBlank(other));
