import { createRealmMakers, type RealmMakers } from '../../clone/guest';
import { backtraceOf } from './backtrace';
import { PlatformImports } from './platform-imports';
import { createGlobals, type GlobalPorts, type LazyGlobals } from './realm-globals';
import type { ThreadRules } from './rules';
import { createModuleParts, type ModuleParts } from './worker-module';

export interface RealmKitRequest {
  readonly rules: ThreadRules;
  readonly workerName: string;
  /** Given for an isolated realm, which then gets its own globals. */
  readonly globals: GlobalPorts | undefined;
}

/** Where an error happened, for the fields of an error event. */
export interface ErrorPosition {
  readonly filename: string;
  readonly lineno: number;
  readonly colno: number;
}

/** Everything that must be made inside a realm, so that what user code gets there belongs to that realm. */
export interface RealmKit {
  readonly module: ModuleParts;
  /** What the realm's imports of the platform's modules give. */
  readonly imports: PlatformImports;
  /** The globals of an isolated realm, to be put in place from outside: from inside that takes ten times as long. */
  readonly globals: LazyGlobals;
  /** What copies of messages are made with. */
  readonly makers: RealmMakers;
  messageEvent(data: unknown): object;
  errorEvent(thrown: unknown, position: ErrorPosition | undefined): object;
  businessError(code: number, message: string): Error;
  /** An error of this realm with the given text and stack. */
  error(message: string, name: string | undefined, stack: string | undefined): Error;
  /** Paths of the source files on the stack, innermost first. */
  callingFiles(): string[];
}

/** Instantiated once in each realm: in the test's, as part of the package; in a worker's, as the guest script. */
export function createRealmKit(request: RealmKitRequest): RealmKit {
  const { rules, workerName, globals } = request;
  const module = createModuleParts(rules);
  return {
    module,
    imports: new PlatformImports(module, rules),
    globals: globals === undefined ? {} : createGlobals(globals, rules, workerName),
    makers: createRealmMakers(),
    messageEvent: (data) => ({ data }),
    errorEvent,
    businessError,
    error: createError,
    callingFiles,
  };
}

/** The shape of every error that the module throws (E-0a). */
function businessError(code: number, message: string): Error {
  return Object.assign(new Error(message), { code, name: 'BusinessError' });
}

function createError(message: string, name: string | undefined, stack: string | undefined): Error {
  const error = name === 'ReferenceError' ? new ReferenceError(message) : new Error(message);
  if (name !== undefined) Object.defineProperty(error, 'name', hidden(name));
  if (stack !== undefined) Object.defineProperty(error, 'stack', hidden(stack));
  return error;
}

function hidden(value: string): PropertyDescriptor {
  return { value, writable: true, enumerable: false, configurable: true };
}

/** The fields in the platform's order. */
function errorEvent(thrown: unknown, position: ErrorPosition | undefined): object {
  const event: Record<string, unknown> = { message: stringOf(thrown) };
  if (typeof thrown === 'object' && thrown !== null) event.backtrace = backtraceOf(thrown);
  event.timeStamp = timeStamp(new Date());
  if (position !== undefined) Object.assign(event, position);
  event.type = 'ErrorEvent';
  event.error = thrown;
  return event;
}

function stringOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return '';
  }
}

/** Local time as `YYYY-MM-DD HH:MM:SS`. */
function timeStamp(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

function callingFiles(): string[] {
  const { prepareStackTrace, stackTraceLimit } = Error;
  try {
    // The frame that is wanted comes right after our own.
    Error.stackTraceLimit = 16;
    Error.prepareStackTrace = (_error, sites) => sites;
    const holder: { stack?: NodeJS.CallSite[] } = {};
    Error.captureStackTrace(holder, callingFiles);
    return (holder.stack ?? []).flatMap((site) => site.getFileName() ?? []);
  } finally {
    Error.prepareStackTrace = prepareStackTrace as typeof Error.prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}
