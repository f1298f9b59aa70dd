import type { JestEnvironment } from '@jest/environment';
import type { ScriptTransformer } from '@jest/transform';
import type { Config } from '@jest/types';
import type Resolver from 'jest-resolve';
import type JestRuntime from 'jest-runtime';

export type RuntimeArguments = ConstructorParameters<typeof JestRuntime>;

/** The arguments of Jest's runtime by name; the same ones in Jest 29.7 and 30. */
export interface RuntimeParts {
  readonly config: Config.ProjectConfig;
  readonly environment: JestEnvironment;
  readonly resolver: Resolver;
  readonly transformer: ScriptTransformer;
  readonly cacheFS: Map<string, string>;
  readonly coverageOptions: RuntimeArguments[5];
  readonly testPath: string;
  readonly globalConfig: Config.GlobalConfig;
}

export function nameArguments(args: RuntimeArguments): RuntimeParts {
  const [config, environment, resolver, transformer, cacheFS, coverageOptions, testPath, globalConfig] = args;
  return { config, environment, resolver, transformer, cacheFS, coverageOptions, testPath, globalConfig };
}

export function listArguments(parts: RuntimeParts): RuntimeArguments {
  const { config, environment, resolver, transformer, cacheFS, coverageOptions, testPath, globalConfig } = parts;
  return [config, environment, resolver, transformer, cacheFS, coverageOptions, testPath, globalConfig];
}
