import { Session } from 'node:inspector';

const probe = Symbol.for('fake-ohos-worker.inspected');

/**
 * The names of the `#private` fields of an object. Nothing in the language tells them; V8's inspector does, in a
 * fraction of a millisecond and at once. The session ends with the question: it keeps nothing alive.
 */
export function privateNamesOf(object: object): readonly string[] {
  const inspected = globalOfNode();
  const session = new Session();
  session.connect();
  Object.defineProperty(inspected, probe, { value: object, configurable: true });
  try {
    return namesIn(session);
  } finally {
    Reflect.deleteProperty(inspected, probe);
    session.disconnect();
  }
}

/** The global object that the inspector evaluates in, from whatever realm this runs in: it's that of Node's modules. */
function globalOfNode(): object {
  return (Session as unknown as { constructor: FunctionConstructor }).constructor('return globalThis')() as object;
}

function namesIn(session: Session): readonly string[] {
  let names: readonly string[] = [];
  const expression = `globalThis[Symbol.for('${probe.description}')]`;
  session.post('Runtime.evaluate', { expression, silent: true }, (_error, { result: { objectId } }) => {
    if (objectId === undefined) return;
    session.post('Runtime.getProperties', { objectId, ownProperties: true }, (_, found) => {
      names = (found as WithPrivates).privateProperties?.map(({ name }) => name) ?? [];
    });
  });
  return names;
}

/** The protocol has it, Node's types don't. */
interface WithPrivates {
  readonly privateProperties?: readonly { readonly name: string }[];
}
