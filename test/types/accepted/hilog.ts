import { hilog as hilogOfKit } from '@kit.PerformanceAnalysisKit';
import hilog from '@ohos.hilog';

hilog.info(0x0001, 'tag', '%{public}s %{private}d', 'text', 1);
hilogOfKit.fatal(0x0001, 'tag', 'text');
const isLoggable: boolean = hilog.isLoggable(0x0001, 'tag', hilog.LogLevel.WARN);

export { isLoggable };
