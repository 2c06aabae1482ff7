import { startMock, type LogEntry, type Mock } from '@vpcep/mock';

export interface RecordingMock extends Mock {
  /** What it was asked since it last started over. */
  requests: (LogEntry & { event: 'request' })[];
  startOver(): void;
}

/** A mock with a world in it, which remembers what it was asked. */
export async function startRecordingMock(): Promise<RecordingMock> {
  const requests: RecordingMock['requests'] = [];
  const mock = await startMock({
    port: 0,
    scenario: 'small-team',
    transitions: 'immediate',
    log: (entry) => {
      if (entry.event === 'request') requests.push(entry);
    },
  });
  return {
    ...mock,
    requests,
    startOver() {
      mock.reset();
      requests.length = 0;
    },
  };
}
