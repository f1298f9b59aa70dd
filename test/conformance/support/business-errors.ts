/** The platform's errors as `outcomeOf` shows them, by title (E-0). */
export const threw = {
  parameter: (detail: string) =>
    `threw BusinessError 401: Parameter error. The input parameters are invalid, ${detail}`,
  initialization: (detail: string) => `threw BusinessError 10200003: Worker initialization failed, ${detail}`,
  notRunning: (detail: string) => `threw BusinessError 10200004: The Worker instance is not running, ${detail}`,
  serialization: (detail: string) =>
    `threw BusinessError 10200006: An exception occurred during serialization, ${detail}`,
  path: "threw BusinessError 10200007: The worker file path is invalid, the file path is invaild, can't find the file.",
  notRegistered: 'threw BusinessError 10200019: The globalCallObject is not registered',
  notCallable:
    'threw BusinessError 10200020: The method to be called is not callable or is an async method or a generator.',
  timedOut: 'threw BusinessError 10200021: Waiting for a global call timed out',
  cannotSend: (type: string) =>
    `threw BusinessError 10200006: An exception occurred during serialization, failed to serialize message.\nSerialize error: Serialize don't support object type: ${type}`,
} as const;

export const nothing = 'returned undefined';
