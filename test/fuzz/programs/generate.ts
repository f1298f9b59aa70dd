import fc, { type Arbitrary } from 'fast-check';
import { routineCount } from './limits';
import type { Action, Argument, Assigned, Drive, Made, MainStep, Program, WorkerClassName } from './program';

/** The first routines are mostly scripts, the others mostly handlers; nothing keeps a program from mixing them up. */
const scriptCount = 3;

type Weighted<T> = readonly (readonly [weight: number, arbitrary: Arbitrary<T>])[];

function weighted<T>(...choices: Weighted<T>): Arbitrary<T> {
  return fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

const routine = weighted(
  [8, fc.integer({ min: scriptCount, max: routineCount - 1 })],
  [1, fc.integer({ min: 0, max: scriptCount - 1 })],
);
const script = weighted(
  [12, fc.integer({ min: 0, max: scriptCount - 1 })],
  [1, fc.integer({ min: scriptCount, max: routineCount - 1 })],
);
const index = fc.integer({ min: 0, max: 3 });
const fn: Arbitrary<Argument> = routine.map((number) => ({ fn: number }));
const make = (what: Made): Arbitrary<Argument> => fc.constant({ make: what });

const message = weighted<Argument>(
  [30, make('next')],
  [3, make('object')],
  [1, make('undefined')],
  [1, make('error')],
  [1, make('typeError')],
  [1, fc.constantFrom<Argument>(null, 'text')],
  [2, fc.constantFrom<Made>('function', 'symbol', 'promise', 'holdsFunction').map((what) => ({ make: what }))],
);
const anything = weighted<Argument>(
  [2, message],
  [1, fn],
  [1, fc.constantFrom<Argument>(0, 1, 5, null, 'message', 'g', { event: 'message' })],
  [
    1,
    fc
      .constantFrom<Made>('undefined', 'list', 'badList', 'noTransfer', 'badTransfer', 'once', 'NaN')
      .map((what) => ({ make: what })),
  ],
);
const transfer = fc.constantFrom<Argument>(
  ...(['undefined', 'list', 'badList', 'noTransfer', 'badTransfer'] as const).map((what) => ({ make: what })),
  null,
);
const eventType = weighted(
  [6, fc.constant('message')],
  [3, fc.constantFrom('error', 'exit', 'messageerror')],
  [1, fc.constant('custom')],
);
const posted = weighted<readonly Argument[]>([12, message.map((value) => [value])], [1, fc.tuple(message, transfer)]);

interface Call {
  readonly call: string;
  readonly args: readonly Argument[];
}

function call(name: string, args: Arbitrary<readonly Argument[]>): Arbitrary<Call> {
  return args.map((values) => ({ call: name, args: values }));
}
const none = fc.constant<readonly Argument[]>([]);

const listening = fc.tuple(eventType, fn) as Arbitrary<readonly Argument[]>;
const listeningOnce = fc.tuple(eventType, fn, fc.constantFrom<Argument>({ make: 'once' }, { make: 'noTransfer' }, 5));
const dispatched = eventType.map((type): readonly Argument[] => [{ event: type }]);
const wrong = fc.array(anything, { maxLength: 3 }) as Arbitrary<readonly Argument[]>;

const hostMethods = [
  'postMessage',
  'postMessageWithSharedSendable',
  'terminate',
  'on',
  'once',
  'addEventListener',
  'off',
  'removeEventListener',
  'removeAllListener',
  'dispatchEvent',
  'registerGlobalCallObject',
  'unregisterGlobalCallObject',
  'cancelTasks',
];
const portMethods = [
  'postMessage',
  'postMessageWithSharedSendable',
  'postMessageAtFront',
  'callGlobalCallObjectMethod',
  'close',
  'cancelTasks',
  'addEventListener',
  'removeEventListener',
  'removeAllListener',
  'dispatchEvent',
];

const hostCall = weighted<Call>(
  [20, call('postMessage', posted)],
  [2, call('postMessageWithSharedSendable', posted)],
  [3, call('terminate', none)],
  [3, call('on', listening)],
  [3, call('once', weighted([3, listening], [1, listeningOnce]))],
  [2, call('addEventListener', listening)],
  [1, call('off', weighted([4, listening], [1, eventType.map((type) => [type])]))],
  [1, call('removeEventListener', listening)],
  [1, call('removeAllListener', none)],
  [3, call('dispatchEvent', dispatched)],
  [
    5,
    call(
      'registerGlobalCallObject',
      routine.map((remote) => ['g', { remote }]),
    ),
  ],
  [
    1,
    call(
      'registerGlobalCallObject',
      fc.constantFrom<Argument>(null, 5).map((value) => ['g', value]),
    ),
  ],
  [1, call('unregisterGlobalCallObject', fc.constantFrom<readonly Argument[]>([], ['g'], ['unknown']))],
  [1, call('cancelTasks', none)],
  [2, fc.constantFrom(...hostMethods).chain((name) => call(name, wrong))],
);

const remoteMethod = weighted(
  [4, fc.constant('act')],
  [4, fc.constant('echo')],
  [
    4,
    fc.constantFrom(
      'boom',
      'boomValue',
      'asynchronous',
      'generator',
      'returnsFunction',
      'returnsPromise',
      'notAFunction',
      'missing',
    ),
  ],
);
const globalCall = fc
  .tuple(weighted([9, fc.constant('g')], [1, fc.constant('unknown')]), remoteMethod, fc.constantFrom(0, 100), message)
  .map(([name, method, timeout, value]): readonly Argument[] => [name, method, timeout, value]);
const atFront = fc
  .tuple(message, weighted([20, fc.integer({ min: 1, max: 4 })], [1, fc.constantFrom(0, 5)]))
  .map((args): readonly Argument[] => args);

const portCall = weighted<Call>(
  [20, call('postMessage', posted)],
  [1, call('postMessageWithSharedSendable', posted)],
  [8, call('postMessageAtFront', atFront)],
  [6, call('callGlobalCallObjectMethod', globalCall)],
  [3, call('close', none)],
  [1, call('cancelTasks', none)],
  [3, call('addEventListener', weighted([3, listening], [1, listeningOnce]))],
  [2, call('addEventListener', fc.tuple(eventType, fn, make('once')))],
  [1, call('removeEventListener', weighted([4, listening], [1, eventType.map((type) => [type])]))],
  [1, call('removeAllListener', none)],
  [3, call('dispatchEvent', dispatched)],
  [2, fc.constantFrom(...portMethods).chain((name) => call(name, wrong))],
);

const assigned = weighted<Assigned>(
  [12, routine.map((number) => ({ fn: number }))],
  [1, fc.constantFrom<Assigned>('undefined', 'five', 'delete')],
);
const hostHandler = weighted(
  [5, fc.constant('onmessage')],
  [3, fc.constant('onerror')],
  [2, fc.constant('onAllErrors')],
  [2, fc.constant('onexit')],
  [1, fc.constant('onmessageerror')],
);
const portHandler = weighted(
  [8, fc.constant('onmessage')],
  [4, fc.constantFrom('onerror', 'onclose', 'onmessageerror')],
);

function hostAction(): Arbitrary<Action> {
  return fc.tuple(index, hostCall, fc.integer({ min: 0, max: 9 })).map(
    ([worker, { call: name, args }, caught]): Action => ({
      do: caught === 0 ? 'host!' : 'host',
      worker,
      call: name,
      args,
    }),
  );
}

const portAction = fc
  .tuple(portCall, fc.integer({ min: 0, max: 9 }))
  .map(([{ call: name, args }, caught]): Action => ({ do: caught === 0 ? 'port!' : 'port', call: name, args }));
const setHost = fc
  .record({ worker: index, handler: hostHandler, to: assigned })
  .map((rest): Action => ({ do: 'setHost', ...rest }));
const setPort = fc.record({ handler: portHandler, to: assigned }).map((rest): Action => ({ do: 'setPort', ...rest }));
const thrown = fc
  .constantFrom<Made>('error', 'typeError', 'next', 'object', 'undefined', 'holdsFunction', 'function')
  .map((what): Action => ({ do: 'throw', what }));
const timer = fc
  .record({ repeat: fc.boolean(), delay: fc.constantFrom(0, 0, 1, 3, -1), routine })
  .map((rest): Action => ({ do: 'timer', ...rest }));
const clear = index.map((which): Action => ({ do: 'clear', timer: which }));
const job = routine.map((number): Action => ({ do: 'job', routine: number }));

function construct(classes: Arbitrary<WorkerClassName>): Arbitrary<Action> {
  const url = script.map((number) => `r${number}`);
  const args = weighted<readonly Argument[]>(
    [20, url.map((path) => [path])],
    [2, url.map((path) => [path, { options: 'name' }])],
    [
      1,
      fc.tuple(
        url,
        fc.constantFrom<Argument>({ options: 'module' }, { options: 'badName' }, { options: 'badPriority' }, null, 5),
      ),
    ],
    [1, fc.constantFrom<readonly Argument[]>([], [5], ['missing'], ['r0', { options: 'badName' }, 1])],
  );
  return fc.tuple(classes, args).map(([name, values]): Action => ({ do: 'construct', class: name, args: values }));
}

function scriptActions(classes: Arbitrary<WorkerClassName>): Arbitrary<Action> {
  return weighted(
    [8, setPort],
    [5, portAction],
    [2, timer],
    [2, construct(classes)],
    [2, setHost],
    [3, hostAction()],
    [1, job],
    [1, fc.constant<Action>({ do: 'await' })],
    [1, thrown],
  );
}

function handlerActions(classes: Arbitrary<WorkerClassName>): Arbitrary<Action> {
  return weighted(
    [12, portAction],
    [8, hostAction()],
    [2, setPort],
    [2, setHost],
    [2, timer],
    [1, clear],
    [2, job],
    [1, fc.constant<Action>({ do: 'await' })],
    [4, thrown],
    [1, construct(classes)],
  );
}

const drive = weighted<Drive>(
  [4, fc.constant({ do: 'run' })],
  [3, fc.integer({ min: 1, max: 4 }).map((times) => ({ do: 'step', times }))],
  [2, index.map((thread) => ({ do: 'pick', thread }))],
  [2, fc.constantFrom(0, 1, 2, 10).map((ms) => ({ do: 'advance', ms }))],
  [1, fc.constantFrom<Drive>({ do: 'pending' }, { do: 'states' })],
);

/** What most scripts begin with: they listen. */
const listens: Arbitrary<readonly Action[]> = fc
  .tuple(routine, routine, routine, fc.integer({ min: 0, max: 7 }))
  .map(([first, second, third, how]): readonly Action[] => {
    const handler: Action = { do: 'setPort', handler: 'onmessage', to: { fn: first } };
    const listener: Action = { do: 'port', call: 'addEventListener', args: ['message', { fn: second }] };
    const heard: Action = { do: 'setPort', handler: 'onerror', to: { fn: third } };
    if (how === 0) return [];
    if (how === 1) return [handler, listener, heard];
    return how === 2 ? [handler, listener] : [handler];
  });

/** What an app does right after construction: it gets the worker ready to be talked to. */
const prepares: Arbitrary<readonly Action[]> = fc.subarray<Action>(
  [
    { do: 'host', worker: 0, call: 'registerGlobalCallObject', args: ['g', { remote: scriptCount }] },
    { do: 'setHost', worker: 0, handler: 'onmessage', to: { fn: scriptCount + 1 } },
    { do: 'setHost', worker: 0, handler: 'onerror', to: { fn: scriptCount + 2 } },
    { do: 'setHost', worker: 0, handler: 'onexit', to: { fn: scriptCount + 3 } },
    { do: 'host', worker: 0, call: 'postMessage', args: [{ make: 'next' }] },
    { do: 'host', worker: 0, call: 'postMessage', args: [{ make: 'next' }] },
  ],
  { minLength: 2 },
);

function programOf(classes: Arbitrary<WorkerClassName>): Arbitrary<Program> {
  const step = weighted<MainStep>([10, hostAction()], [4, setHost], [1, construct(classes)], [5, drive]);
  const scripts = fc.array(
    fc
      .tuple(listens, fc.array(scriptActions(classes), { maxLength: 5 }))
      .map((parts) => parts.flat() as readonly Action[]),
    { minLength: scriptCount, maxLength: scriptCount },
  );
  const handlers = fc.array(fc.array(handlerActions(classes), { maxLength: 4 }), {
    minLength: routineCount - scriptCount,
    maxLength: routineCount - scriptCount,
  });
  return fc
    .tuple(construct(classes), prepares, fc.array(step, { maxLength: 20, size: 'max' }), scripts, handlers)
    .map(([begin, prepared, steps, top, rest]) => ({
      main: [begin, ...prepared, ...steps],
      routines: [...top, ...rest],
    }));
}

const newClasses = weighted<WorkerClassName>([9, fc.constant('ThreadWorker')], [1, fc.constant('RestrictedWorker')]);
const oldClass = fc.constant<WorkerClassName>('Worker');
const mixedClasses = fc.constantFrom<WorkerClassName>('ThreadWorker', 'Worker', 'RestrictedWorker');

/** Programs in which most posts find somebody. One app rarely mixes old and new classes. */
export const programs: Arbitrary<Program> = weighted(
  [15, programOf(newClasses)],
  [4, programOf(oldClass)],
  [1, programOf(mixedClasses)],
);
