import { translate } from '../catalogue.ts';
import { homeWarnings as original } from '../en/home-warnings.ts';

export const homeWarnings = translate(original, {
  title: '<b>서버에서 관리자가 확인할 문제 {warnings, plural, other {#건}}</b>',
  scopesRequired:
    'Slack 앱에 followstats에 꼭 필요한 권한 범위가 없습니다. {scopes} 권한 범위가 포함된 매니페스트를 적용하고 앱을 다시 설치하세요.',
  scopesOptional:
    'Slack 앱에 {scopes} 권한 범위가 없습니다. 일부러 제외한 것이 아니라면 매니페스트의 권한 범위를 모두 포함해 앱을 다시 설치하세요.',
  slackClock: '서버 시계가 Slack 시계와 {seconds, plural, other {#초}} 차이 납니다. 시계를 맞추세요.',
  chatClock: '서버 시계가 Chat 시계와 {seconds, plural, other {#초}} 차이 납니다. 시계를 맞추세요.',
  space: 'followstats 데이터가 있는 디스크에 {megabytes, number} MB만 남았습니다. 공간을 확보하세요.',
  overdue:
    '정기 리포트 게시 {posts, plural, other {#건}}이 최대 {minutes, plural, other {#분}} 늦어지고 있습니다. 원인은 로그에 있습니다.',
  more: '서버에서 {command} 명령을 실행하면 모두 점검할 수 있습니다.',
});
