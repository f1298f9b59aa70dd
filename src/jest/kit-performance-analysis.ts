import { hilog } from '../hilog';
import { partOfKit } from './part-of-kit';

/** What `@kit.PerformanceAnalysisKit` maps to. */
module.exports = Object.defineProperties({ hilog }, { __esModule: { value: true }, [partOfKit]: { value: true } });
