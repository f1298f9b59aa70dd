import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { explainArkUiGlobals } from '../../src/jest/arkui-globals';

const realm = createContext({});
const thrownBy = (code: string, where = realm): unknown =>
  runInContext(`try { ${code} } catch (error) { error }`, where);

function explained(thrown: unknown): string {
  const failures = [thrown];
  explainArkUiGlobals(failures, runInContext('globalThis', realm));
  expect(failures).toHaveLength(1);
  return String(thrown);
}

describe('the note on a global of ArkUI that is absent', () => {
  it('has a line that supplies the global', () => {
    const where = createContext({ ...realm });
    const note = explained(thrownBy('$r("app.string.name")'));
    const [line = ''] = note.split('\n').slice(-1);
    expect(line).toBe('globalThis.$r = (name) => name;');
    expect(runInContext(`${line} $r("app.string.name")`, where)).toBe('app.string.name');
    expect(explained(thrownBy('getContext(this)'))).toContain('\nglobalThis.getContext = () => ({});');
    expect(explained(thrownBy('animateTo({}, () => {})'))).toContain('= (options, change) => change();');
  });

  it.each<[string, unknown]>([
    ['another name', thrownBy('unknown()')],
    ['another error', thrownBy('throw new TypeError("AppStorage is not defined")')],
    ['a longer text', thrownBy('throw new ReferenceError("I say: AppStorage is not defined")')],
    ['an error of a worker', thrownBy('AppStorage', createContext({}))],
    ['a text', 'AppStorage is not defined'],
  ])('is not added to %s', (_, thrown) => {
    expect(explained(thrown)).not.toContain('FOW_ARKUI_GLOBAL');
  });
});
