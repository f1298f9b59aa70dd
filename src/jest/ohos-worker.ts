import { platformImport } from './platform-import';

// What ES modules can import by name: Jest 29 reads it off the text of this file.
exports.ThreadWorker = undefined;
exports.Worker = undefined;
exports.RestrictedWorker = undefined;
exports.ThreadWorkerPriority = undefined;
exports.Priority = undefined;

/** What `@ohos.worker` maps to. */
module.exports = platformImport('@ohos.worker');
