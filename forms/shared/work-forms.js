/* What every form in forms/ shares: it loads what the task shows, keeps the answers, submits them as one JSON text and
   says in Chinese what went wrong. Loaded once by Tasklist (config.js, customScripts). */

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = '/forms/shared/work-forms.css';
document.head.appendChild(style);

const csrfToken = () => {
  const cookie = document.cookie.split('; ').find((c) => c.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.substring('XSRF-TOKEN='.length)) : '';
};

/** Calls one of the application's own endpoints under the web app's session; rejects with a Chinese message, and with the
    server's whole answer as {@code answer} where it gave one. */
async function call(url, options = {}) {
  let response;
  try {
    response = await fetch(url, {
      credentials: 'same-origin',
      ...options,
      headers: { 'X-XSRF-TOKEN': csrfToken(), Accept: 'application/json', ...(options.headers || {}) },
    });
  } catch (e) {
    throw new Error('连接不上服务器。请检查网络后重试，已填写的内容还在。');
  }
  const text = await response.text();
  let body = null;
  try {
    body = text ? JSON.parse(text) : null;
  } catch (e) {
    body = null;
  }
  if (!response.ok) {
    const message = (body && (body.detail || body.message)) || `服务器没有完成这项操作（状态 ${response.status}）。请稍后重试。`;
    throw Object.assign(new Error(message), { answer: body });
  }
  return body;
}

/** 64 hex digits from the browser's own generator: a contribution to a draw, or the fresh nonce of a recusal. */
function nonce() {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
const MINUTE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

const helpers = {
  day: (value) => (value ? DAY.format(new Date(value)) : '—'),
  time: (value) => (value ? MINUTE.format(new Date(value)) : '—'),
  kilobytes: (bytes) => Math.max(1, Math.round(bytes / 1024)),
};

/** Tasklist greys its button while a required field is empty; this says which, under the form. */
function sayWhatIsMissing(camForm, $scope) {
  const hint = document.createElement('p');
  hint.className = 'hint missing';
  camForm.on('form-loaded', () => camForm.formElement[0].appendChild(hint));
  const labelOf = (name) => {
    const field = camForm.formElement[0].querySelector(`[name="${CSS.escape(name)}"]`);
    const cell = field && field.closest('td');
    const label = cell
      ? cell.closest('table').querySelectorAll('thead th')[cell.cellIndex]
      : field && (field.closest('.field') || field).querySelector('legend, label');
    return label ? label.textContent.trim() : null;
  };
  $scope.$watch(
    () => {
      const wrong = Object.values(($scope.workForm && $scope.workForm.$error) || {}).flat();
      return [...new Set(wrong.map((control) => control.$name))].join('\n');
    },
    (names) => {
      const labels = [...new Set(names.split('\n').filter(Boolean).map((name) => labelOf(name) || '其他必填项'))];
      hint.textContent = $scope.view && labels.length ? `还需填写或改正：${labels.join('、')}。` : '';
    });
}

/**
 * Submits unless there is an objection; either way a person reads in Chinese what stopped it.
 *
 * @param objection () a Chinese sentence that stops the submission, or nothing
 * @param submit    () hands the variables over
 */
function onSubmit(camForm, $scope, objection, submit) {
  const say = (problem) => $scope.$evalAsync(() => { $scope.problem = problem; });
  camForm.on('submit', (event) => {
    const stopped = objection();
    if (stopped) {
      camForm.submitPrevented = true;
      if (event) event.submitPrevented = true;
      say(stopped);
    } else {
      submit();
    }
  });
  // Handlers get the form and the list of what came with the event.
  camForm.on('submit-failed', (form, [error]) => {
    const message = error && error.message;
    if (message && !/submission prevented/.test(message)) say(message);
  });
}

/** As JSON: a field that was left or made empty is no answer, and AngularJS's own marks are nobody's. */
const answersAsText = (answers) =>
  JSON.stringify(answers, (key, value) => (key.startsWith('$$') ? undefined : value === '' ? null : value));

/**
 * Binds a task's form, whose first line is shared/frame.html.
 *
 * @param options.init      (view, form, $scope) once the view is there
 * @param options.answers   (form, view) what to submit, by default the form itself; an empty field becomes null
 * @param options.objection (form, view) a Chinese sentence that stops the submission, or nothing
 */
function task(camForm, $scope, options = {}) {
  const taskId = camForm.taskId;
  Object.assign($scope, { view: null, form: {}, problem: null, busy: true, show: helpers, nonce });

  const apply = (work) => $scope.$evalAsync(work);
  $scope.reload = () =>
    call(`/camunda/api/staff/tasks/${encodeURIComponent(taskId)}`)
      .then((work) =>
        apply(() => {
          $scope.work = work;
          $scope.view = work.view;
          $scope.form = Object.assign({}, work.view && work.view.defaults, $scope.form);
          if (options.init) options.init($scope.view, $scope.form, $scope);
          $scope.busy = false;
        }))
      .catch((e) => apply(() => { $scope.problem = e.message; $scope.busy = false; }));

  /** Sends a side step (an upload, a request) and shows the form anew. */
  $scope.send = (url, send) =>
    call(url, send)
      .then((answer) => { $scope.problem = null; return $scope.reload().then(() => answer); })
      .catch((e) => apply(() => { $scope.problem = e.message; }));

  $scope.post = (url, body) =>
    $scope.send(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

  camForm.on('form-loaded', () => $scope.reload());
  sayWhatIsMissing(camForm, $scope);
  const objection = () =>
    $scope.view ? options.objection && options.objection($scope.form, $scope.view) : '表单还没有载入完，请稍候再提交。';
  onSubmit(camForm, $scope, objection, () => {
    const text = answersAsText(options.answers ? options.answers($scope.form, $scope.view) : $scope.form);
    const variables = camForm.variableManager;
    if (variables.variables.form) {
      variables.variableValue('form', text);
    } else {
      variables.createVariable({ name: 'form', type: 'String', value: text });
    }
  });
}

/** Lets a member of the team ask for a recusal from the form (shared/recusal.html), at any time before the check. */
function recusal(camForm, $scope) {
  $scope.recusal = { open: false };
  $scope.askRecusal = () => {
    const { inspector, reason, note } = $scope.recusal;
    $scope.post(`/camunda/api/staff/tasks/${camForm.taskId}/recusals`, { inspector, reason, note: note || null })
      .then((kept) => { if (kept) $scope.$evalAsync(() => { $scope.recusal = { open: false }; }); });
  };
}

/** Binds the form that starts a process; {@code answers} gives its variables by name, all texts. */
function start(camForm, $scope, options = {}) {
  Object.assign($scope, { form: {}, problem: null, refused: null, show: helpers });
  const apply = (work) => $scope.$evalAsync(work);
  /** Sends a step before the start; null where it was refused, and then {@code refused} is what the server said. */
  $scope.send = (url, send) =>
    call(url, send).catch((e) => {
      apply(() => { $scope.problem = e.message; $scope.refused = e.answer || null; });
      return null;
    });
  $scope.apply = apply;
  onSubmit(camForm, $scope, () => options.objection && options.objection($scope.form), () => {
    const variables = options.answers($scope.form);
    camForm.businessKey = options.businessKey ? options.businessKey($scope.form) : null;
    for (const name of Object.keys(variables)) {
      camForm.variableManager.createVariable({ name, type: 'String', value: variables[name] });
    }
  });
}

/** Fields of shared/adjustment-fields.html: filled from an item as it stands, read as the change of the plan they ask for. */
const adjustment = {
  fill(form, item) {
    Object.assign(form, {
      from: item.from, to: item.to, ratioKind: item.ratioKind, percent: item.percent, weightsOf: 'ITEM',
      until: item.checkUntil ? new Date(`${item.checkUntil}T00:00:00`) : null,
      departments: Object.fromEntries(item.cooperating.map((code) => [code, true])),
      weights: Object.fromEntries(item.weights.map((w) => [w.code, w.weight])),
    });
  },
  /** Over what {@link fill} filled in, the change that was asked for. */
  ask(form, change) {
    form.kind = change.kind;
    ['from', 'to', 'ratioKind'].filter((name) => change[name]).forEach((name) => { form[name] = change[name]; });
    if (change.checkUntil) form.until = new Date(`${change.checkUntil}T00:00:00`);
    if (change.basisPoints) form.percent = change.basisPoints / 100;
    if (change.departments) form.departments = Object.fromEntries(change.departments.map((code) => [code, true]));
    if (change.kind === 'WEIGHTS') {
      form.weightsOf = Object.keys(change.byClass).length ? 'ITEM' : 'POLICY';
      Object.assign(form.weights, change.byClass);
    }
  },
  change(form, item, departments) {
    const until = localDay(form.until);
    switch (form.kind) {
      case 'WINDOW':
        return { kind: 'WINDOW', from: form.from, to: form.to,
          checkUntil: item.checkUntil && until !== item.checkUntil ? until : null };
      case 'RATIO':
        return { kind: 'RATIO', ratioKind: form.ratioKind, basisPoints: Math.round(form.percent * 100) };
      case 'COOPERATING': {
        const added = departments.map((d) => d.code).filter((code) => !item.cooperating.includes(code));
        return { kind: 'COOPERATING',
          departments: [...item.cooperating, ...added].filter((code) => form.departments[code]) };
      }
      case 'WEIGHTS':
        return { kind: 'WEIGHTS', byClass: form.weightsOf === 'POLICY' ? {} : form.weights };
      case 'CANCEL':
        return { kind: 'CANCEL' };
      default:
        return null;
    }
  },
};

/** The day a date field shows, as yyyy-mm-dd; null where it is empty. */
const localDay = (date) =>
  date
    ? `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
    : null;

window.WorkForms = { task, start, recusal, adjustment, call, nonce, localDay, show: helpers };

export default [];
