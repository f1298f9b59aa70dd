import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { toMermaid } from '../../src/views';
import { mermaidLimit } from '../../src/views/mermaid';
import { inlineWorld } from '../world/support/inline-world';
import { busyTrace, longTrace } from './support/traces';

const mermaid = join(__dirname, '../../node_modules/mermaid/dist/mermaid.core.mjs');

/** What Mermaid's own parser says of each text: the kind of diagram, or its error. */
function parsedByMermaid(diagrams: readonly string[]): unknown {
  const program = `
    import mermaid from ${JSON.stringify(mermaid)};
    let text = '';
    for await (const chunk of process.stdin) text += chunk;
    const parse = (each) => mermaid.parse(each).then(({ diagramType }) => diagramType, String);
    console.log(JSON.stringify(await Promise.all(JSON.parse(text).map(parse))));`;
  const input = JSON.stringify(diagrams);
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { input, encoding: 'utf8' }),
  );
}

describe('a sequence diagram', () => {
  it('has an arrow for each message where it is delivered, and notes for what happens on an agent', () => {
    const { worker, workers } = inlineWorld({
      'w.ts': `worker.workerPort.onmessage = ({ data }) => worker.workerPort.postMessage(data.n + 1);`,
    });
    const wk = new worker.ThreadWorker('w.ts');
    wk.onmessage = () => {};
    wk.postMessage({ n: 1 });
    workers.run();
    wk.postMessage({ n: 2 });
    wk.terminate();
    workers.run();
    expect(toMermaid(workers.trace.toJSON())).toEqual([
      `sequenceDiagram
  participant a0 as host
  participant a1 as worker#35;1
  a0->>a1: new ThreadWorker('w.ts')
  Note over a1: running
  a0-)a1: #123; n: 1 #125;
  a1-)a0: 2
  a0->>a1: terminate()
  a0-)a1: #123; n: 2 #125;
  a1-xa0: 3 (terminating)
  Note over a1: stop
  a1--)a0: exit, code 0`,
    ]);
  });

  it("is valid for Mermaid's own parser, whatever the messages say; one that is not is refused", () => {
    const [broken = ''] = toMermaid(busyTrace()).map((text) =>
      text.replace('sequenceDiagram', 'sequenceDiagram\n  a0-'),
    );
    const diagrams = [...toMermaid(busyTrace()), ...toMermaid(longTrace(1500)), broken];
    expect(parsedByMermaid(diagrams)).toEqual([
      ...Array(diagrams.length - 1).fill('sequence'),
      expect.stringContaining('Parse error on line 2'),
    ]);
  });

  it('is split before it is too long for Mermaid; each piece has all agents, and nothing is lost', () => {
    const trace = longTrace(1500);
    const diagrams = toMermaid(trace);
    expect(diagrams.length).toBeGreaterThan(2);
    expect(Math.max(...diagrams.map(({ length }) => length))).toBeLessThanOrEqual(mermaidLimit);
    for (const diagram of diagrams)
      expect(diagram).toMatch(/^sequenceDiagram\n {2}participant a0 as host\n {2}participant a1 as worker#35;1\n/);
    const arrows = diagrams.flatMap((diagram) => diagram.match(/-\)/g) ?? []);
    expect(arrows).toHaveLength(trace.entries.filter(({ type }) => type === 'message').length);
  });
});
