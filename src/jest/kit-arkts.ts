import { ToolError } from '../base';
import { platformModule } from './platform-module';

/** Asked for by module systems and test tools, which take "no" for an answer. */
const ignored = [
  'default',
  'then',
  'toJSON',
  'asymmetricMatch',
  'nodeType',
  'tagName',
  '$$typeof',
  '@@__IMMUTABLE_ITERABLE__@@',
];

/** What `@kit.ArkTS` maps to: its worker part. */
const worker = platformModule();
const provided: Record<PropertyKey, unknown> = {
  worker,
  ThreadWorkerPriority: worker.ThreadWorkerPriority,
  Priority: worker.Priority,
};
Object.defineProperty(provided, '__esModule', { value: true });

module.exports = new Proxy(provided, {
  get(target, name, receiver) {
    if (typeof name === 'symbol' || name in target || ignored.includes(name))
      return Reflect.get(target, name, receiver);
    throw new ToolError({
      code: 'FOW_KIT_MEMBER_MISSING',
      summary: `${JSON.stringify(name)} of "@kit.ArkTS" is not provided`,
      facts: [`provided: ${Object.keys(provided).join(', ')}`],
      hint: `mock it: jest.mock('@kit.ArkTS', () => ({ ...jest.requireActual('@kit.ArkTS'), ${name}: … }));`,
    });
  },
});
