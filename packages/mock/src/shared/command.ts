import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

/** What all replicas are told of a request. No secret is in it. */
interface ToldRequest extends CommandBase {
  readonly method: string;
  readonly target: string;
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A request as all replicas do it. */
export interface RequestCommand extends ToldRequest {
  readonly kind: 'request';
  /** What is made by chance in it. */
  readonly chance: string;
  /** The digest of the issued token that it depends on. */
  readonly token?: string;
  /** The body was compressed. */
  readonly isCompressed?: boolean;
}

/** A request for a token, of which nobody but the replica that received it may know the body. */
export interface TokenCommand extends ToldRequest {
  readonly kind: 'token';
  /** The digest of the token that it issues, if it does. */
  readonly issues?: string;
}

/** Finishes in a world what is due by now. */
export interface SettleCommand extends CommandBase {
  readonly kind: 'settle';
}

/** Removes a world whose time is over. */
export interface EndCommand extends CommandBase {
  readonly kind: 'end';
  readonly world: string;
}

interface CommandBase {
  /** Tells it from all others. */
  readonly id: string;
  /** The world that it is for; without one, it is for the mock's own. */
  readonly world?: string;
}

/** What all replicas do in the same order. */
export type Command = RequestCommand | TokenCommand | SettleCommand | EndCommand;

/** A command with the bytes of its body. */
export interface CommandWithBody {
  readonly command: Command;
  readonly body: Buffer;
}

/** How many bytes a body has at least that is compressed. */
const compressedFrom = 8192;

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** A request with its body as it lies in the stream. */
export async function packed(command: RequestCommand, body: Uint8Array): Promise<CommandWithBody> {
  if (body.length < compressedFrom) return { command, body: Buffer.from(body) };
  return { command: { ...command, isCompressed: true }, body: await compress(body) };
}

/** The body of a command as it was received. */
export async function bodyOf({ command, body }: CommandWithBody): Promise<Uint8Array> {
  return command.kind === 'request' && command.isCompressed === true ? decompress(body) : body;
}

/** Reads a command as it lies in the stream, where this version of the mock has put it. */
export const readCommand = (text: string): Command => JSON.parse(text) as Command;
