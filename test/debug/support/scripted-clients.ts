import type { CommandPort } from '../../../src/debug/command-port';
import type { Answer, Command, Request, ServerMessage } from '../../../src/debug/protocol';

/** Clients that say what a script tells them, one command after the other, and then quit. */
export class ScriptedClients implements CommandPort {
  readonly told: ServerMessage[] = [];
  #lastId = 0;

  constructor(private readonly script: Command[]) {}

  tell(message: ServerMessage): void {
    this.told.push(message);
  }

  nextRequest(): Request {
    return { ...(this.script.shift() ?? { command: 'quit' }), id: ++this.#lastId };
  }

  /** Reason, position and what comes next, of each stop. */
  get stops(): string[] {
    return this.told.flatMap((message) => {
      if (message.type !== 'stopped') return [];
      const { reason, position, pending, why } = message;
      const next = pending.find((task) => task.next);
      return [
        `${reason} at ${position}${next === undefined ? '' : ` before ${next.id}`}${why === undefined ? '' : `: ${why}`}`,
      ];
    });
  }

  /** Text, value or error of each answer to a command that does not let the test go on. */
  get answers(): unknown[] {
    return this.told.flatMap((message, at) => {
      if (message.type !== 'answer' || this.told[at - 1]?.type === 'running') return [];
      return [told(message)];
    });
  }
}

function told(answer: Answer): unknown {
  return answer.ok ? (answer.text ?? answer.value ?? 'done') : answer.error;
}
