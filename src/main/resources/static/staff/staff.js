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
