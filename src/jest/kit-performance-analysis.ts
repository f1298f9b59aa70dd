import { hilog } from '../hilog';

/** What `@kit.PerformanceAnalysisKit` maps to. The other members of the kit have to be mocked. */
module.exports = Object.defineProperty({ hilog }, '__esModule', { value: true });
