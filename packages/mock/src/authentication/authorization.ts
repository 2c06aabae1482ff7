/** What the `Authorization` header of a signed request says. */
export interface Authorization {
  readonly accessKeyId: string;
  /** The names of the signed headers, as they were sent. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** How that header is written. */
export const authorizationForm =
  'SDK-HMAC-SHA256 Access=<access key ID>, SignedHeaders=<name;name>, Signature=<64 hexadecimal digits>';

/** Reads the header; `undefined` when it is not written as it has to be. */
export function readAuthorization(header: string): Authorization | undefined {
  const [, accessKeyId, names, signature] =
    /^SDK-HMAC-SHA256 +Access=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([^,\s]+)$/.exec(header) ?? [];
  if (accessKeyId === undefined || names === undefined || signature === undefined) return undefined;
  return { accessKeyId, signedHeaders: names.split(';'), signature };
}
