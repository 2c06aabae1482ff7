import * as v from 'valibot';

const healthSchema = v.object({ documentHash: v.string() });

export type MockHealth = v.InferOutput<typeof healthSchema>;

/** Asks whether there is a mock at an address, without any credentials. Null when there is none. */
export async function askMockHealth(
  send: typeof fetch,
  baseUrl: string,
  signal: AbortSignal,
): Promise<MockHealth | null> {
  let response: Response;
  try {
    response = await send(`${baseUrl.replace(/\/+$/, '')}/_mock/health`, { signal });
  } catch (error) {
    // No answer, or one that this page may not read: either way there is no mock to use.
    if (error instanceof TypeError) return null;
    throw error;
  }
  if (!response.ok) return null;
  const body = v.safeParse(v.pipe(v.string(), v.parseJson(), healthSchema), await response.text());
  return body.success ? body.output : null;
}
