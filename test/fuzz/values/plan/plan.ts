import type { RealmName } from '../realms';
import type { Template } from './template';

/** What stands in a place: a value by its source, or one of the plan's objects, counted round. */
export type Slot = { readonly source: string } | { readonly node: number };

/** An own property; `attributes` are those of 'wec' that hold. */
export interface PropertyPlan {
  readonly key: string;
  readonly value: Slot;
  readonly attributes: string;
  readonly accessor: boolean;
}

/** An element, an entry or a member of what holds such. */
export interface PartPlan {
  readonly key: Slot;
  readonly value: Slot;
  readonly hole: boolean;
}

export interface NodePlan {
  readonly template: Template;
  readonly realm: RealmName;
  readonly parts: readonly PartPlan[];
  readonly properties: readonly PropertyPlan[];
  readonly prototype: 'its own' | 'null' | number;
  readonly closing: 'open' | 'preventExtensions' | 'seal' | 'freeze';
  /** Which of the plan's buffers it stands on, if it is a view. */
  readonly buffer: number;
}

/** An entry of a transfer list: a buffer of the plan, a source, or nothing. */
export type ListEntry = { readonly buffer: number } | { readonly source: string } | 'hole';

/** A message as data: all that is needed to make it again, and small enough to shrink. */
export interface Plan {
  readonly nodes: readonly NodePlan[];
  readonly message: Slot;
  readonly transfer: readonly ListEntry[] | { readonly source: string } | undefined;
  /** Buffers that are detached before the message is sent. */
  readonly detached: readonly number[];
  readonly shareSendables: boolean;
}
