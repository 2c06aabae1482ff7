/*
 * What the tests have every browser do: ask the mock in the page what they wish, open what is persisted twice, and report.
 * The page forbids all that its policy does not name, `eval` and inline scripts among it.
 */
/* global fetch -- It runs in browsers. */
import { createMock } from '/browser.js';

/** @type {{ url: string, init: RequestInit }[]} */
const asked = await (await fetch('/requests.json')).json();

async function answers() {
  const mock = createMock({ clock: 'manual', scenario: 'busy' });
  const answers = [];
  for (const { url, init } of asked) {
    const response = await mock.fetch(url, init);
    answers.push({ status: response.status, text: await response.text() });
  }
  return { answers, state: mock.state() };
}

async function persisted() {
  const first = await createMock({ clock: 'manual', persist: 'exchange' });
  const [creation] = asked;
  await first.fetch(creation.url, creation.init);
  await first.close();
  const second = await createMock({ clock: 'manual', persist: 'exchange' });
  return second.state().services.length;
}

async function report() {
  try {
    return { ...(await answers()), persisted: await persisted() };
  } catch (error) {
    return { problem: `${error}\n${error.stack}` };
  }
}

await fetch('/report', { method: 'POST', body: JSON.stringify(await report()) });
