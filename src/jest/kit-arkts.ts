import { platformImport } from './platform-import';

// What ES modules can import by name: Jest 29 reads it off the text of this file.
exports.worker = undefined;
exports.ThreadWorkerPriority = undefined;
exports.Priority = undefined;
exports.collections = undefined;
exports.ArkTSUtils = undefined;
exports.lang = undefined;

/** What `@kit.ArkTS` maps to. */
module.exports = platformImport('@kit.ArkTS');
