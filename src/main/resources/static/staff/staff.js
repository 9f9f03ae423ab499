// Staff pages send a form marked data-send under the web apps' session and show what the server says. A form with a file
// goes as multipart, any other as JSON; one marked data-raw sends the file alone, however large, and its other fields in
// the address; a group of choices marked data-many="name" goes as a list. A member "location" of the answer is where to go
// next; otherwise the page is loaded anew. A refusal that names fields is shown beside them.

const csrfToken = () => {
  const cookie = document.cookie.split('; ').find((c) => c.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.substring('XSRF-TOKEN='.length)) : '';
};

function say(form, message) {
  let place = form.querySelector('.problem');
  if (!place) {
    place = document.createElement('p');
    place.className = 'problem';
    place.setAttribute('role', 'alert');
    form.append(place);
  }
  place.textContent = message;
}

function clear(form) {
  form.querySelectorAll('.problem').forEach((place) => place.remove());
  form.querySelectorAll('[aria-invalid]').forEach((field) => field.removeAttribute('aria-invalid'));
}

/** Says beside each field what is wrong with it; false where not all of them are on this form. */
function mark(form, problems) {
  const names = Object.keys(problems);
  const fields = names
    .map((name) => form.querySelector(`[name="${name}"], [data-many="${name}"], [data-column="${name}"]`));
  if (!names.length || fields.includes(null)) return false;
  fields.forEach((field, i) => {
    const place = document.createElement('p');
    place.className = 'problem';
    place.setAttribute('role', 'alert');
    place.textContent = problems[names[i]];
    field.setAttribute('aria-invalid', 'true');
    (field.closest('label, fieldset') || field).append(place);
  });
  fields[0].focus();
  return true;
}

function values(form, fields) {
  const body = Object.fromEntries(fields);
  form.querySelectorAll('[data-many]').forEach(({ dataset }) => { body[dataset.many] = fields.getAll(dataset.many); });
  return body;
}

async function send(form, fields) {
  const headers = { 'X-XSRF-TOKEN': csrfToken(), Accept: 'application/json' };
  let body = fields;
  let address = form.getAttribute('action');
  if ('raw' in form.dataset) {
    body = fields.get('file');
    fields.delete('file');
    fields.append('fileName', body.name);
    headers['Content-Type'] = 'application/octet-stream';
    address += `?${new URLSearchParams(fields)}`;
  } else if (!form.querySelector('input[type=file]')) {
    headers['Content-Type'] = 'application/json';
    body = JSON.stringify(values(form, fields));
  }
  const response = await fetch(address, { method: form.dataset.send || 'POST', headers, body });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    const problem = new Error(answer.detail || '系统暂时无法处理。请稍后重试；仍不成功的，请联系系统管理员。');
    problem.fields = answer.fields || {};
    throw problem;
  }
  return answer;
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!('send' in form.dataset)) return;
  event.preventDefault();
  // Before the buttons are disabled: a disabled one would not be among the fields.
  const fields = new FormData(form, event.submitter);
  const buttons = form.querySelectorAll('button');
  buttons.forEach((button) => { button.disabled = true; });
  clear(form);
  try {
    const answer = await send(form, fields);
    if (answer.location) window.location.assign(answer.location);
    else window.location.reload();
  } catch (e) {
    buttons.forEach((button) => { button.disabled = false; });
    if (!mark(form, e.fields || {})) {
      say(form, e instanceof TypeError ? '网络不通，未能提交。请检查网络后重试。' : e.message);
    }
  }
});

// Rows that a form has several times, [data-row]: what stands in one moves up a row, and there may be more of them.
const FIELDS = 'input, select, textarea';
const rowButton = (text, title) => {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'button small', textContent: text, title });
  return button;
};

function moveUp(row) {
  const above = row.previousElementSibling;
  if (!above || !('row' in above.dataset)) return;
  const theirs = above.querySelectorAll(FIELDS);
  row.querySelectorAll(FIELDS).forEach((field, i) => { [field.value, theirs[i].value] = [theirs[i].value, field.value]; });
  above.querySelector(FIELDS).focus();
}

function anotherRow(last) {
  const row = last.cloneNode(true);
  const number = Number(last.querySelector(FIELDS).name.split('#')[1]) + 1;
  row.querySelectorAll(FIELDS).forEach((field) => {
    field.name = `${field.name.split('#')[0]}#${number}`;
    field.value = '';
  });
  const legend = row.querySelector('legend');
  legend.textContent = legend.textContent.replace(/\d+\s*$/, number);
  last.after(row);
  row.querySelector(FIELDS).focus();
}

document.querySelectorAll('form:has([data-row])').forEach((form) => {
  form.querySelectorAll('[data-row]').forEach((row) => row.append(rowButton('上移', '与上一条对调')));
  const more = rowButton('再加一条', '在最后加一条');
  more.dataset.more = '';
  [...form.querySelectorAll('[data-row]')].pop().after(more);
  form.addEventListener('click', (event) => {
    if ('more' in event.target.dataset) anotherRow([...form.querySelectorAll('[data-row]')].pop());
    else if (event.target.matches('[data-row] button')) moveUp(event.target.closest('[data-row]'));
  });
});

// A box that ticks all others of its form at once.
document.addEventListener('change', ({ target }) => {
  if (!('all' in target.dataset)) return;
  [...target.form.elements].filter(({ name }) => name === target.dataset.all)
    .forEach((box) => { box.checked = target.checked; });
});

document.addEventListener('click', (event) => {
  if (event.target.closest('[data-print]')) window.print();
});

// A page that waits for something long says how far it is, and is loaded anew when that has ended.
document.querySelectorAll('[data-progress]').forEach((place) => {
  const look = async () => {
    const answer = await fetch(place.dataset.progress, { headers: { Accept: 'application/json' } }).catch(() => null);
    const progress = answer && answer.ok ? await answer.json() : null;
    if (progress && !progress.reading) {
      window.location.reload();
      return;
    }
    if (progress) {
      place.querySelector('[data-rows]').textContent = progress.rows;
      place.querySelector('[data-bad]').textContent = progress.bad;
    }
    setTimeout(look, 1000);
  };
  look();
});
