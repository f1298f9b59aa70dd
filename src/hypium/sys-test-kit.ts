import { ToolError } from '../base';
import type { KnownTest } from './suites';

/** What `SysTestKit` needs to know, and where it prints. */
export interface TestKitHost {
  readonly running: KnownTest | undefined;
  print(line: string): void;
}

/** The members of `SysTestKit` that need no device. */
export function createSysTestKit(host: TestKitHost) {
  return {
    /** Of the running test; empty if none is. */
    getDescribeName: (): string => host.running?.suite.name ?? '',
    getItName: (): string => host.running?.name ?? '',
    /** The second argument of `it`. */
    getItAttribute: (): number => host.running?.attributes ?? 0,
    actionStart: (tag: string): void => host.print(`action start: ${tag}`),
    actionEnd: (tag: string): void => host.print(`action end: ${tag}`),
    print: async (message: string): Promise<void> => host.print(message),
    existKeyword: (keyword: string): never => {
      throw needsDevice(
        `SysTestKit.existKeyword(${JSON.stringify(keyword)}) looks into the log of a device, and there is none`,
        "spy on the console, which hilog writes to: jest.spyOn(console, 'info').",
      );
    },
  };
}

/** What can't be had under Jest. */
export function needsDevice(summary: string, hint: string): ToolError {
  return new ToolError({ code: 'FOW_HYPIUM_NEEDS_DEVICE', summary, hint });
}
