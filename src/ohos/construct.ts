import type { AppProcess } from './app-process';
import { argument } from './arguments';
import type { PortName, WorkerKind } from './guest';
import { type JsThread, workerRank } from './js-thread';
import { raise } from './platform-error';
import { WorkerRecord } from './worker-record';
import type { ScriptLookup } from './worker-script';

/** `new ThreadWorker | Worker | RestrictedWorker`, in the order of the error rules, §2. */
export function constructWorker(
  app: AppProcess,
  host: JsThread,
  kind: WorkerKind,
  self: object,
  args: readonly unknown[],
): void {
  takeLatch(app, host, kind);
  if (args.length < 1) raise(host, 401, 'the number of parameters must be more than 1.');
  const [url] = args;
  if (typeof url !== 'string') raise(host, 401, 'the type of the first param must be string.');
  if (args.length === 2 && !argument.isObject(args[1])) return;
  // The options are looked at only when there are exactly two arguments (E-8b).
  const options = args.length === 2 ? readOptions(app, host, kind, args[1] as object) : { name: '' };
  if (options === undefined) return;
  if (!takeSlot(app, host, kind)) raise(host, 10200003, countComplaint(kind));
  startWorker(app, host, kind, self, argument.cut(url), options.name);
}

/** The first constructor call decides for the whole process, even when it then fails (E-1, E-2). */
function takeLatch(app: AppProcess, host: JsThread, kind: WorkerKind): void {
  const version = kind === 'Worker' ? 'old' : 'new';
  if (app.latch === 'unset') app.latch = version;
  app.firstUse ??= { kind, host, site: app.ports.captureCallSite() };
  if (app.latch === version) return;
  app.ports.observe({ type: 'classes-mixed', host, kind, first: app.firstUse });
  if (kind === 'Worker') raise(host, 10200003, 'Using both Worker and other Workers is not supported.');
  const name = kind === 'ThreadWorker' ? 'ThreadWorker' : 'LimitedWorker';
  raise(host, 10200003, `Using both Worker and ${name} is not supported.`);
}

/** Rows 5 to 8; `undefined` for the dead instance of E-9. */
function readOptions(
  app: AppProcess,
  host: JsThread,
  kind: WorkerKind,
  options: object,
): { readonly name: string } | undefined {
  const readsPriority = kind !== 'Worker' && app.has('priority');
  if (readsPriority && 'priority' in options && !isPriority(app, options.priority)) {
    raise(host, 401, 'the priority value is invalid');
  }
  const name: unknown = Reflect.get(options, 'name');
  if (name !== undefined && typeof name !== 'string') {
    if (app.latch === 'old') return undefined;
    raise(host, 401, 'the type of name must be string.');
  }
  const type: unknown = Reflect.get(options, 'type');
  if (type !== undefined && typeof type !== 'string') {
    if (app.latch === 'old') return undefined;
    raise(host, 401, "the type of type's value must be string.");
  }
  if (type !== undefined && type !== 'classic') {
    raise(host, 401, 'the type must be classic, unsupport others now.');
  }
  return { name: argument.cut(name ?? '') };
}

/** Through ToInt32 (E-11). */
function isPriority(app: AppProcess, value: unknown): boolean {
  const last = app.has('VIP') ? 5 : 3;
  return typeof value === 'number' && (value | 0) >= 0 && (value | 0) <= last;
}

function takeSlot(app: AppProcess, thread: JsThread, kind: WorkerKind): boolean {
  if (app.faults.take('out-of-workers') !== undefined) {
    app.ports.observe({ type: 'fault', thread, kind: 'out-of-workers' });
    return false;
  }
  if (app.counts.take(kind)) return true;
  const holders = [...app.livingWorkers].filter((record) => app.threadOf(record.thread.agent) !== undefined);
  app.ports.observe({ type: 'no-slot', host: thread, kind, holders, limits: app.counts.limits });
  return false;
}

function countComplaint(kind: WorkerKind): string {
  const noun = kind === 'RestrictedWorker' ? 'limiteworkers' : 'workers';
  return `the number of ${noun} exceeds the maximum.`;
}

function startWorker(app: AppProcess, host: JsThread, kind: WorkerKind, self: object, url: string, name: string): void {
  const script = findScript(app, host, kind, url);
  if (script.kind === 'refused') {
    app.counts.release(kind);
    app.diagnose(script.problem);
    raise(host, 10200007, "the file path is invaild, can't find the file.");
  }
  const portName: PortName = kind === 'Worker' ? 'parentPort' : 'workerPort';
  const id = app.nextWorkerId();
  const thread = app.addWorkerThread({ workerId: id, workerName: name, portName, url, script });
  const inLane = thread.agent.inbox.addLane({ source: host.agent.id, rank: workerRank.message, overtakes: false });
  const record = new WorkerRecord(id, kind, url, name, script, self, host, thread, inLane);
  app.enlist(record);
  app.ports.observe({ type: 'constructed', worker: record });
  app.kernel.queue(thread.agent, inLane, { kind: 'start', worker: record });
}

/** A project file that can't be read is the user's to mend: the slot is given back. */
function findScript(app: AppProcess, host: JsThread, kind: WorkerKind, url: string): ScriptLookup {
  try {
    return app.ports.resolveScript(url, callingFile(app, host));
  } catch (error) {
    app.counts.release(kind);
    throw error;
  }
}

/** The file whose code executed `new` (P-10): the innermost frame that isn't ours. */
function callingFile(app: AppProcess, host: JsThread): string | undefined {
  return host.kit.callingFiles().find((file) => !app.ports.isOwnFile(file));
}
