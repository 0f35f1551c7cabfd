import '../../../assets/pages.css';
import '../../../assets/popup.css';
import { render } from 'preact';
import { Popup } from '../../../entrypoints/popup/popup.tsx';
import { sourceOf, WORLDS } from './fixture.ts';

/** The popup in a written-down world: `?state=…`, with `dir=rtl` and `place=screen` where wanted. */
const asked = new URLSearchParams(location.search);
const world = WORLDS[asked.get('state') ?? ''];
if (world === undefined) throw new Error(`There is no state ${location.search}.`);
document.documentElement.dataset.place = asked.get('place') ?? 'toolbar';
document.documentElement.dir = asked.get('dir') ?? 'ltr';
render(<Popup source={sourceOf(world)} query={world.query ?? ''} />, document.body);
