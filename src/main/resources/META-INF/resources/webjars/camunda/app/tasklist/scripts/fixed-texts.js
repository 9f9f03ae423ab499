// Texts the web apps write into their pages without asking the translator: the names of permissions in Admin, and the
// tooltips and examples in fields of all apps. They are replaced where they appear, and nowhere else.

const attributes = {
  'zoom in': '放大',
  'zoom out': '缩小',
  'reset zoom': '恢复原大小',
  'Jonny': '例如：王',
  'Prosciutto': '例如：小明',
  'j.prosciutto@acme.org': '例如：name@example.cn'
};

const permissions = {
  'Select all': '全选',
  'Unselect all': '全不选',
  ALL: '全部',
  NONE: '无',
  ACCESS: '访问',
  READ: '读取',
  UPDATE: '修改',
  CREATE: '新建',
  DELETE: '删除',
  SET: '设置',
  SUSPEND: '暂停',
  RETRY_JOB: '重试作业',
  CREATE_INSTANCE: '新建实例',
  READ_INSTANCE: '读取实例',
  UPDATE_INSTANCE: '修改实例',
  SUSPEND_INSTANCE: '暂停实例',
  DELETE_INSTANCE: '删除实例',
  MIGRATE_INSTANCE: '迁移实例',
  READ_INSTANCE_VARIABLE: '读取实例变量',
  UPDATE_INSTANCE_VARIABLE: '修改实例变量',
  READ_TASK: '读取任务',
  UPDATE_TASK: '修改任务',
  TASK_ASSIGN: '分派任务',
  TASK_WORK: '办理任务',
  READ_TASK_VARIABLE: '读取任务变量',
  UPDATE_TASK_VARIABLE: '修改任务变量',
  READ_VARIABLE: '读取变量',
  UPDATE_VARIABLE: '修改变量',
  READ_HISTORY: '读取历史',
  READ_HISTORY_VARIABLE: '读取历史变量',
  UPDATE_HISTORY: '修改历史',
  DELETE_HISTORY: '删除历史',
  CREATE_BATCH_MIGRATE_PROCESS_INSTANCES: '批量迁移流程实例',
  CREATE_BATCH_MODIFY_PROCESS_INSTANCES: '批量变更流程实例',
  CREATE_BATCH_RESTART_PROCESS_INSTANCES: '批量重启流程实例',
  CREATE_BATCH_DELETE_RUNNING_PROCESS_INSTANCES: '批量删除运行中的流程实例',
  CREATE_BATCH_DELETE_FINISHED_PROCESS_INSTANCES: '批量删除已结束的流程实例',
  CREATE_BATCH_DELETE_DECISION_INSTANCES: '批量删除决策实例',
  CREATE_BATCH_SET_JOB_RETRIES: '批量设置作业重试次数',
  CREATE_BATCH_SET_REMOVAL_TIME: '批量设置清理时间',
  CREATE_BATCH_SET_EXTERNAL_TASK_RETRIES: '批量设置外部任务重试次数',
  CREATE_BATCH_UPDATE_PROCESS_INSTANCES_SUSPEND: '批量暂停流程实例',
  CREATE_BATCH_SET_VARIABLES: '批量设置变量'
};

const permissionPlaces = 'td.permissions, .confirm-delete-authorization dd';

function translateAttributes(element) {
  for (const name of ['title', 'placeholder']) {
    const chinese = attributes[element.getAttribute(name)];
    if (chinese) {
      element.setAttribute(name, chinese);
    }
  }
}

function translatePermissions(text) {
  const names = text.nodeValue.trim().split(', ');
  if (names.every(name => Object.hasOwn(permissions, name)) && text.parentElement?.closest(permissionPlaces)) {
    text.nodeValue = names.map(name => permissions[name]).join('、');
  }
}

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    translatePermissions(node);
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    translateAttributes(node);
    node.childNodes.forEach(translate);
  }
}

new MutationObserver(changes => changes.forEach(({target, addedNodes}) => {
  if (target.nodeType === Node.TEXT_NODE) {
    translate(target);
  }
  addedNodes.forEach(translate);
})).observe(document.documentElement, {subtree: true, childList: true, characterData: true});

translate(document.body);
