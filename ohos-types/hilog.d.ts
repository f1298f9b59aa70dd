// biome-ignore-all lint/suspicious/noExplicitAny: the platform declares the arguments of a log line as `any`

/** Logging. Where the SDK's own declarations are in the program, TypeScript uses those. */
declare module '@ohos.hilog*' {
  namespace hilog {
    enum LogLevel {
      DEBUG = 3,
      INFO = 4,
      WARN = 5,
      ERROR = 6,
      FATAL = 7,
    }

    /**
     * Writes a line to the console: `A00001/tag: text`. In `format`, `%{public}s` shows an argument, `%{private}s` and `%s`
     * show `<private>`; `d` and `i` stand for numbers, `s` for other primitive values, `o`, `O` and `j` for objects.
     */
    function debug(domain: number, tag: string, format: string, ...args: any[]): void;
    function info(domain: number, tag: string, format: string, ...args: any[]): void;
    function warn(domain: number, tag: string, format: string, ...args: any[]): void;
    function error(domain: number, tag: string, format: string, ...args: any[]): void;
    function fatal(domain: number, tag: string, format: string, ...args: any[]): void;

    /** Whether a line of that level would be written. */
    function isLoggable(domain: number, tag: string, level: LogLevel): boolean;

    /** Lines of lower levels are no longer written. Since API 15. */
    function setMinLogLevel(level: LogLevel): void;
  }
  export default hilog;
}

declare module '@kit.PerformanceAnalysisKit*' {
  export { default as hilog } from '@ohos.hilog';
  // The other members of the kit have to be mocked.
  export const hiTraceMeter: any;
  export const hiAppEvent: any;
  export const hidebug: any;
  export const hiTraceChain: any;
  export const errorManager: any;
}
