import type { Fault, Latency } from '@vpcep/mock';
import { Alert, Button, Skeleton } from 'antd';
import { useTexts } from '../language/language-context.js';
import type { Texts } from '../language/texts/texts.js';
import { FailureAlert } from '../problems/failure-alert.js';
import { useFaults } from './use-faults.js';

/** What goes wrong on purpose at present. */
export function ActiveFaults() {
  const texts = useTexts();
  const { faults, error, clear } = useFaults();
  if (error !== null) return <FailureAlert error={error} />;
  if (faults === undefined) return <Skeleton active title={false} />;
  return (
    <section aria-label={texts.faults.active} className="stack">
      <h3>{texts.faults.active}</h3>
      {faults.length === 0 ? (
        <p className="quiet">{texts.faults.noneActive}</p>
      ) : (
        <>
          {faults.map((fault) => (
            <Alert key={JSON.stringify(fault)} type="warning" title={describe(fault, texts)} />
          ))}
          <div>
            <Button onClick={clear}>{texts.faults.clear}</Button>
          </div>
        </>
      )}
    </section>
  );
}

function describe(fault: Fault, texts: Texts): string {
  const { describe: words, everyOperation } = texts.faults;
  const { operation, latency, status, error, retryAfter, drop, creationFails, times } = fault;
  const effects = [
    ...(latency === undefined ? [] : [words.slow(lengthOf(latency))]),
    ...(status === undefined && error === undefined
      ? []
      : [words.status(String(error ?? status), retryAfter === undefined ? undefined : String(retryAfter))]),
    ...(drop === undefined ? [] : [words.dropped]),
    ...(creationFails === undefined ? [] : [words.creationFails(creationFails)]),
  ];
  return [
    `${operation ?? everyOperation}: ${effects.join(', ')}`,
    ...(times === undefined ? [] : [words.times(times)]),
  ].join(', ');
}

/** A length of time, or the two between which it varies. */
const lengthOf = (latency: Latency): string =>
  typeof latency === 'object' ? Object.values(latency).join('–') : String(latency);
