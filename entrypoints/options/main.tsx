import { render } from 'preact';
import '../../assets/pages.css';
import '../../assets/options.css';
import '../../assets/manager.css';
import { App } from './app.tsx';

const root = document.getElementById('app');
if (root !== null) render(<App />, root);
