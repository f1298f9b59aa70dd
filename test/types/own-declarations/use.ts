import { taskpool } from '@kit.ArkTS';
import type { BusinessError } from '@ohos.base';

export const size: number = taskpool.size;
export const code: 401 = ({ code: 401 } as BusinessError).code;
