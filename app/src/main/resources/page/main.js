// The page: who is there, which run is shown, and the stop buttons.
import { byId, el, figure, get, isNumber, post, Refused, say } from './server.js';
import { Feed } from './feed.js';
import { Charts } from './charts.js';
import { drawLevels } from './levels.js';
import { drawFigures, drawGuards, drawLines, drawPhases, drawSaid } from './board.js';
import { RunsPane } from './runs.js';

const STALE = 3;
const ARMED = 4000;

const COLOURS = {
  light: { text: '#1b1f24', grid: '#d9dee4', paper: '#ffffff', measured: '#0072b2', predicted: '#d55e00', predictedBand: 'rgba(213,94,0,0.18)', bath: '#6b7280', limit: '#5c4d00', phase: '#8a94a0', ramp: 'rgba(230,159,0,0.28)', band: 'rgba(0,158,115,0.14)', overlays: ['#009e73', '#cc79a7', '#000000', '#a06a00'] },
  dark: { text: '#e6e9ee', grid: '#333b45', paper: '#14181d', measured: '#56b4e9', predicted: '#f0a43a', predictedBand: 'rgba(240,164,58,0.22)', bath: '#9aa4b0', limit: '#f0e442', phase: '#6c7784', ramp: 'rgba(230,159,0,0.3)', band: 'rgba(0,158,115,0.25)', overlays: ['#2cc79a', '#e39bc4', '#ffffff', '#e6c15a'] },
};

const page = {
  me: { role: 'anyone', who: '' },
  feed: null,
  overlays: new Map(),
  isDue: false,
  armed: null,
  asked: null,
};
window.fieldfall = page;

function isDark() {
  const chosen = localStorage.getItem('fieldfall-theme');
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function paint() {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  page.colours = COLOURS[isDark() ? 'dark' : 'light'];
  page.charts?.recolour(page.colours);
  due();
}

function canAct() {
  return page.me.role === 'operator';
}

// ---- who is there

async function enter() {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const token = fragment.get('token');
  page.asked = fragment.get('run');
  if (token) {
    // The token must neither stay in the address nor in the history.
    history.replaceState(null, '', location.pathname);
    byId('token').value = token;
    const known = localStorage.getItem('fieldfall-name') || '';
    byId('name').value = known;
    if (await signIn(token, known)) return;
  } else {
    page.me = await get('/me');
    if (page.me.role !== 'anyone') {
      begin(page.asked);
      return;
    }
  }
  show('sign-in');
  (byId('token').value ? byId('name') : byId('token')).focus();
}

async function signIn(token, name) {
  try {
    page.me = await post('/sign-in', { token, name });
    if (page.me.needs_name) {
      byId('sign-in-error').textContent = 'This token operates the run: your name, please.';
      return false;
    }
    localStorage.setItem('fieldfall-name', name);
    byId('token').value = '';
    byId('sign-in-error').textContent = '';
    begin(page.feed?.run || page.asked);
    return true;
  } catch (failed) {
    byId('sign-in-error').textContent = failed.message;
    return false;
  }
}

/** A server that was started anew knows nobody. */
async function whoAmI() {
  try {
    const me = await get('/me');
    if (me.role === 'anyone' && page.me.role !== 'anyone') {
      page.me = me;
      byId('sign-in-error').textContent = 'The server was started anew: use its new link, or paste its token.';
      show('sign-in');
    }
  } catch {
    // Nobody answers: the page says so already, and goes on trying.
  }
}

function begin(asked) {
  byId('who').textContent = page.me.who ? `${page.me.who} (${page.me.role})` : page.me.role;
  byId('sign-out').hidden = false;
  const run = asked || page.me.own_run;
  if (run) open(run);
  else showRuns();
}

// ---- what is shown

function show(what) {
  for (const id of ['sign-in', 'run', 'runs']) byId(id).hidden = id !== what;
  byId('show-run').setAttribute('aria-pressed', String(what === 'run'));
  byId('show-runs').setAttribute('aria-pressed', String(what === 'runs'));
  byId('show-run').disabled = !page.feed;
  byId('bar').classList.toggle('signed-out', what === 'sign-in');
  stops();
  if (what === 'run') {
    page.charts ||= makeCharts();
    page.charts.resize();
  }
  due();
}

function makeCharts() {
  const charts = new Charts(page.colours);
  charts.onView = (view) => {
    document.querySelectorAll('#zoom [data-view]').forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.view === view.mode)));
    due();
  };
  return charts;
}

function open(id) {
  page.feed?.close();
  overlay(id, false);
  page.feed = new Feed(id, due);
  page.feed.refused = whoAmI;
  page.shownStored = '';
  history.replaceState(null, '', `#run=${id}`);
  show('run');
  page.charts.setView('whole');
}

function overlay(id, isOn) {
  const there = page.overlays.get(id);
  if (isOn && !there && id !== page.feed?.run) page.overlays.set(id, new Feed(id, due));
  if (!isOn && there) {
    there.close();
    page.overlays.delete(id);
  }
  if (isOn) page.charts?.setView('shot');
  due();
}

async function showRuns() {
  show('runs');
  await page.runs.list();
  try {
    await page.runs.choices();
  } catch (failed) {
    byId('plan').replaceChildren(el('p', failed.message, 'error'));
  }
}

// ---- the picture

function due() {
  if (!page.isDue) {
    page.isDue = true;
    requestAnimationFrame(draw);
  }
}

function draw() {
  page.isDue = false;
  const feed = page.feed;
  if (!feed) {
    mark('none', 'NO RUN', '');
    return;
  }
  const s = feed.snapshot;
  head(feed, s);
  stops();
  if (byId('run').hidden) return;
  page.charts.frame(feed, [...page.overlays.values()]);
  if (feed.snapshots !== page.drawn || feed.snapshot !== page.drawnOf || feed.state !== page.drawnState || page.drawnTheme !== page.colours) {
    page.drawn = feed.snapshots;
    page.drawnOf = feed.snapshot;
    page.drawnState = feed.state;
    page.drawnTheme = page.colours;
    byId('words').textContent = s.words || 'Waiting for the first words about this run…';
    drawFigures(s);
    drawPhases(s, feed.isOver());
    drawGuards(s, canAct(), acknowledge);
    drawLines(s, feed);
    drawSaid(s);
    drawLevels(s, page.colours);
    if (feed.isOver() && page.shownStored !== feed.run) {
      page.shownStored = feed.run;
      page.runs.stored(feed.run);
    }
    byId('stored-box').hidden = !feed.isOver() || hasEnded(feed);
    byId('note-form').hidden = !canAct() || feed.isOver();
  }
  legend();
  if (page.charts.isRolling()) due();
}

function mark(source, word, run) {
  const top = byId('top');
  if (top.dataset.source !== source) top.dataset.source = source;
  say(byId('source-word'), word);
  say(byId('source-run'), run);
  const title = source === 'none' ? 'fieldfall' : `${word} · ${run} · fieldfall`;
  if (document.title !== title) document.title = title;
}

/** The page of a run is served by the run itself. */
function hasEnded(feed) {
  return feed.isOver() && feed.state !== 'connected' && feed.run === page.me.own_run;
}

function head(feed, s) {
  const run = s.run || {};
  const isStored = feed.isOver();
  const source = s.source || 'none';
  const word = { rig: 'RIG', simulator: 'SIMULATOR', replay: 'REPLAY' }[source] || 'CONNECTING';
  mark(source, word, [run.sample, run.protocol, run.id ? run.id.slice(0, 8) : feed.run.slice(0, 8)].filter(Boolean).join(' · '));
  const end = s.end || {};
  const safe = { true: ', rig seen safe', false: ', NOT SAFE' }[end.is_safe] || '';
  const over = `over: ${end.status}${safe}${end.why ? ` (${end.why})` : ''}`;
  say(byId('status'), s.is_loading ? 'being read…' : isStored ? over : [s.status, s.phase].filter(Boolean).join(', '));
  const age = feed.age();
  const link = byId('link');
  let state = 'connected';
  let words = isStored ? '● stored run' : '● live';
  if (hasEnded(feed)) [state, words] = ['ended', '■ this page ended with its run; see it again: fieldfall serve'];
  else if (feed.state === 'gone') [state, words] = ['broken', '✗ there is no such run'];
  else if (feed.state !== 'connected') [state, words] = ['broken', `✗ not connected, trying again${isNumber(age) ? `; this is ${figure(age, 0)} s old` : ''}`];
  else if (age > STALE) [state, words] = ['stale', `! no news for ${figure(age, 0)} s`];
  byId('sign-out').hidden = state === 'ended' || page.me.role === 'anyone';
  say(link, words);
  if (document.body.dataset.link !== state) document.body.dataset.link = state;
}

function legend() {
  const c = page.colours;
  const items = [['measured', c.measured, 'solid'], ['predicted ± 2σ', c.predicted, 'dashed'], ['bath', c.bath, 'dotted'], ['sudden, completed, reachable', c.limit, 'dashed'], ['phase begins', c.phase, 'dotted'], ['ramp', c.ramp, 'solid']];
  const styles = ['dashed', 'dotted', 'dashed', 'dashed'];
  [...page.overlays.values()].forEach((feed, i) => items.push([`overlay ${feed.run.slice(0, 8)} (${(feed.snapshot.source || '?').toUpperCase()})`, c.overlays[i % c.overlays.length], styles[i % 4], feed.run]));
  const key = JSON.stringify(items);
  const box = byId('legend');
  if (box.dataset.key === key) return;
  box.dataset.key = key;
  box.replaceChildren(...items.map(([name, colour, style, run]) => {
    const item = el('span', '', 'item');
    const line = el('i');
    line.style.borderTop = `3px ${style} ${colour}`;
    item.append(line, el('span', name));
    if (run) {
      const off = el('button', '×', 'off', { type: 'button', title: 'take away' });
      off.onclick = () => overlay(run, false);
      item.append(off);
    }
    return item;
  }));
}

// ---- the stop buttons

function stops() {
  const s = page.feed?.snapshot || {};
  const isOn = Boolean(page.feed) && page.me.role !== 'anyone' && !page.feed.isOver();
  byId('stops').hidden = !isOn;
  document.body.classList.toggle('has-stops', isOn);
  if (!isOn) return;
  const isHeld = /held/i.test(s.status || '');
  label('hold', isHeld ? 'RESUME' : 'HOLD', 'H');
  byId('hold').disabled = isHeld && !canAct();
  byId('stop').disabled = !canAct();
  byId('stop').title = canAct() ? 'Leave the phase, bring the rig to its safe state' : "needs an operator's token";
  label('stop', page.armed === 'stop' ? 'AGAIN TO STOP' : 'STOP', 'S');
  label('emergency', page.armed === 'emergency' ? 'AGAIN: EMERGENCY' : 'EMERGENCY', 'E');
  for (const id of ['stop', 'emergency']) byId(id).classList.toggle('armed', page.armed === id);
}

function label(id, word, key) {
  const button = byId(id);
  if (button.dataset.word === word) return;
  button.dataset.word = word;
  button.replaceChildren(document.createTextNode(`${word} `), el('kbd', key));
}

/** The first press arms, the second within 4 s acts: a thumb that scrolls by does not stop a run. */
function press(id) {
  if (byId(id).disabled || byId('stops').hidden) return;
  if (page.armed !== id) {
    page.armed = id;
    clearTimeout(page.disarm);
    page.disarm = setTimeout(() => {
      page.armed = null;
      stops();
    }, ARMED);
    stops();
    return;
  }
  page.armed = null;
  clearTimeout(page.disarm);
  stops();
  act(id);
}

function hold() {
  if (byId('hold').disabled || byId('stops').hidden) return;
  act(byId('hold').dataset.word === 'RESUME' ? 'resume' : 'hold');
}

async function act(name, body = {}) {
  const out = byId('stops-words');
  out.className = 'taken';
  out.textContent = `${name.toUpperCase()} asked…`;
  try {
    const reply = await post(`/runs/${page.feed.run}/${name}`, body);
    out.className = 'taken';
    out.textContent = reply.words || `${name.toUpperCase()} taken`;
  } catch (failed) {
    out.className = '';
    out.textContent = `${name.toUpperCase()} NOT TAKEN: ${failed.message}`;
    if (failed instanceof Refused && failed.status === 401) show('sign-in');
  }
  clearTimeout(page.quiet);
  page.quiet = setTimeout(() => { out.textContent = ''; }, 8000);
}

function acknowledge(guard) {
  const text = prompt(`What did you find? (guard ${guard})`);
  if (text) act('ack', { guard, text });
}

// ---- listening

byId('sign-in-form').addEventListener('submit', (event) => {
  event.preventDefault();
  signIn(byId('token').value.trim(), byId('name').value.trim());
});
byId('sign-out').addEventListener('click', async () => {
  await post('/sign-out');
  location.replace(location.pathname);
});
byId('theme').addEventListener('click', () => {
  localStorage.setItem('fieldfall-theme', isDark() ? 'light' : 'dark');
  paint();
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
byId('show-run').addEventListener('click', () => page.feed && show('run'));
byId('show-runs').addEventListener('click', showRuns);
byId('hold').addEventListener('click', hold);
byId('stop').addEventListener('click', () => press('stop'));
byId('emergency').addEventListener('click', () => press('emergency'));
byId('note-form').addEventListener('submit', (event) => {
  event.preventDefault();
  if (byId('note').value.trim()) act('note', { text: byId('note').value.trim() });
  byId('note').value = '';
});
byId('zoom').addEventListener('click', (event) => {
  const { view, step } = event.target.dataset;
  if (view) page.charts.setView(view);
  const steps = { in: () => page.charts.zoom(0.5), out: () => page.charts.zoom(2), left: () => page.charts.move(-0.2), right: () => page.charts.move(0.2) };
  steps[step]?.();
});
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === 'h') hold();
  else if (key === 's') press('stop');
  else if (key === 'e') press('emergency');
  else if (!byId('run').hidden && !(event.target.tagName === 'BUTTON' && key.startsWith('Arrow'))) page.charts.key({ key, preventDefault: () => event.preventDefault() });
});
document.addEventListener('visibilitychange', due);
window.addEventListener('hashchange', () => {
  const hash = new URLSearchParams(location.hash.slice(1));
  if (hash.get('token')) enter();
  else if (hash.get('run') && hash.get('run') !== page.feed?.run && page.me.role !== 'anyone') open(hash.get('run'));
});

page.runs = new RunsPane({
  open,
  overlay,
  isOverlaid: (id) => page.overlays.has(id),
  canAct,
  refused: whoAmI,
});
paint();
enter();
