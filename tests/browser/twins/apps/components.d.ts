declare module '*.vue' {
  const component: import('vue').Component<{ paper: import('../paper.ts').Paper }>;
  export default component;
}

declare module '*.svelte' {
  const component: import('svelte').Component<{ current: { paper: import('../paper.ts').Paper } }>;
  export default component;
}
