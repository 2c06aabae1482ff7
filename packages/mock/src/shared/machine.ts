import type { Answer } from '../answer.js';
import type { Contract } from '../contract/contract.js';
import { receiveRequest } from '../core/answer-request.js';
import type { RequestContext } from '../core/request-entry.js';
import type { PreparedAnswer } from '../iam/iam.js';
import type { ReceivedRequest } from '../request/received-request.js';
import { readTarget } from '../request/target.js';
import type { World } from '../worlds/world.js';
import type { Worlds } from '../worlds/worlds.js';
import { bodyOf, type CommandWithBody, type RequestCommand, type TokenCommand } from './command.js';

/** What became of a command. */
export interface Outcome {
  /** Undefined when the connection shall be cut instead of an answer. */
  readonly answer?: Answer | undefined;
  /** How long a fault holds the answer back, in milliseconds. */
  readonly heldMs: number;
  /** What was learned on the way. */
  readonly context: RequestContext;
  /** Why there is no answer: its world is gone, or the token that it depends on is not valid any more. */
  readonly refused?: 'world' | 'token';
  /** What went wrong in the mock itself. */
  readonly failure?: Error;
}

/** Applies commands, one after the other. The same commands have the same effects in every replica. */
export interface Machine {
  /**
   * @param time - when it was appended, in milliseconds since 1970 in UTC.
   * @param ofIam - what becomes of a request for a token, where its body is known.
   */
  apply(time: number, command: CommandWithBody, ofIam?: PreparedAnswer): Promise<Outcome>;
  /** Whether a command is being applied. What is due is finished only then, by the time of the command. */
  readonly isApplying: () => boolean;
  /** What the command that is being applied makes by chance. */
  chance(): string;
  /** The time of the command that is being applied, or else the present, in milliseconds since 1970 in UTC. */
  readonly now: () => number;
  /** Says what the present is by the clock of Redis. */
  see(time: number): void;
  /** About what the clock of Redis shows, in microseconds since 1970 in UTC. */
  readonly microseconds: () => number;
}

/** What a machine acts on. */
export interface MachineDependencies {
  readonly contract: () => Contract;
  readonly worlds: () => Worlds;
}

export function createMachine({ contract, worlds }: MachineDependencies): Machine {
  let present = 0;
  let last = 0;
  let seen = { time: 0, at: performance.now() };
  let applied: { readonly time: number; readonly chance: string } | undefined;
  // What a command is answered once it is in the stream cannot be cut off.
  const { signal: ending } = new AbortController();

  async function performRequest(world: World, given: CommandWithBody, command: RequestCommand): Promise<Outcome> {
    const outcome = { heldMs: 0, context: {} as RequestContext };
    if (command.token !== undefined && !world.authentication.isValid(command.token)) {
      return { ...outcome, refused: 'token' };
    }
    const bytes = await bodyOf(given);
    return perform(world, requestOf(command, bytes, ending), outcome);
  }
  async function performToken(world: World, command: TokenCommand, ofIam?: PreparedAnswer): Promise<Outcome> {
    const { issues } = command;
    const answer = () => {
      if (issues !== undefined) world.authentication.admitToken(issues);
      return { status: 201 };
    };
    const request = requestOf(command, new Uint8Array(), ending);
    return perform(world, request, { heldMs: 0, context: {} }, ofIam ?? { answer });
  }
  async function perform(
    world: World,
    request: ReceivedRequest,
    outcome: { heldMs: number; context: RequestContext },
    ofIam?: PreparedAnswer,
  ): Promise<Outcome> {
    const { context } = outcome;
    const dependencies = { contract: contract(), world, isAdmitted: true };
    const received = await receiveRequest(request, readTarget(request.target), context, dependencies);
    if (!('perform' in received)) return { ...outcome, answer: received };
    const hold = (ms: number) => {
      outcome.heldMs += ms;
      return Promise.resolve();
    };
    const answer = await received.perform(hold, ofIam);
    return { ...outcome, answer };
  }

  async function act(given: CommandWithBody, ofIam?: PreparedAnswer): Promise<Outcome> {
    const { command } = given;
    const nothing: Outcome = { heldMs: 0, context: {} };
    if (command.kind === 'end') {
      worlds().end(command.world);
      return nothing;
    }
    const world = worlds().find(command.world);
    if (world === undefined) return { ...nothing, refused: 'world' };
    try {
      if (command.kind === 'request') return await performRequest(world, given, command);
      if (command.kind === 'token') return await performToken(world, command, ofIam);
      return nothing;
    } finally {
      world.runtime.store().settle();
    }
  }

  return {
    async apply(time, given, ofIam) {
      const { command } = given;
      applied = { time, chance: command.kind === 'request' ? command.chance : command.id };
      try {
        return await act(given, ofIam);
      } catch (error) {
        // It fails everywhere alike.
        return { heldMs: 0, context: {}, failure: error instanceof Error ? error : new Error(String(error)) };
      } finally {
        present = last = time;
        applied = undefined;
      }
    },
    isApplying: () => applied !== undefined,
    chance() {
      if (applied === undefined) throw new Error('nothing happens by chance but in a command');
      return applied.chance;
    },
    now: () => applied?.time ?? present,
    see(time) {
      present = Math.max(time, last);
      seen = { time, at: performance.now() };
    },
    microseconds: () => Math.round((seen.time + performance.now() - seen.at) * 1000),
  };
}

/** A request as a command tells it. */
const requestOf = (
  { method, target, origin, headers }: RequestCommand | TokenCommand,
  bytes: Uint8Array,
  ending: AbortSignal,
): ReceivedRequest => ({
  method,
  target,
  origin,
  headers,
  headerNames: () => Object.keys(headers),
  bytes: () => Promise.resolve({ bytes }),
  ending,
});
