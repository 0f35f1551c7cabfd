import '../../assets/pages.css';
import '../../assets/popup.css';
import { report } from '../platform/report.ts';

document.querySelector('input')?.focus();
// The browser shows the popup once its document has loaded. What is imported from here it does not wait for: the
// reader sees the search field, and can type, while the rest starts.
import('./start.tsx').catch((error) => report('The popup', error));
