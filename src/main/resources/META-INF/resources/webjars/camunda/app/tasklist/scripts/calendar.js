// The calendar in which dates are picked takes its words from AngularJS, not from the locale files of the web apps.
// This script runs before the app starts, so the words are set when the first calendar opens.

const months = Array.from({length: 12}, (_, i) => `${i + 1}月`);
const days = ['日', '一', '二', '三', '四', '五', '六'];

window.angular.module('ngLocale').run(['$locale', '$injector', ($locale, $injector) => {
  Object.assign($locale.DATETIME_FORMATS, {
    MONTH: months,
    SHORTMONTH: months,
    STANDALONEMONTH: months,
    DAY: days.map(day => `星期${day}`),
    SHORTDAY: days,
    AMPMS: ['上午', '下午'],
    // AngularJS counts from Monday.
    FIRSTDAYOFWEEK: 0
  });
  if ($injector.has('uibDatepickerConfig')) {
    $injector.get('uibDatepickerConfig').formatDayTitle = 'yyyy年MMMM';
  }
}]);
