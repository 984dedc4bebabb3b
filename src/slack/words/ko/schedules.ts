import { translate } from '../catalogue.ts';
import { schedules as original } from '../en/schedules.ts';

export const schedules = translate(original, {
  everyDay: '매일 {time}({zone})',
  weekdays: '평일 {time}({zone})',
  weekends: '주말 {time}({zone})',
  onDays: '매주 {days} {time}({zone})',
  byCron: 'cron {line}({zone})',
  days: {
    1: '월요일',
    2: '화요일',
    3: '수요일',
    4: '목요일',
    5: '금요일',
    6: '토요일',
    7: '일요일',
  },
  faults: {
    noDays: '요일을 하나 이상 선택하세요.',
    notATime: '시각을 선택하세요.',
    cronTooLong: 'cron 표현식은 {most}자까지 입력할 수 있습니다.',
    fieldCount:
      'cron 표현식은 분, 시, 일, 월, 요일의 다섯 부분으로 이루어집니다. {count, plural, =0 {입력한 내용이 없습니다.} other {지금은 #개입니다.}}',
    badField: {
      minute: '분에는 {text} 값을 쓸 수 없습니다. 0~59로 입력하세요.',
      hour: '시에는 {text} 값을 쓸 수 없습니다. 0~23으로 입력하세요.',
      'day of the month': '일에는 {text} 값을 쓸 수 없습니다. 1~31로 입력하세요.',
      month: '월에는 {text} 값을 쓸 수 없습니다. 1~12로 입력하세요.',
      weekday: '요일에는 {text} 값을 쓸 수 없습니다. 1(월요일)~7(일요일)로 입력하세요.',
    },
    tooOften:
      '{minutes, plural, =1 {1분마다 게시될 때가 있습니다.} other {#분 간격으로 게시될 때가 있습니다.}} 게시 간격은 {least}분 이상이어야 합니다.',
    never: '달력에 없는 날짜라 한 번도 게시되지 않습니다.',
    noZone: '시간대를 선택하세요.',
    unknownZone: '시간대가 아닙니다: {text}. 메뉴에서 선택하세요.',
    ambiguousZone: '{text}에 해당하는 시간대가 여럿입니다. 다음 중에서 선택하세요: {zones}',
    shortZone: '{text}처럼 줄인 이름은 쓸 수 없습니다. 이 시간대를 선택하세요: {zone}',
  },
});
