import { Stepper } from '../../../src/debug';
import type { Recorded } from '../../../src/debug/export/replay-text';
import type { Command } from '../../../src/debug/protocol';
import type { WayBack } from '../../../src/debug/way-back';
import { type InlineWorld, inlineWorld } from '../../world/support/inline-world';
import { ScriptedClients } from './scripted-clients';

/** What `restart` ends the test with: in truth the process is ended. */
export class Restarted extends Error {
  constructor(readonly way: WayBack) {
    super('restarted');
  }
}

export interface DebuggedWorld extends InlineWorld {
  readonly clients: ScriptedClients;
  readonly stepper: Stepper;
  readonly exported: Recorded[];
}

const info = { file: '/project/entry/a.test.ts', ordinal: 0, path: ['a', 'b'], name: 'a › b' };

/** A world whose two workers answer what they get, and whose test is stepped through by a script. */
export function debuggedWorld(script: readonly Command[], way?: WayBack): DebuggedWorld {
  const clients = new ScriptedClients([...script]);
  const exported: Recorded[] = [];
  const stepper = new Stepper(
    {
      clients,
      restart: (back) => {
        throw new Restarted(back);
      },
      exportTest: (recorded) => {
        exported.push(recorded);
        return 'the file';
      },
      record: undefined,
      now: () => 0,
    },
    way,
  );
  const world = inlineWorld(
    {
      'echo.ts': ({ workerPort }) => {
        workerPort.onmessage = ({ data }: { data: unknown }) => workerPort.postMessage(data);
      },
    },
    {},
    {},
    stepper,
  );
  stepper.testBegan(info);
  stepper.bodyBegan();
  return { ...world, clients, stepper, exported };
}

/** Two workers, with a message for each. */
export function postToTwo({ worker, log }: DebuggedWorld): void {
  for (const name of ['a', 'b']) {
    const wk = new worker.ThreadWorker('echo.ts');
    wk.onmessage = ({ data }: { data: unknown }) => log.push(data);
    wk.postMessage({ name });
  }
}
