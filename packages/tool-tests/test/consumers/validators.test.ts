import SwaggerParser from '@apidevtools/swagger-parser';
import { validate } from '@readme/openapi-parser';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { fileOf, forms } from './forms.js';

const files = forms.flatMap((form) => [form, `${form}.zh-CN`]).map((name) => ({ name, file: fileOf(name) }));

describe.each(files)('$name is valid', ({ file }) => {
  test('for @seriousme/openapi-schema-validator', async () => {
    expect(await new Validator().validate(file)).toEqual({ valid: true });
  });
  test('for @readme/openapi-parser', async () => {
    expect(await validate(file)).toMatchObject({ valid: true, warnings: [] });
  });
  test('for @apidevtools/swagger-parser', async () => {
    await expect(SwaggerParser.validate(file)).resolves.toBeDefined();
  });
});

test('the document itself is refused by swagger-parser alone, for what server variables say', async () => {
  const file = fileOf('openapi');
  expect(await new Validator().validate(file)).toEqual({ valid: true });
  expect(await validate(file)).toMatchObject({ valid: true });
  await expect(SwaggerParser.validate(file)).rejects.toThrow('#/servers/0/variables/region');
});
