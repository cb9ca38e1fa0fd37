// What is asked of the server, and its answers.

export class Refused extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
  }
}

async function told(answer) {
  const words = await answer.text();
  let body = {};
  try {
    body = JSON.parse(words);
  } catch {
    body = { error: words };
  }
  if (!answer.ok) {
    throw new Refused(answer.status, body.error || body.words || `the server answers ${answer.status}`);
  }
  return body;
}

/** Browsers have words of their own for this, each others. */
async function ask(path, request) {
  try {
    return await fetch(path, request);
  } catch {
    throw new Error('the server does not answer');
  }
}

export async function get(path) {
  return told(await ask(path, { headers: { Accept: 'application/json' } }));
}

export async function post(path, body = {}) {
  return told(await ask(path, {
    method: 'POST',
    headers: { 'X-Fieldfall': '1', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }));
}

/** An element with its text, class and further properties; text never becomes markup. */
export function el(tag, text = '', className = '', more = {}) {
  const made = document.createElement(tag);
  if (text !== '') made.textContent = text;
  if (className) made.className = className;
  Object.assign(made, more);
  return made;
}

export function byId(id) {
  return document.getElementById(id);
}

/** Writes only what is new: every write makes the browser lay out again. */
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function isNumber(x) {
  return typeof x === 'number' && Number.isFinite(x);
}

/** A number with its digits, or a dash. */
export function figure(x, digits) {
  return isNumber(x) ? x.toFixed(digits).replace('-', '−') : '–';
}
