import { Alert, Button, Skeleton } from 'antd';
import { useTexts } from '../language/language-context.js';
import { MockFailure } from './mock-failure.js';
import { describeFault } from './describe-fault.js';
import { useFaults } from './use-faults.js';

/** What goes wrong on purpose at present. */
export function ActiveFaults() {
  const texts = useTexts();
  const { faults, error, clear } = useFaults();
  if (error !== null) return <MockFailure error={error} />;
  if (faults === undefined) return <Skeleton active title={false} />;
  return (
    <section aria-label={texts.faults.active} className="stack">
      <h2>{texts.faults.active}</h2>
      {faults.length === 0 ? (
        <p className="quiet">{texts.faults.noneActive}</p>
      ) : (
        <>
          {faults.map(({ fault, count }, index) => (
            <Alert
              key={index}
              type="warning"
              className="breakable"
              title={
                <>
                  <div>{describeFault(fault, texts)}</div>
                  {count.calls > 0 && <div>{texts.faults.describe.count(count.hits, count.calls)}</div>}
                </>
              }
            />
          ))}
          <div>
            <Button onClick={clear}>{texts.faults.clear}</Button>
          </div>
        </>
      )}
    </section>
  );
}
