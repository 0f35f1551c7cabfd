import '@angular/compiler';
import { bootstrapApplication, provideClientHydration } from '@angular/platform-browser';
import { offer } from '../twin.ts';
import { current, Paperboy, providers } from './angular.ts';

offer(async (root, paper, onServers) => {
  current.set(paper);
  if (root.querySelector('app-root') === null) root.append(document.createElement('app-root'));
  const app = await bootstrapApplication(Paperboy, {
    providers: onServers ? [...providers, provideClientHydration()] : providers,
  });
  await app.whenStable();
  return (next) => {
    current.set(next);
    app.tick();
  };
});
