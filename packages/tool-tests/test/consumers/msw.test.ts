import { fromOpenApi } from '@mswjs/source/open-api';
import { getResponse } from 'msw';
import { expect, test } from 'vitest';
import { readForm } from './forms.js';

const url = 'https://vpcep.cn-north-4.myhuaweicloud.com/v1/my-project/quotas';

async function answerOf(form: string): Promise<unknown> {
  const document = JSON.stringify(readForm(form));
  const response = await getResponse(await fromOpenApi(document), new Request(url));
  return response?.json();
}

test('the handlers that msw makes of the plain form match the real address', async () => {
  expect(await answerOf('openapi-plain')).toMatchObject({ quotas: { resources: expect.any(Array) as unknown } });
});

test('those of the document do not: a variable stays in the address', async () => {
  expect(await answerOf('openapi')).toBeUndefined();
});
