/** What becomes of a resource in the states that its status can have. */
export interface Lifecycle<Status> {
  /** States that a resource leaves by itself. */
  readonly passing: readonly Status[];
  /** States that end every wait for the resource to come into use. */
  readonly final: readonly Status[];
}
