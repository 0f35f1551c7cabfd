import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Sample } from './sample.tsx';
import type { WelcomeSource } from './source.ts';
import { words } from './words.ts';

/** The page that opens once, after the extension was installed: try it, know what it may do, go on. */
export function Welcome({ source }: { readonly source: WelcomeSource }) {
  return (
    <main class="welcome">
      <header>
        <img src="/icons/48.png" alt="" width="48" height="48" />
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <Sample source={source} />
      <div class="facts">
        <Fact title={words.permissionTitle}>
          <p>{words.permission}</p>
        </Fact>
        <Fact title={words.toolbarTitle}>
          <p>{words.toolbar}</p>
        </Fact>
        <Fact title={words.keysTitle}>
          <Keys source={source} />
        </Fact>
        <Fact title={words.settingsTitle}>
          <p>{words.settings}</p>
          <a class="button" href="/options.html">
            {words.openSettings}
          </a>
        </Fact>
      </div>
    </main>
  );
}

function Fact({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="fact">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Keys({ source }: { readonly source: WelcomeSource }) {
  const [keys, setKeys] = useState<Awaited<ReturnType<WelcomeSource['shortcuts']>>>([]);
  const [trouble, setTrouble] = useState('');
  const tell = (error: unknown) => setTrouble(String(error));
  useEffect(() => void source.shortcuts().then(setKeys, tell), [source]);
  return (
    <>
      <dl>
        {keys
          .filter(({ description }) => description !== '')
          .map((command) => (
            <div key={command.name}>
              <dt>{command.description}</dt>
              <dd>{command.keys === '' ? <span>{words.noKeys}</span> : <kbd>{command.keys}</kbd>}</dd>
            </div>
          ))}
      </dl>
      <button class="button" type="button" onClick={() => void source.openShortcutPage().catch(tell)}>
        {words.changeKeys}
      </button>
      <p role="alert">{trouble}</p>
    </>
  );
}
