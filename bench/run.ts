// npm run bench: see README.md in this folder.
import { cpus, loadavg } from 'node:os';
import { readArguments } from './runner/arguments';
import { type Measurement, measureRow } from './runner/measure-row';
import { prepareProjects } from './runner/projects';
import { meetsTarget, toJson, toText } from './runner/summary';

async function run(): Promise<void> {
  const { rows, rounds, json, check, tarball } = readArguments(process.argv.slice(2));
  // With --json, standard output has nothing but the array.
  const say = json ? console.error : console.log;
  const projects = await prepareProjects(tarball);
  say(`Node ${process.version}, ${cpus().length} CPUs, load ${load()}; medians of ${rounds} paired rounds, with range`);
  const measurements: Measurement[] = [];
  for (const row of rows) {
    const measurement = await measureRow(row, rounds, projects);
    measurements.push(measurement);
    say(`\n${toText(measurement)}`);
  }
  say(`\nload at the end: ${load()}`);
  if (json) console.log(JSON.stringify(measurements.map(toJson), null, 2));
  if (check && !measurements.every(meetsTarget)) process.exitCode = 1;
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
