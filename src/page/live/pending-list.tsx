import { useState } from 'preact/hooks';
import type { PendingTask } from '../../debug';
import { categoryOfTask } from '../category';
import { SourceLink } from '../source-link';
import { ValueTree } from '../value-tree';
import { cutText, visibleLine } from '../visible-text';
import type { LiveSession } from './live-session';

const longest = 200;

/** What waits to be performed: legal tasks can be chosen, the next one is marked. */
export function PendingList({ session }: { session: LiveSession }) {
  const pending = session.stopped.value?.pending ?? [];
  const legal = pending.filter((task) => task.legal);
  return (
    <section class="pending">
      <h3>
        Pending tasks{' '}
        <span class="count">
          {pending.length}, {legal.length} legal next
        </span>
      </h3>
      {pending.length === 0 && <p class="note">Nothing waits to be performed.</p>}
      <ol aria-label="Pending tasks">
        {pending.slice(0, longest).map((task) => (
          <Pending key={task.id} task={task} session={session} digit={legal.indexOf(task) + 1} />
        ))}
      </ol>
      {pending.length > longest && <p class="note">and {pending.length - longest} more</p>}
    </section>
  );
}

/** @param digit the key that performs it; 0 if there is none. */
function Pending({ task, session, digit }: { task: PendingTask; session: LiveSession; digit: number }) {
  const [isOpen, setOpen] = useState(false);
  const { id, kind, from, to, preview, data, postedAt, legal, next } = task;
  return (
    <li class={`task ${categoryOfTask(kind)}${legal ? ' legal' : ''}${next ? ' next' : ''}`}>
      <button type="button" class="task-line" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span class="seq">{id}</span> {next && <span class="next-mark">next</span>}{' '}
        <span class="verb">{visibleLine(kind)}</span>{' '}
        <span class="partner">
          {visibleLine(from)} → {visibleLine(to)}
        </span>
        <bdi class="text">{visibleLine(cutText(preview, 200))}</bdi>
      </button>
      {legal && (
        <button
          type="button"
          class="deliver"
          disabled={!session.canCommand}
          aria-label={`Deliver task ${id}`}
          title={digit > 0 && digit < 10 ? `Perform it now (${digit})` : 'Perform it now'}
          onClick={() => session.command({ command: 'deliver', task: id })}
        >
          Deliver {digit > 0 && digit < 10 && <kbd>{digit}</kbd>}
        </button>
      )}
      {isOpen && (
        <div class="task-details">
          {postedAt !== undefined && <SourceLink at={postedAt} projectRoot={session.stopped.value?.projectRoot} />}
          {data !== undefined && <ValueTree value={data} />}
          {postedAt === undefined && data === undefined && <p class="note">It carries nothing.</p>}
        </div>
      )}
    </li>
  );
}
