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
  // Paths start at this app's own folder.
  customScripts: [
    '../tasklist/scripts/server-clock.js',
    '../tasklist/scripts/preload-locale.js',
    '../tasklist/scripts/fixed-texts.js',
    '../tasklist/scripts/desk-link.js',
    '../tasklist/scripts/password-door.js',
    '../tasklist/scripts/calendar.js'
  ]
};
