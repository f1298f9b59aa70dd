/** As scripts for the platform have it. */
export class Ticker {
  private id: number = -1;

  start(): void {
    this.id = setInterval(() => this.stop(), 10);
    setTimeout((text: string) => text.length, 1, 'a');
  }

  stop(): void {
    clearInterval(this.id);
  }
}

/** As tests have it. */
const timeout: NodeJS.Timeout = setTimeout(async () => {});
let result: ReturnType<typeof setTimeout> = setTimeout(() => {}, 1);
result = setTimeout(() => {}, 1).unref() && result;
clearTimeout(timeout);
clearTimeout(result);
