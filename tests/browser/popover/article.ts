/** A page with terms of every sort; `head` and `html` let a test make it difficult. */
export function article({ head = '', html = '', body = '' } = {}): string {
  return `<!doctype html><html lang="en" ${html}><head><meta name="viewport" content="width=device-width">
<style>body { font: 16px/1.5 serif; width: 500px; margin: 120px 60px } [data-term] { text-decoration: underline dotted }</style>
${head}</head><body>
<p id="first">The <span id="wpk" data-term="nk/wpk" data-why="This page also says “Pyongyang”.">WPK</span> rules the
<span id="dprk" data-term="nk/dprk">DPRK</span>, says <span id="kcna" data-term="nk/kcna">KCNA</span>.
Its <span id="rgb" data-term="nk/rgb" data-others="gfx/rgb">RGB</span> reads about
<span id="msmt" data-term="page:MSMT">MSMT</span> and <span id="mine" data-term="own/mine">my term</span>.</p>
<p><a id="link" href="#followed">A link to the <span id="linked" data-term="nk/dprk">DPRK</span></a> and plain words.</p>
<p><input id="field" value="typed"> <span id="long" data-term="nk/long">longest</span></p>
${body}</body></html>`;
}

export const WPK = "Workers' Party of Korea";
