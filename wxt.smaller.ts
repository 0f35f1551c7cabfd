/** What keeps the content script small: it is read by every document. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import type { Plugin, parseAst } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * What the content script takes in place of what the others do, to stay small: WXT's own `browser`, which is the
 * browser's object as it is. Both browsers give content scripts promises without the polyfill.
 */
const SMALLER: Readonly<Record<string, string>> = {
  'wxt/browser': here('node_modules/wxt/dist/browser.mjs'),
  '@wxt-dev/webextension-polyfill/browser': here('node_modules/wxt/dist/browser.mjs'),
  'wxt/utils/content-script-context': here('entrypoints/platform/script-context.ts'),
  // Of mark.js.
  './domiterator': here('entrypoints/content/one-text.ts'),
};

/** Takes things for others, and leaves out what is not used. */
export const smaller: Plugin = {
  name: 'glossator:smaller',
  enforce: 'pre',
  resolveId: (id) => SMALLER[id],
  transform(code, id) {
    if (id.includes('content-script-isolated-world-entrypoint')) return startOnly(code);
    // What the manifest says.
    if (id === here('entrypoints/content/index.ts'))
      return code.replace(/matches: [\s\S]*?(?=async main)/, '');
    if (!/mark\.js\/src\/lib\/mark\.js$/.test(id)) return undefined;
    const quiet = SPARED.reduce((left, [part, instead]) => left.replace(part, instead), code);
    return withoutOptions(leaveOut(quiet, unused(quiet, this.parse(quiet).body)));
  },
};

/** No function expression in it is a constructor. */
const COMPRESS = { hoist_funs: true, passes: 3, unsafe_arrows: true };

/** What Vite has made small, Terser makes smaller yet. */
export const smallest: Plugin = {
  name: 'glossator:smallest',
  apply: (_, { mode }) => mode === 'production',
  async generateBundle(_, files) {
    for (const file of Object.values(files)) {
      if (file.type !== 'chunk') continue;
      const mangle = { properties: { regex: ownNames() } };
      const { code } = await minify(file.code, { ecma: 2022, compress: COMPRESS, mangle });
      if (code !== undefined) file.code = code;
    }
  },
};

/**
 * What the members of the content script's classes and interfaces are called, as far as nothing else here has a word
 * for it: what is sent or stored is named where it is received too. Terser leaves out what browsers have names for.
 */
function ownNames(): RegExp {
  const files = [...sources('entrypoints'), ...sources('glossary')];
  const isOwn = (file: string): boolean => file.startsWith('entrypoints/content/');
  const [own, others] = [files.filter(isOwn), files.filter((file) => !isOwn(file))].map(read);
  const known = new Set(others?.replace(COMMENT, '').match(/\w+/g));
  const members = own?.matchAll(/^ {2}(?:(?:async|get|readonly|set) )*(\w{3,})(?=\??[(:;<]| =)/gm) ?? [];
  const names = [...members].map(([, name = '']) => name).filter((name) => !known.has(name));
  return new RegExp(`^(${names.join('|')})$`);
}

/** A line of a comment. */
const COMMENT = /^ *(\/\/|\/\*\*|\* |\*\/).*$/gm;

const sources = (folder: string): string[] =>
  readdirSync(here(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);

const read = (files: readonly string[]): string =>
  files.map((file) => readFileSync(here(file), 'utf8')).join('\n');

/** The start of a content script by WXT, without what it would log and hand on. */
function startOnly(code: string): string {
  return code
    .replace(/logger\.error\([^;]*\);/, '')
    .replace(/const \{ main, [^}]*} = definition;/, '')
    .replace(/main\(new ContentScriptContext\([^;]*\)\);/, 'definition.main(new ContentScriptContext());');
}

/** mark.js has nothing to say to the console or to us, no class or name to choose, no old browsers and no frames. */
const SPARED: readonly (readonly [part: RegExp, left: string])[] = [
  [/this\.(log|opt\.(noMatch|done))\([^;]*\)/g, ''],
  [/if \(this\.opt\.className\) {\s*repl[^}]*}/, ''],
  [/!this\.opt\.element \? 'mark' : this\.opt\.element/g, "'mark'"],
  // Ranges are given, and nothing is left out.
  [/if \(\s*!Array\.isArray\(array\)[^[]*\[0\] \) [^}]*}/, ''],
  [/, node => {\s*if \(this\.matchesExclude[^}]*} else {[^}]*}\s*}/, ''],
  [/this\.opt\.filter\([^;]*/g, 'true'],
  [/if \(!filterCb\(n\.node\)\) {[^}]*}/, ''],
  [/this\.isNumeric\(range\.\w+\) &&/g, ''],
  [/parseInt\((range\.\w+), 10\)/g, '$1'],
  [/range && typeof range\.start !== 'undefined'/, 'true'],
  [/ranges && ranges\.length/, 'true'],
  [/this\.ie = false;\s*const ua = [^}]*}/, ''],
  [/(?<=Iterator\(\s*this.ctx),[^)]*/, ''],
];

/** What of mark.js is called from outside. */
const MARK_CALLS = ['constructor', 'markRanges'];

type Statement = ReturnType<typeof parseAst>['body'][number];
type Member = { readonly start: number; readonly end: number; readonly name: string };

/** The methods of a class that no method in use mentions: bundlers leave out functions, but never methods. */
function unused(code: string, body: readonly Statement[]): Member[] {
  const all = body.flatMap(membersOf);
  const reached = new Set(MARK_CALLS);
  for (const name of reached)
    for (const { start, end } of all.filter((one) => one.name === name))
      for (const [, word = ''] of code.slice(start, end).matchAll(/\.(\w+)/g)) reached.add(word);
  return all.filter(({ name }) => !reached.has(name));
}

function membersOf(statement: Statement): Member[] {
  const declared = statement.type === 'ExportDefaultDeclaration' ? statement.declaration : statement;
  if (declared.type !== 'ClassDeclaration') return [];
  return declared.body.body.flatMap((member) =>
    member.type === 'MethodDefinition' && member.key.type === 'Identifier'
      ? [{ start: member.start, end: member.end, name: member.key.name }]
      : [],
  );
}

function leaveOut(code: string, members: readonly Member[]): string {
  return members.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), code);
}

/** What is preset of options that nothing asks for. */
function withoutOptions(code: string): string {
  return code.replace(/^ +'(\w+)': .*$/gm, (line, name) => (code.includes(`opt.${name}`) ? line : ''));
}
