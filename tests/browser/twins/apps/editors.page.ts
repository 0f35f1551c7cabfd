import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { editor as monaco } from 'monaco-editor-core/esm/vs/editor/editor.api.js';
import { schema } from 'prosemirror-schema-basic';
import { EditorState as ProseState, Selection } from 'prosemirror-state';
import { EditorView as ProseView } from 'prosemirror-view';

const paragraph = (text: string) => schema.node('paragraph', null, schema.text(text));
const doc = 'The DPRK said.\nAnd KCNA wrote.';
const at = (id: string): HTMLElement => document.getElementById(id) ?? document.body;

const code = new EditorView({ state: EditorState.create({ doc }), parent: at('code') });
const prose = new ProseView(at('prose'), {
  state: ProseState.create({ doc: schema.node('doc', null, doc.split('\n').map(paragraph)) }),
});
// What blinks, fades or waits for a worker would not be the same at the same moment in two browsers.
const lines = monaco.create(at('lines'), {
  value: doc,
  cursorBlinking: 'solid',
  minimap: { enabled: false },
  scrollbar: { vertical: 'hidden', horizontal: 'hidden' },
  links: false,
  occurrencesHighlight: 'off',
  quickSuggestions: false,
  wordBasedSuggestions: 'off',
});

/** Each editor: goes to its end, tells what it would save, and whether it has come to know that all of it is selected. */
export const editors = {
  code: {
    goToEnd(): void {
      code.focus();
      code.dispatch({ selection: { anchor: code.state.doc.length } });
    },
    saved: () => code.state.doc.toString(),
    isSelected: () => code.state.selection.main.to - code.state.selection.main.from === code.state.doc.length,
  },
  prose: {
    goToEnd(): void {
      prose.focus();
      prose.dispatch(prose.state.tr.setSelection(Selection.atEnd(prose.state.doc)));
    },
    saved: () => JSON.stringify(prose.state.doc.toJSON()),
    isSelected: () => prose.state.selection.content().size >= prose.state.doc.content.size - 2,
  },
  lines: {
    goToEnd(): void {
      lines.focus();
      lines.setPosition({ lineNumber: 2, column: 99 });
    },
    saved: () => lines.getValue(),
    isSelected: () => {
      const { startLineNumber = 0, endLineNumber = 0, endColumn = 0 } = lines.getSelection() ?? {};
      const all = lines.getModel()?.getFullModelRange();
      return startLineNumber === 1 && endLineNumber === all?.endLineNumber && endColumn === all.endColumn;
    },
  },
} as const;
