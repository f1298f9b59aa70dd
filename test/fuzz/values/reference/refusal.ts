/** Thrown by the second implementation at the first part that the platform refuses. */
export class Refusal {
  constructor(
    /** The platform's text; several where it is undetermined which. */
    readonly reasons: readonly string[],
    readonly path: string,
  ) {}
}
