import type { ComponentChildren } from 'preact';
import { categoryNames } from './category';
import { relation } from './causal-links';
import { spokenLabel } from './entry-label';
import type { PageState } from './page-state';
import { SourceLink } from './source-link';
import type { ShownEntry } from './trace-model';
import { ValueTree } from './value-tree';
import { cutText, visibleLine, visibleText } from './visible-text';

export interface DetailsProps {
  readonly state: PageState;
  readonly projectRoot: string | undefined;
  /** What can be done with an entry, besides. */
  readonly actions?: ((shown: ShownEntry) => ComponentChildren) | undefined;
}

const mostLinks = 12;

/** Everything that is known of the selected entry. */
export function Details({ state, projectRoot, actions }: DetailsProps) {
  const shown = state.model.value.entries[state.selected.value];
  if (shown === undefined) return <Nothing state={state} />;
  const { entry, label, category, index } = shown;
  return (
    <article class="details" aria-label={`Entry ${entry.seq}`}>
      <header>
        <span class={`badge ${category}`}>{categoryNames[category]}</span>
        <h2>
          {label.verb}
          {label.partner !== undefined && (
            <span class="partner">
              {' '}
              {label.partner.direction === 'to' ? '→' : '←'} {visibleLine(label.partner.agent)}
            </span>
          )}
        </h2>
        {label.remark !== undefined && <p class="remark">{label.remark}</p>}
      </header>
      <dl>
        <Fact name="Agent">{visibleLine(entry.agent)}</Fact>
        <Fact name="Number">{entry.seq}</Fact>
        <Fact name="Time">{entry.time} ms</Fact>
        {entry.at !== undefined && (
          <Fact name="Source">
            <SourceLink at={entry.at} projectRoot={projectRoot} />
          </Fact>
        )}
        <TaskFacts state={state} shown={shown} />
      </dl>
      <Carried shown={shown} />
      {actions?.(shown)}
      <Links state={state} title="Caused by" mark={relation.cause} indices={state.links.value.causesOf(index)} />
      <Links state={state} title="Led to" mark={relation.effect} indices={state.links.value.effectsOf(index)} />
    </article>
  );
}

function Nothing({ state }: { state: PageState }) {
  const { trace, entries } = state.model.value;
  return (
    <div class="nothing">
      {trace.test !== undefined && <p class="test-file">{visibleLine(trace.test.file)}</p>}
      {entries.length === 0 ? (
        <p>Nothing has happened yet.</p>
      ) : (
        <>
          <p>Select a row to see what it carries, what caused it, and what came of it.</p>
          <p>
            <kbd>↑</kbd> <kbd>↓</kbd> move, <kbd>←</kbd> <kbd>→</kbd> follow a message, <kbd>/</kbd> search,{' '}
            <kbd>?</kbd> all keys
          </p>
        </>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function TaskFacts({ state, shown: { entry } }: { state: PageState; shown: ShownEntry }) {
  const { tasks } = state.model.value;
  const own = 'task' in entry ? entry.task : undefined;
  const life = own === undefined ? undefined : tasks.get(own);
  return (
    <>
      {own !== undefined && (
        <Fact name={`Task ${own}`}>
          <Jump state={state} name="queued" index={life?.queued} />
          <Jump state={state} name="begun" index={life?.begun} />
          <Jump state={state} name="ended" index={life?.ended} />
          <Jump state={state} name="lost" index={life?.lost} />
          {life?.begun === undefined && life?.lost === undefined && <span class="note">not delivered</span>}
        </Fact>
      )}
      {entry.during !== undefined && entry.during !== own && (
        <Fact name="During">
          <Jump state={state} name={`task ${entry.during}`} index={tasks.get(entry.during)?.begun} />
        </Fact>
      )}
    </>
  );
}

function Jump({ state, name, index }: { state: PageState; name: string; index: number | undefined }) {
  const entry = index === undefined ? undefined : state.model.value.entries[index];
  if (entry === undefined) return null;
  return (
    <button type="button" class="jump" onClick={() => state.select(entry.index)}>
      {name} #{entry.entry.seq}
    </button>
  );
}

/** The payload, or the whole text. */
function Carried({ shown: { entry } }: { shown: ShownEntry }) {
  if ('data' in entry && entry.data !== undefined) {
    return (
      <section>
        <h3>Payload</h3>
        <ValueTree value={entry.data} />
      </section>
    );
  }
  const text = 'error' in entry ? entry.error : 'text' in entry ? entry.text : undefined;
  if (text === undefined) return null;
  return (
    <section>
      <h3>{entry.type === 'console' ? 'Printed' : 'Text'}</h3>
      <pre>{visibleText(cutText(text, 20_000))}</pre>
    </section>
  );
}

function Links({
  state,
  title,
  mark,
  indices,
}: {
  state: PageState;
  title: string;
  mark: number;
  indices: readonly number[];
}) {
  const all = state.relations.value?.reduce((sum, each) => sum + (each === mark ? 1 : 0), 0) ?? 0;
  return (
    <section class={mark === relation.cause ? 'causes' : 'effects'}>
      <h3>
        {title} <span class="count">{all.toLocaleString('en')} in all</span>
      </h3>
      {indices.length === 0 && <p class="note">nothing</p>}
      <ul class="links">
        {indices.slice(0, mostLinks).map((index) => {
          const other = state.model.value.entries[index];
          if (other === undefined) return null;
          return (
            <li key={index}>
              <button type="button" class="link" onClick={() => state.select(index)}>
                <span class="seq">#{other.entry.seq}</span> <span class="agent">{visibleLine(other.entry.agent)}</span>{' '}
                <bdi>{cutText(spokenLabel(other.label), 90)}</bdi>
              </button>
            </li>
          );
        })}
      </ul>
      {indices.length > mostLinks && <p class="note">and {indices.length - mostLinks} more</p>}
    </section>
  );
}
