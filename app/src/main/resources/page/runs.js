// The list of runs, what belongs to one of them, and how a dry run is started.
import { byId, el, figure, get, post, Refused, say } from './server.js';

const AGAIN = 2000;

export class RunsPane {
  /** @param page open(id), overlay(id, on), isOverlaid(id), canAct(), refused() */
  constructor(page) {
    this.page = page;
    this.query = '';
    this.drawn = '';
    setInterval(() => {
      if (!byId('runs').hidden && !document.hidden) this.list();
    }, AGAIN);
    byId('filters').addEventListener('submit', (event) => {
      event.preventDefault();
      this.query = new URLSearchParams([...new FormData(byId('filters'))].filter(([, v]) => v.trim()));
      this.list();
    });
    byId('start-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.plan();
    });
    byId('start-form').addEventListener('change', () => {
      byId('start').disabled = true;
      byId('plan').replaceChildren();
    });
    byId('start').addEventListener('click', () => this.start());
  }

  async list() {
    try {
      const answer = await get(`/runs?${this.query}`);
      say(byId('list-error'), '');
      this.draw(answer.runs, new Set(answer.going));
    } catch (failed) {
      say(byId('list-error'), failed.message);
      if (failed instanceof Refused && failed.status === 401) this.page.refused();
    }
  }

  /** Anew only where something changed: nobody's finger is on a row that goes away for nothing. */
  draw(runs, going) {
    const key = JSON.stringify([runs, [...going], runs.map((r) => this.page.isOverlaid(r.id))]);
    if (key === this.drawn) return;
    this.drawn = key;
    const table = el('table');
    const head = el('tr');
    for (const name of ['', 'started (UTC)', 'source', 'status', 'data', 'Ti', 'Bi', 'Bf', 'sample', 'protocol', 'note', 'beside']) head.append(el('th', name, '', { scope: 'col' }));
    const thead = el('thead');
    thead.append(head);
    const body = el('tbody');
    for (const r of runs) {
      const row = el('tr');
      row.dataset.run = r.id;
      const open = el('button', r.id ? `Open ${r.id.slice(0, 8)}` : '', '', { type: 'button', disabled: !r.id });
      open.onclick = () => this.page.open(r.id);
      const first = el('td');
      first.append(open);
      const tick = el('input', '', '', { type: 'checkbox', checked: this.page.isOverlaid(r.id), disabled: !r.id });
      tick.setAttribute('aria-label', `overlay run ${r.id.slice(0, 8)}`);
      tick.onchange = () => this.page.overlay(r.id, tick.checked);
      const last = el('td');
      const label = el('label', '', 'tick');
      label.append(tick, el('span', 'overlay'));
      last.append(label);
      const isGoing = going.has(r.id);
      row.append(first, cell(r.started_utc.slice(0, 16).replace('T', ' ')), cell(r.source.toUpperCase(), `src-${r.source.toLowerCase()}`), cell(isGoing ? '▶ in progress' : r.status, isGoing ? 'going' : ''), cell(r.quality), cell(`${figure(r.initial_temperature_k, 2)} K`), cell(`${figure(r.initial_field_t, 2)} T`), cell(`${figure(r.final_field_t, 2)} T`), cell(r.sample), cell(r.protocol), cell(r.annotations ? `${r.annotations}` : ''), last);
      body.append(row);
    }
    table.append(thead, body);
    byId('list').replaceChildren(runs.length ? table : el('p', 'no such run', 'hint'));
  }

  /** Files and notes of the run that is shown. */
  async stored(id) {
    const box = byId('stored');
    const base = `/runs/${id}`;
    const links = el('p', '', 'links');
    for (const [name, path] of [['Report (HTML)', 'report'], ['CSV (zip)', 'export/csv'], ['NeXus (HDF5)', 'export/nexus']]) {
      links.append(el('a', name, '', { href: `${base}/${path}`, download: '' }));
    }
    const story = el('button', 'Timeline', '', { type: 'button' });
    const told = el('div');
    story.onclick = async () => told.replaceChildren(...(await this.timeline(base)));
    links.append(story);
    const notes = el('div');
    box.replaceChildren(links, told, el('h3', 'What people wrote'), notes);
    await this.notes(base, notes);
  }

  async timeline(base) {
    try {
      const { moments } = await get(`${base}/timeline`);
      return moments.map((m) => {
        const row = el('div', '', `row ${m.trouble || m.is_trouble ? 'bad' : ''}`);
        row.append(el('b', `${figure(m.at_s ?? m.at_seconds, 3)} s`), el('span', m.kind), el('span', m.text, 'why'));
        return row;
      });
    } catch (failed) {
      return [el('p', failed.message, 'error')];
    }
  }

  async notes(base, box) {
    try {
      const { annotations } = await get(`${base}/annotations`);
      const rows = annotations.map((a) => {
        const row = el('div', '', 'row');
        row.append(el('b', a.at_utc.slice(0, 16).replace('T', ' ')), el('span', a.by), el('span', a.text, 'why'));
        return row;
      });
      const form = el('form');
      const field = el('input', '', '', { maxLength: 2000, required: true, id: 'annotation' });
      const label = el('label', 'Write to it ');
      label.append(field);
      form.append(label, el('button', 'Annotate', '', { type: 'submit' }));
      form.onsubmit = async (event) => {
        event.preventDefault();
        try {
          await post(`${base}/annotations`, { text: field.value });
          await this.notes(base, box);
        } catch (failed) {
          form.append(el('span', failed.message, 'error'));
        }
      };
      box.replaceChildren(...rows, ...(this.page.canAct() ? [form] : []));
    } catch (failed) {
      box.replaceChildren(el('p', failed.message, 'error'));
    }
  }

  async choices() {
    byId('start-box').hidden = !this.page.canAct();
    if (!this.page.canAct()) return;
    const all = await get('/choices');
    const fill = (id, names, first) => byId(id).replaceChildren(...(first ? [el('option', first, '', { value: '' })] : []), ...names.map((name) => el('option', name, '', { value: name })));
    fill('start-protocol', all.protocols);
    fill('start-rig', all.rigs, "the protocol's own");
    fill('start-sample', all.samples, "the protocol's own");
  }

  asked() {
    return Object.fromEntries(new FormData(byId('start-form')));
  }

  async plan() {
    const box = byId('plan');
    box.replaceChildren(el('p', 'planning…', 'hint'));
    try {
      const p = await post('/plan', this.asked());
      const isAllowed = p.verdict === 'allowed';
      const title = el('p', `${isAllowed ? '✓ ALLOWED' : '✗ REFUSED'}: ${p.protocol} with ${p.sample} on ${p.rig}, about ${figure(p.expected_s, 0)} s of rig time`, isAllowed ? 'verdict ok' : 'verdict bad');
      const list = el('ul');
      for (const r of p.refusals) list.append(el('li', `refused: ${r}`));
      for (const w of p.warnings) list.append(el('li', `mind: ${w}`));
      const theory = p.shots?.[0]?.theory;
      const words = theory ? el('p', `theory expects: ${Object.entries(theory).filter(([k, v]) => /delta_t_k$/.test(k) && typeof v === 'number').map(([k, v]) => `${k.replace('_delta_t_k', '').replace(/_/g, ' ')} ΔT ${figure(v, 3)} K`).join(', ')}`) : el('p');
      box.replaceChildren(title, words, list);
      byId('start').disabled = !isAllowed;
    } catch (failed) {
      box.replaceChildren(el('p', failed.message, 'error'));
    }
  }

  async start() {
    byId('start').disabled = true;
    try {
      const { words } = await post('/dry-runs', this.asked());
      byId('plan').append(el('p', words, 'verdict ok'));
      await this.list();
    } catch (failed) {
      byId('plan').append(el('p', failed.message, 'error'));
    }
  }
}

function cell(text, className = '') {
  return el('td', text, className);
}
