import worker from '@ohos.worker';

/** The page's model: what its template binds to. */
export default {
  data: { text: '', worker: null },
  onInit() {
    this.worker = new worker.Worker('workers/primes.js', { name: 'primes' });
    this.worker.onmessage = (event) => {
      this.text = `${event.data.count} primes`;
    };
    this.worker.onexit = () => {
      this.worker = null;
    };
  },
  count(limit) {
    this.text = '…';
    this.worker.postMessage({ type: 'count', limit });
  },
  onDestroy() {
    this.worker.postMessage({ type: 'stop' });
  },
};
