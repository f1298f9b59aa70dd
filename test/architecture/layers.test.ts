import { describe, expect, it } from '@jest/globals';
import { type ImportStatement, readSources, type SourceFile } from './source-tree';

/** Ranks of the layers (docs of the architecture: a layer imports from lower ranks alone). */
const ranks: Readonly<Record<string, number>> = {
  base: 0,
  kernel: 1,
  clone: 1,
  project: 1,
  ets: 1,
  hilog: 1,
  hypium: 1,
  trace: 1,
  realm: 2,
  arkts: 2,
  explore: 2,
  doctor: 2,
  views: 2,
  page: 3,
  init: 3,
  debug: 2,
  ohos: 3,
  world: 4,
  jest: 5,
  cli: 5,
  '': 6,
};

/**
 * Folders inside a layer with a door of their own, and the layer that may use it. `ohos/guest` is bundled into the one
 * script that every worker's realm evaluates; jest/ does that, or takes it as a module of the test's realm. `clone/guest`
 * is the part of cloning that goes into that script. What a person types to be printed is read alike in the terminal and
 * in the browser, where nothing of Node's is.
 */
const innerDoors: Readonly<Record<string, string>> = {
  'ohos/guest/index.ts': 'jest',
  'clone/guest/index.ts': 'ohos',
  'debug/read-print-target.ts': 'page',
};

/** The entry files of the package: each is the door of what it provides, and src/index.ts gathers what users import. */
const packageEntries = ['index.ts'];

const sources = readSources();
const byPath = new Map(sources.map((source) => [source.path, source]));

function offences(
  find: (source: SourceFile, statement: ImportStatement, target: string) => string | undefined,
): string[] {
  return sources.flatMap((source) =>
    source.imports.flatMap((statement) => {
      if (statement.target === undefined) return [];
      const offence = find(source, statement, statement.target);
      return offence === undefined ? [] : [`${source.path} imports ${statement.target}: ${offence}`];
    }),
  );
}

function layerOf(path: string): string {
  return byPath.get(path)?.layer ?? '';
}

describe('src/', () => {
  it('is read with its imports', () => {
    const { imports = [] } = byPath.get('kernel/agent.ts') ?? {};
    expect(imports).toEqual([
      { specifier: './inbox', target: 'kernel/inbox.ts', typeOnly: false },
      { specifier: './lane-turn', target: 'kernel/lane-turn.ts', typeOnly: true },
    ]);
  });

  it('has no folders but the layers', () => {
    const unknown = sources.map(({ layer }) => layer).filter((layer) => ranks[layer] === undefined);
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('imports nothing of its own that is not there', () => {
    const lost = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier, target }) => specifier.startsWith('.') && target === undefined)
        .filter(({ specifier }) => !specifier.endsWith('/package.json'))
        .map(({ specifier }) => `${path}: ${specifier}`),
    );
    expect(lost).toEqual([]);
  });

  it('imports from lower ranks alone', () => {
    expect(
      offences(({ layer }, _, target) => {
        const other = layerOf(target);
        if (other === layer) return undefined;
        return (ranks[other] ?? 0) < (ranks[layer] ?? 0) ? undefined : `${other} is not below ${layer}`;
      }),
    ).toEqual([]);
  });

  it('enters other layers through their doors', () => {
    expect(
      offences(({ path, layer }, _, target) => {
        const other = layerOf(target);
        if (other === layer || packageEntries.includes(path)) return undefined;
        return target === `${other}/index.ts` || innerDoors[target] === layer
          ? undefined
          : `the door is ${other}/index.ts`;
      }),
    ).toEqual([]);
  });

  it('does not go through the own door inside a layer', () => {
    expect(
      offences(({ layer }, _, target) =>
        target === `${layer}/index.ts` && layerOf(target) === layer ? 'import the file itself' : undefined,
      ),
    ).toEqual([]);
  });

  it('keeps the guest script to itself: it imports nothing of its layer from outside its folder', () => {
    expect(
      offences(({ path, layer }, _, target) =>
        path.startsWith('ohos/guest/') && layerOf(target) === layer && !target.startsWith('ohos/guest/')
          ? 'the guest script runs inside worker realms'
          : undefined,
      ),
    ).toEqual([]);
  });

  it('knows Jest in the layer jest alone', () => {
    const knows = sources.flatMap(({ path, layer, imports }) =>
      layer === 'jest' || layer === ''
        ? []
        : imports
            .filter(({ specifier }) => /^(@jest\/|jest|expect$)/.test(specifier))
            .map(({ specifier }) => `${path}: ${specifier}`),
    );
    expect(knows).toEqual([]);
  });

  it('has no cycles between files; types may speak of each other', () => {
    expect(cycles()).toEqual([]);
  });

  it('has files of 400 lines at the most', () => {
    const long = sources.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines > 400)).toEqual([]);
  });

  it('has no file named after nothing', () => {
    const names = sources
      .map(({ path }) => path)
      .filter((path) => /(^|\/)(utils?|helpers?|common|misc|types)\.ts$/.test(path));
    expect(names).toEqual([]);
  });

  it('has files in kebab-case', () => {
    const odd = sources.map(({ path }) => path).filter((path) => !/^([a-z0-9-]+\/)*[a-z0-9-]+(\.d)?\.ts$/.test(path));
    expect(odd).toEqual([]);
  });

  it('has folders of two levels at the most', () => {
    expect(sources.map(({ path }) => path).filter((path) => path.split('/').length > 3)).toEqual([]);
  });
});

/** Every cycle of imports that are left in the compiled code, as the path that closes it. */
function cycles(): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push([...trail.slice(at), path].join(' -> '));
    if (at >= 0 || done.has(path)) return;
    for (const { target, typeOnly } of byPath.get(path)?.imports ?? []) {
      if (target !== undefined && !typeOnly) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return found;
}
