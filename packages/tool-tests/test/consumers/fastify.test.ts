import fastify, { type FastifyError } from 'fastify';
import glue from 'fastify-openapi-glue';
import { expect, test } from 'vitest';
import { fileOf } from './forms.js';

const quota = { type: 'endpoint', used: 1, quota: 50 };

/** A server by Fastify's defaults, whose failures have the shape of the API. */
async function serverOf(form: string) {
  const server = fastify();
  server.setErrorHandler((error: FastifyError, _request, reply) =>
    reply.code(error.statusCode ?? 500).send({ error_code: 'EndPoint.0002', error_msg: error.message }),
  );
  const operationResolver = () => () => ({ quotas: { resources: [quota] } });
  await server.register(glue, { specification: fileOf(form), operationResolver });
  await server.ready();
  return server;
}

test('Fastify with its defaults serves the plain form, and holds requests and answers against its schemas', async () => {
  const server = await serverOf('openapi-plain');
  const answer = await server.inject('/v1/my-project/quotas?type=endpoint');
  expect(answer.json()).toEqual({ quotas: { resources: [quota] } });
  const refused = await server.inject('/v1/my-project/quotas?type=gateway');
  expect([refused.statusCode, refused.json()]).toEqual([
    400,
    { error_code: 'EndPoint.0002', error_msg: expect.stringContaining('querystring/type') as string },
  ]);
});

test('it refuses the document itself for a word of its own, and OpenAPI 3.0 altogether for its word for examples', async () => {
  await expect(serverOf('openapi')).rejects.toThrow(/unknown keyword: "x-/);
  await expect(serverOf('openapi-3.0')).rejects.toThrow('unknown keyword: "example"');
});
