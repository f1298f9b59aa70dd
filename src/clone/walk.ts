import { type CloneFailure, type CloneNote, FAILED, NO_NOTES } from './clone-result';
import { type FieldLayout, Frame } from './frame';
import { Identity } from './identity';
import { OwnMap, OwnSet } from './intrinsics';
import type { Lock } from './lock';
import { pathOf, propertySegment } from './path';
import { classNameOf, type Lineage, membersOf } from './prototypes';
import type { Receiver } from './receiver';
import { Ticket } from './ticket';
import type { Transfer } from './transfer';
import { describeType } from './unsupported';

/** Enough for a person; and a path can be as long as the message is deep. */
const MOST_NOTES = 100;
/** Enough for messages that are written by hand. */
const CLOSE_LOOKS = 24;
const NAME_LOOKS = 200;
const NO_KEYS: readonly string[] = [];

/**
 * The state of one message on its way into a realm. An object is *opened* (checked, its copy made and remembered),
 * then its values are copied one after the other, then it's *closed* (copies put in place, frozen). Open objects are
 * linked {@link Frame}s, so a long chain can't overflow the native stack.
 */
export class Walk {
  readonly identity = new Identity();
  /** The estimated encoded size so far. */
  bytes = 0;
  /** How many elements of arrays may still be looked at by their descriptors. */
  closeLooks = CLOSE_LOOKS;
  /** For how many arrays and typed arrays hidden names may still be looked for. */
  nameLooks = NAME_LOOKS;
  /** The last seen prototype of arrays at whose holes nothing is inherited. */
  withoutIndices: object | undefined = undefined;
  failure: CloneFailure | undefined = undefined;
  /** The innermost open object. */
  top: Frame | undefined = undefined;
  /** The frame whose current slot is being copied. */
  here: Frame | undefined = undefined;
  /** Frames that hold transferred buffers: they are closed when all memory has moved. */
  late: Frame[] | undefined = undefined;
  #notes: CloneNote[] | undefined = undefined;
  #noted: Set<object> | undefined = undefined;
  #lineages: Map<object | null, Lineage> | undefined = undefined;

  constructor(
    readonly receiver: Receiver,
    readonly shareSendables: boolean,
    readonly transfer: Transfer | undefined,
  ) {}

  get notes(): readonly CloneNote[] {
    return this.#notes ?? NO_NOTES;
  }

  /** Where the object that is being opened stands. */
  get path(): string {
    return pathOf(this.here);
  }

  /** No user code changes a prototype during the walk. */
  lineageOf(prototype: object | null): Lineage {
    this.#lineages ??= new OwnMap();
    let lineage = this.#lineages.get(prototype);
    if (lineage === undefined) {
      lineage = this.receiver.prototypes.lineageOf(prototype);
      this.#lineages.set(prototype, lineage);
    }
    return lineage;
  }

  /** An object that has all of its properties already, and wants copies for some. */
  openRecord(target: object, keys: readonly string[], values: unknown[], lock: Lock): void {
    this.top = new Frame('record', target, keys, values, undefined, lock, this.top, this.here, false);
  }

  /** An array that still holds sources. */
  openArray(target: unknown[], lock: Lock): void {
    this.top = new Frame('array', target, NO_KEYS, target, undefined, lock, this.top, this.here, false);
  }

  openEntries(shape: 'map' | 'set', target: object, entries: unknown[]): void {
    this.top = new Frame(shape, target, NO_KEYS, entries, undefined, undefined, this.top, this.here, false);
  }

  openFields(target: object | Ticket, layout: FieldLayout): void {
    const values = layout.attributes.map(({ value }): unknown => value);
    const late = target instanceof Ticket;
    this.top = new Frame('fields', target, layout.keys, values, layout, layout.lock, this.top, this.here, late);
  }

  /** What is opened next stands in no slot of its own, but is a part of the object that is being opened. */
  enter(whole: object, part: string): void {
    this.here = new Frame('record', whole, [part], [], undefined, undefined, undefined, this.here, false);
    this.here.index = 0;
  }

  closeLater(frame: Frame): void {
    this.late ??= [];
    this.late.push(frame);
  }

  /** Fails because the object that is being opened is of an unsupported type (S-60). */
  refuse(type: string): typeof FAILED {
    return this.fail(`Serialize don't support object type: ${type}`, describeType(type));
  }

  /** Fails because of the layout of the object that is being opened: one of its keys, or an accessor. */
  refuseProperty(type: string, what: string, key: PropertyKey): typeof FAILED {
    return this.fail(`Serialize don't support object type: ${type}`, what, propertySegment(key));
  }

  fail(reason: string, what: string, segment = ''): typeof FAILED {
    this.failure = { reason, path: this.path + segment, what };
    return FAILED;
  }

  /** Notes something about the object that is being opened. */
  note(make: (path: string) => CloneNote): void {
    this.#notes ??= [];
    if (this.#notes.length < MOST_NOTES) this.#notes.push(make(this.path));
  }

  /** Notes the members that instances of these classes lose, at the first instance (S-16). */
  noteLostPrototype(classes: readonly object[]): void {
    const [nearest] = classes;
    if (nearest === undefined || this.#noted?.has(nearest) === true) return;
    this.#noted ??= new OwnSet();
    this.#noted.add(nearest);
    const members = membersOf(classes);
    if (members.length === 0) return;
    this.note((path) => ({ kind: 'prototype-lost', path, className: classNameOf(nearest), members }));
  }
}
