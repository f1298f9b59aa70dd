import { Sendable } from '../arkts';
import { preview, ToolError } from '../base';
import { createClone } from '../clone';
import type { Realm, RealmRequest } from '../realm';
import type { AppProcess } from './app-process';
import type * as Guest from './guest';
import type { ConsoleLevel, GlobalPorts, PlatformImport, PortName, RealmKit } from './guest';
import { hostRank, JsThread, workerRank } from './js-thread';
import { ModuleAssembler } from './module-assembler';
import { assertImportable } from './restricted-imports';
import { StandInRealm } from './stand-in-realm';
import { createThreadRules } from './thread-rules';
import type { WorkerScript } from './worker-script';

/** Of every isolated realm. */
const platformGlobals = { Sendable: () => Sendable };

/** The thread of a worker that is being constructed. */
export interface NewThread {
  readonly workerId: number;
  /** The option `name`; empty when there was none. */
  readonly workerName: string;
  readonly portName: PortName;
  readonly url: string;
  readonly script: WorkerScript;
}

/** Makes the threads of one app process: of each its agent, its realm and its module object. */
export class ThreadFactory {
  readonly #modules: ModuleAssembler;

  constructor(private readonly app: AppProcess) {
    this.#modules = new ModuleAssembler(app.device.apiVersion);
  }

  /** It lives in the test's realm, whose kit outlives processes. */
  makeMain(): JsThread {
    const { kernel, ports } = this.app;
    const agent = kernel.addAgent('host', { ranks: Object.keys(hostRank).length, maxStreak: 5 });
    const thread = new JsThread(agent, undefined, undefined, ports.watchdog);
    this.#settle(thread, ports.mainKit);
    return thread;
  }

  makeWorker({ workerId, workerName, portName, url, script }: NewThread): JsThread {
    const { app } = this;
    const label = `${workerName === '' ? 'worker' : workerName}#${workerId}`;
    const realm = this.#createRealm(script, {
      name: label,
      file: script.kind === 'found' ? script.file : url,
      importOf: (name) => thread.kit.imports.get(name as PlatformImport),
      assertImportable: (name) => assertImportable(app, thread, name),
    });
    const agent = app.kernel.addAgent(label, { ranks: Object.keys(workerRank).length });
    const timerLane = agent.inbox.addLane({ source: agent.id, rank: workerRank.timer, overtakes: true });
    const thread = new JsThread(agent, realm, timerLane, app.ports.watchdog);
    const rules = createThreadRules(app, thread);
    const globals = realm.isolated ? createGlobalPorts(app, thread) : undefined;
    const kit = (realm.guest as typeof Guest).createRealmKit({ rules, workerName, globals });
    this.#modules.assemble(kit.module, portName, workerName);
    this.#settle(thread, kit);
    realm.defineGlobals(kit.globals);
    realm.defineGlobals(platformGlobals);
    return thread;
  }

  #createRealm(script: WorkerScript, request: RealmRequest): Realm {
    if (script.kind === 'stand-in') return new StandInRealm(request, script.standIn);
    return this.app.ports.createRealm(request);
  }

  #settle(thread: JsThread, kit: RealmKit): void {
    thread.settle(kit, createClone(this.app.ports.primitives, kit.makers));
  }
}

/** What the globals of a worker's realm ask the world for. */
function createGlobalPorts({ ports, clock }: AppProcess, thread: JsThread): GlobalPorts {
  return {
    now: () => clock.now,
    date: () => ports.date(),
    random: () => ports.random(),
    print: (level: ConsoleLevel, args) =>
      ports.watchdog.shield(() => ports.observe({ type: 'console', thread, level, args })),
    env: ports.env,
    wait: (milliseconds, index, value) => {
      if (!(milliseconds < Number.POSITIVE_INFINITY)) throw endlessWait(thread.name, index, value);
      ports.watchdog.shield(() => clock.advanceTo(clock.now + milliseconds));
    },
    exit: (code) => {
      throw thread.kit.error(exitRefusal(thread.name, code), undefined, undefined);
    },
  };
}

function endlessWait(threadName: string, index: unknown, value: unknown): ToolError {
  return new ToolError({
    code: 'FOW_ENDLESS_WAIT',
    summary: `Atomics.wait(…, ${String(index)}, ${preview(value)}) in ${threadName} would never return`,
    facts: [
      `at index ${String(index)} stands ${preview(value)}, and there is no timeout`,
      'threads are simulated one at a time: while this one waits, nobody can change the value or notify',
    ],
    hint: 'give it a timeout, which passes in virtual time, or let the other thread send a message.',
  });
}

function exitRefusal(threadName: string, code: unknown): string {
  return `process.exit(${String(code ?? '')}) was called in ${threadName}: a worker has no process to end. Use workerPort.close().`;
}
