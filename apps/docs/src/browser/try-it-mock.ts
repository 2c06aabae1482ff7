import { ControlError, createMock, type MockState, type PageMock } from '@vpcep/mock/browser';
import { store, stored } from './stored.js';

const storage = () => sessionStorage;
const key = 'mock-state';

/** As long as it takes on the cloud, where nothing waits in real time: the dialog lets time pass. */
const asOnTheCloud = 'time(90s)';

/**
 * Calls a mock in the page, which is made with the first request. The pages of a tab share what it remembers: each goes on
 * from where the last one was.
 */
export function mockInPage(): typeof fetch {
  let mock: PageMock | undefined;
  /** What was stored when the mock was as it is. */
  let known: string | undefined;

  function present(): PageMock {
    mock ??= createMock({
      scenario: 'small-team',
      transitions: { endpoint_service: asOnTheCloud, endpoint: asOnTheCloud },
    });
    const text = stored(storage, key);
    if (text !== undefined && text !== known) goOnFrom(mock, text);
    return mock;
  }

  return async (request, init) => {
    const current = present();
    const response = await current.fetch(request, init);
    store(storage, key, JSON.stringify(current.state()));
    // Where there is no room for it, this page goes on by itself.
    known = stored(storage, key);
    return response;
  };
}

function goOnFrom(mock: PageMock, text: string): void {
  try {
    mock.load(JSON.parse(text) as MockState);
  } catch (error) {
    // Another version of the pages has left it.
    if (!(error instanceof ControlError || error instanceof SyntaxError)) throw error;
    mock.reset();
  }
}
