import type { Control } from '../control/control.js';
import { ControlError } from '../values/control-error.js';
import type { WorldsControl } from '../worlds/mock-world.js';

/**
 * What a replica of a shared mock can be asked in code. What changes something goes through Redis, which takes its time, and
 * so is told over HTTP.
 */
export function toldOverHttp<C extends Control & WorldsControl>(control: C, url: () => string): C {
  const refuse = (name: string) => (): never => {
    throw new ControlError(
      `${name} changes a shared mock, which all replicas have to do: tell it over HTTP, with connectMock('${url()}').${name}.`,
    );
  };
  const { clock, snapshots } = control;
  return {
    ...control,
    load: refuse('load'),
    reset: refuse('reset'),
    setFaults: refuse('setFaults'),
    setTransitions: refuse('setTransitions'),
    setQuotas: refuse('setQuotas'),
    clearRequests: refuse('clearRequests'),
    clock: { ...clock, advance: refuse('clock.advance') },
    snapshots: {
      ...snapshots,
      save: refuse('snapshots.save'),
      restore: refuse('snapshots.restore'),
      remove: refuse('snapshots.remove'),
      import: refuse('snapshots.import'),
    },
    world: () => new Promise(refuse('world')),
  };
}
