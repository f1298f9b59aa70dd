import worker from '@ohos.worker';
import { nothing } from '../model/missing';

worker.workerPort.onmessage = () => worker.workerPort.postMessage(nothing);
