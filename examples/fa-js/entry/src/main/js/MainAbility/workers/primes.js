import worker from '@ohos.worker';
import { primesBelow } from '../common/primes.js';

const parentPort = worker.parentPort;

parentPort.onmessage = (event) => {
  if (event.data.type === 'count') {
    parentPort.postMessage({ type: 'counted', count: primesBelow(event.data.limit).length });
  } else {
    parentPort.close();
  }
};
