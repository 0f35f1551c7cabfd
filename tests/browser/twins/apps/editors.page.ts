import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { schema } from 'prosemirror-schema-basic';
import { EditorState as ProseState } from 'prosemirror-state';
import { EditorView as ProseView } from 'prosemirror-view';

const paragraph = (text: string) => schema.node('paragraph', null, schema.text(text));
const doc = 'The DPRK said.\nAnd KCNA wrote.';
const at = (id: string): HTMLElement => document.getElementById(id) ?? document.body;

const code = new EditorView({ state: EditorState.create({ doc }), parent: at('code') });
const prose = new ProseView(at('prose'), {
  state: ProseState.create({ doc: schema.node('doc', null, doc.split('\n').map(paragraph)) }),
});

/** What each editor would save. */
export const saved = (): readonly string[] => [
  code.state.doc.toString(),
  JSON.stringify(prose.state.doc.toJSON()),
];

/** Whether each editor has come to know that all of it is selected. */
export const isSelected = (): Readonly<Record<'code' | 'prose', boolean>> => ({
  code: code.state.selection.main.to - code.state.selection.main.from === code.state.doc.length,
  prose: prose.state.selection.content().size >= prose.state.doc.content.size - 2,
});
