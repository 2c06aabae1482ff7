/** A second opinion on what the mock does: the simplest thing that could be right, with no regard for speed. */
export interface ModelService {
  id: string;
  project: string;
  backend: number;
  serverPort: number;
  approval: boolean;
  name: string;
  status: 'creating' | 'available' | 'deleting' | 'gone';
  due: number;
  whitelist: string[];
  changed: number;
}

export interface ModelEndpoint {
  id: string;
  project: string;
  service: ModelService;
  status: 'creating' | 'pendingAcceptance' | 'accepted' | 'rejected' | 'deleting' | 'gone';
  due: number;
  changed: number;
}

/** How long creating and deleting take, in seconds. */
export const takes = { service: 60, endpoint: 90 };
/** How many of each a project may have. */
export const quota = { service: 4, endpoint: 4 };

export class Model {
  now = 0;
  changes = 0;
  readonly services: ModelService[] = [];
  readonly endpoints: ModelEndpoint[] = [];

  advance(seconds: number): void {
    this.now += seconds;
    const under = (thing: ModelService | ModelEndpoint) =>
      (thing.status === 'creating' || thing.status === 'deleting') && thing.due <= this.now;
    // Of two that are due at once, that which was created first is first; sorting keeps their order.
    for (const kind of [this.services, this.endpoints]) {
      for (const thing of kind.filter(under).sort((a, b) => a.due - b.due)) {
        if (thing.status === 'deleting') thing.status = 'gone';
        else if ('service' in thing) thing.status = thing.service.approval ? 'pendingAcceptance' : 'accepted';
        else thing.status = 'available';
        thing.changed = ++this.changes;
      }
    }
  }

  servicesOf(project: string): ModelService[] {
    return this.services.filter((service) => service.project === project && service.status !== 'gone');
  }

  endpointsOf(project: string): ModelEndpoint[] {
    return this.endpoints.filter((endpoint) => endpoint.project === project && endpoint.status !== 'gone');
  }

  connectionsOf(service: ModelService): ModelEndpoint[] {
    return this.endpoints.filter((endpoint) => endpoint.service === service && endpoint.status !== 'gone');
  }

  /** How many endpoints keep a service from being deleted. */
  uses(service: ModelService): number {
    return this.connectionsOf(service).filter(({ status }) => status === 'accepted' || status === 'creating').length;
  }
}
