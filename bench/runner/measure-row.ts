import type { Contestant, Row } from '../row';
import { ContestantProcess } from './contestant-process';
import type { Projects } from './projects';

/** The rounds of one contestant: times of one operation, in the row's unit. */
export interface Result {
  readonly contestant: Contestant;
  readonly rounds: readonly number[];
}

/** The rounds of a row; the rounds of all contestants are paired by their index. */
export interface Measurement {
  readonly row: Row;
  readonly ours: Result;
  readonly against: readonly Result[];
}

/** Rounds whose times are thrown away: caches are filled and code is compiled in them. */
const warmUpRounds = 2;

/** Measures all contestants of a row, in processes of their own, so that no row and no contestant warms up another. */
export async function measureRow(row: Row, rounds: number, projects: Projects): Promise<Measurement> {
  const started = await Promise.allSettled(
    [row.ours, ...row.against].map((contestant) => ContestantProcess.start(row, contestant, projects)),
  );
  const processes = started.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  try {
    for (const start of started) if (start.status === 'rejected') throw start.reason;
    const [ours, ...against] = await playRounds(processes, rounds);
    if (ours === undefined) throw new Error(`${row.name}: nothing was measured`);
    for (const process of processes) await process.stop();
    return { row, ours, against };
  } catch (error) {
    for (const process of processes) process.kill();
    throw error;
  }
}

/** In each round one contestant after the other; the next round has the opposite order. */
async function playRounds(processes: readonly ContestantProcess[], rounds: number): Promise<Result[]> {
  const results = processes.map((process) => ({ process, contestant: process.contestant, rounds: [] as number[] }));
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const result of round % 2 === 0 ? results : results.toReversed()) {
      const time = await result.process.measure();
      if (round >= 0) result.rounds.push(time);
    }
  }
  return results;
}
