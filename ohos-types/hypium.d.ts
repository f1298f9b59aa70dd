// biome-ignore-all lint/suspicious/noExplicitAny: the platform takes values of any type
// biome-ignore-all lint/complexity/noBannedTypes: the platform takes functions of any type
// biome-ignore-all lint/complexity/noStaticOnlyClass: the platform has such classes

/**
 * Types of `@ohos/hypium`, which a project's device tests import. The star makes them a fallback: where your project has
 * the package itself, TypeScript uses its types.
 */
declare module '@ohos/hypium*' {
  /** What a test is for; see {@link it}. */
  export enum TestType {
    FUNCTION = 0x1,
    PERFORMANCE = 0x2,
    POWER = 0x4,
    RELIABILITY = 0x8,
    SECURITY = 0x10,
    GLOBAL = 0x20,
    COMPATIBILITY = 0x40,
    USER = 0x80,
    STANDARD = 0x100,
    SAFETY = 0x200,
    RESILIENCE = 0x400,
  }

  /** How much of a system a test needs; see {@link it}. */
  export enum Size {
    SMALLTEST = 0x10000,
    MEDIUMTEST = 0x20000,
    LARGETEST = 0x40000,
  }

  /** How important a test is, 0 being the most important; see {@link it}. */
  export enum Level {
    LEVEL0 = 0x1000000,
    LEVEL1 = 0x2000000,
    LEVEL2 = 0x4000000,
    LEVEL3 = 0x8000000,
    LEVEL4 = 0x10000000,
  }

  /** A test that says nothing of itself; it always runs. */
  export const DEFAULT: 0;

  /** A function of a test or hook. One that has a parameter is over when it has called its first argument. */
  type TestFunction = Function;

  /** Groups tests. `callback` runs at once; a promise that it returns is not waited for. */
  export function describe(testSuiteName: string, callback: Function): void;

  /** A test that runs when the filter wants all of its attributes, such as `TestType.FUNCTION | Level.LEVEL0`, or it has none. */
  export function it(testCaseName: string, attribute: TestType | Size | Level | number, callback: TestFunction): void;

  interface SkippedSuite {
    (testSuiteName: string, callback: Function): void;
    /** Tells why, in the name. */
    reason(reason: string): SkippedSuite;
  }

  interface SkippedTest {
    (testCaseName: string, attribute: TestType | Size | Level | number, callback: TestFunction): void;
    /** Tells why, in the name. */
    reason(reason: string): SkippedTest;
  }

  /** A group that does not run. */
  export const xdescribe: SkippedSuite;
  /** A test that does not run. */
  export const xit: SkippedTest;

  export function beforeAll(callback: TestFunction): void;
  export function beforeEach(callback: TestFunction): void;
  export function afterEach(callback: TestFunction): void;
  export function afterAll(callback: TestFunction): void;

  /** Runs before the tests of these names in the group, and before `beforeEach`. */
  export function beforeItSpecified(testCaseNames: string | Array<string>, callback: TestFunction): void;

  /** Runs after the tests of these names in the group, and before `afterEach`. */
  export function afterItSpecified(testCaseNames: string | Array<string>, callback: TestFunction): void;

  /** Each member throws if what was given to {@link expect} is not what it says. */
  export interface Assert {
    /** The contrary is asserted. */
    not(): Assert;
    /** What a failure says first. */
    message(message: string): Assert;
    /** By `===`. */
    assertEqual(expectValue: any): void;
    /** What is in objects, too. */
    assertDeepEquals(expectValue: any): void;
    assertTrue(): void;
    assertFalse(): void;
    assertNull(): void;
    assertUndefined(): void;
    assertNaN(): void;
    /** Is `-Infinity`. */
    assertNegUnlimited(): void;
    /** Is `Infinity`. */
    assertPosUnlimited(): void;
    assertLarger(expectValue: number): void;
    assertLess(expectValue: number): void;
    assertLargerOrEqual(expectValue: number): void;
    assertLessOrEqual(expectValue: number): void;
    /** The difference, relative to the actual value, is less than `precision`. */
    assertClose(expectValue: number, precision: number): void;
    /** A text has it as a part; something else has it as a value, by `==`. */
    assertContain(expectValue: any): void;
    /** By the kind of builtin: `'String'`, `'Array'`, `'Error'`; of all classes `'Object'`. */
    assertInstanceOf(expectValue: string): void;
    /** A function throws an error with this message. */
    assertThrowError(expectValue: string): void;
    assertFail(): void;
    assertPromiseIsPending(): Promise<void>;
    assertPromiseIsResolved(): Promise<void>;
    /** By their JSON. */
    assertPromiseIsResolvedWith(expectValue?: any): Promise<void>;
    assertPromiseIsRejected(): Promise<void>;
    /** By their JSON. */
    assertPromiseIsRejectedWith(expectValue?: any): Promise<void>;
    /** A class, by its name, or a message, or both. */
    assertPromiseIsRejectedWithError(...expectValue: any[]): Promise<void>;
    /** Those of {@link Hypium.registerAssert}. */
    [customAssertion: string]: any;
  }

  export function expect(actualValue?: any): Assert;

  /** Stand for arguments, in {@link when}, whose value does not matter. */
  export class ArgumentMatchers {
    static any: any;
    static anyString: any;
    static anyNumber: any;
    static anyBoolean: any;
    static anyFunction: any;
    static anyObj: any;
    static matchRegexs(regex: RegExp): any;
  }

  /** What a mocked function does from now on. */
  export interface WhenResult {
    afterReturn(value: any): any;
    afterReturnNothing(): any;
    /** Whatever is given is thrown as it is. */
    afterThrow(thrown: any): any;
    afterAction(action: any): any;
  }

  /** `when(mock)(...args)` says what a mock does when it is called with arguments that begin with these. */
  export function when(mock: Function): (...args: any[]) => WhenResult;

  /** Each member throws if a mock was called another number of times. */
  export interface VerificationMode {
    once(): void;
    times(count: number): void;
    never(): void;
    atLeast(count: number): void;
    atMost(count: number): void;
  }

  export class MockKit {
    /** Replaces a method by a mock, which it answers. */
    mockFunc(obj: Object, func: Function): Function;
    mockPrivateFunc(obj: Object, name: string): Function;
    mockProperty(obj: Object, name: string, value: any): void;
    /** An object with mocks of all functions of another one. */
    mockObject(obj: Object): any;
    verify(methodName: string, argsArray: Array<any>): VerificationMode;
    /** Takes one mock back. */
    ignoreMock(obj: Object, func: Function): void;
    /** Takes all mocks of an object back. */
    clear(obj: Object): void;
    /** Forgets all calls. */
    clearAll(): void;
  }

  export class SysTestKit {
    static getDescribeName(): string;
    static getItName(): string;
    static getItAttribute(): TestType | Size | Level;
    static actionStart(tag: string): void;
    static actionEnd(tag: string): void;
    static print(message: string): Promise<void>;
    /** Needs a device: throws under Jest. */
    static existKeyword(keyword: string, timeout?: number): Promise<boolean>;
  }

  export class Hypium {
    /** How often groups and tests run, and with which parameters. */
    static setData(data: { [key: string]: any }): void;
    static setTimeConfig(systemTime: any): void;
    static registerAssert(customAssertion: Function): void;
    static unregisterAssert(customAssertion: string | Function): void;
    /** Runs a function that describes groups of tests. */
    static hypiumTest(abilityDelegator: any, abilityDelegatorArguments: any, testsuite: Function): void;
    /** Needs a device: throws under Jest. */
    static hypiumInitWorkers(abilityDelegator: any, scriptURL: string, workerNum: number, params: any): void;
    /** Needs a device: throws under Jest. */
    static hypiumWorkerTest(
      abilityDelegator: any,
      abilityDelegatorArguments: any,
      testsuite: Function,
      workerPort: any,
    ): void;
  }
}
