import type { ComponentChild } from 'preact';
import type { Example } from '../page-server/page-state.ts';

/** Lines to try, under their headings. */
export function Examples({
  examples,
  onExample,
}: {
  examples: readonly Example[];
  onExample: (example: Example) => void;
}): ComponentChild {
  return [...Map.groupBy(examples, ({ group }) => group)].map(([group, some]) => (
    <section key={group}>
      <h3>{group}</h3>
      <ul class="examples">
        {some.map((example) => (
          <li key={example.text}>
            <button type="button" onClick={() => onExample(example)}>
              <code>{example.text}</code>
              <small>{example.why}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  ));
}
