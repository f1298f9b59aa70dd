import { type Compiler, loadCompiler } from '../ets';
import type { Finding } from './finding';
import { MessageCheck } from './message-check';
import { declarationOf, meaningOf } from './platform-names';
import type { Source } from './source';
import type { Sources } from './sources';

const posts = ['postMessage', 'postMessageWithSharedSendable', 'postMessageAtFront'];

/**
 * What is posted and can't arrive, or not as it was, as far as the code shows what it is (S-16 to S-30).
 *
 * @param keepers variables and fields that have a worker.
 */
export function messageFindings(sources: Sources, source: Source, keepers: ReadonlySet<object>): readonly Finding[] {
  if (source.isTest || !source.knowsWorkers) return [];
  return [...postCalls(source)]
    .filter(({ receiver }) => isWorkerOrPort(source, receiver, keepers))
    .flatMap(({ message }) => new MessageCheck(sources, source, message).findings());
}

function* postCalls(source: Source): Generator<{ receiver: Compiler.Expression; message: Compiler.Expression }> {
  const ts = loadCompiler();
  for (const node of source.nodes) {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) continue;
    const [message] = node.arguments;
    const { name, expression } = node.expression;
    if (message !== undefined && posts.includes(name.text)) yield { receiver: expression, message };
  }
}

function isWorkerOrPort(source: Source, receiver: Compiler.Expression, keepers: ReadonlySet<object>): boolean {
  const kind = meaningOf(source, receiver)?.kind;
  if (kind === 'instance' || kind === 'port') return true;
  const declaration = declarationOf(source, receiver);
  return declaration !== undefined && keepers.has(declaration);
}
