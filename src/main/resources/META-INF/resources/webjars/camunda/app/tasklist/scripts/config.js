// Replaces the configuration shipped with the web app: the whole system speaks Simplified Chinese.
export default {
  app: {
    name: '双随机一公开联合抽查',
    vendor: '领导小组办公室'
  },
  // Only the part of the browser's language before the hyphen counts, so the locale is zh, not zh-CN.
  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },
  disableWelcomeMessage: true,
  // Paths start at app/tasklist/ below the web app. The task forms rely on window.WorkForms being there first;
  // should the file be missing, Tasklist does not start.
  customScripts: [
    'scripts/server-clock.js',
    'scripts/preload-locale.js',
    'scripts/fixed-texts.js',
    'scripts/desk-link.js',
    'scripts/password-door.js',
    'scripts/calendar.js',
    '../../../forms/shared/work-forms.js'
  ],

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: '认领当前选中的任务'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: '转到筛选器列表中的第一项'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: '转到任务列表中的第一项'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: '转到任务表单的第一个输入框'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: '打开启动流程窗口'
    }
  }
};
