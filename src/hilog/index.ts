import { formatLog } from './format';

/** Levels by the values that the platform gives to them. */
export const LogLevel = { DEBUG: 3, INFO: 4, WARN: 5, ERROR: 6, FATAL: 7 } as const;

type Level = (typeof LogLevel)[keyof typeof LogLevel];
type Log = (domain: number, tag: string, format: string, ...args: unknown[]) => void;

/** `@ohos.hilog`, on the console of the realm that loads it: `A00001/tag: text`. */
export const hilog = {
  LogLevel,
  debug: logAt(LogLevel.DEBUG, 'debug'),
  info: logAt(LogLevel.INFO, 'info'),
  warn: logAt(LogLevel.WARN, 'warn'),
  error: logAt(LogLevel.ERROR, 'error'),
  fatal: logAt(LogLevel.FATAL, 'error'),
  /** Whether a line of that level would be written. */
  isLoggable: (_domain: number, _tag: string, level: number): boolean => level >= minLevel,
  /** Lines of lower levels are no longer written in this realm. Since API 15. */
  setMinLogLevel: (level: number): void => {
    minLevel = level;
  },
};

let minLevel: number = LogLevel.DEBUG;

function logAt(level: Level, method: 'debug' | 'info' | 'warn' | 'error'): Log {
  return (domain, tag, format, ...args) => {
    if (level < minLevel) return;
    console[method](`A${domain.toString(16).toUpperCase().padStart(5, '0')}/${tag}: ${formatLog(format, args)}`);
  };
}
