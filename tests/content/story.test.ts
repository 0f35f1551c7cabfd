import { expect, test } from 'vitest';
import { type Story, tell, tidy } from '../browser/painting/story.ts';

const p = (...children: Story['trees']) => ({ name: 'p', children });
const story: Story = {
  trees: ['one', p('two', p('DPRK'), 'three'), p(p(), 'four')],
  deeds: [
    { deed: 'select', at: 1, to: 2 },
    { deed: 'write', at: 5, to: 3 },
    { deed: 'remove', at: 9, to: 0 },
    { deed: 'split', at: 7, to: 2 },
  ],
  turn: 2,
  again: true,
};

/** Whether a story still writes to the node that says DPRK. */
function fails({ trees, deeds }: Story): boolean {
  const nodes: unknown[] = ['the root'];
  const note = (all: Story['trees']): void => {
    for (const tree of all) {
      nodes.push(tree);
      if (typeof tree !== 'string') note(tree.children);
    }
  };
  note(trees);
  return deeds.some(({ deed, at }) => deed === 'write' && nodes[at] === 'DPRK');
}

test('a failing story is cut down to what fails, and told in two lines', () => {
  expect(fails(story)).toBe(true);
  const short = tidy(story, fails);
  expect(fails(short)).toBe(true);
  expect(tell(short)).toBe('DPRK\nwrite(1, 0)');
});

test('a story in which all is needed stays as it is', () => {
  expect(tidy(story, (one) => one === story)).toBe(story);
  expect(tell(story).split('\n')).toEqual([
    'one|<p>two|<p>DPRK</p>|three</p>|<p><p></p>|four</p>',
    'select(1, 2) write(5, 3) remove(9, 0) split(7, 2) (seen after every 2) (marked anew after each look)',
  ]);
});
