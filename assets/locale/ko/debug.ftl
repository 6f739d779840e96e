### 디버그 화면: 좀비가 아는 것, 하려는 것, 맡은 것.


## Layers

debug-flow = 길
debug-belief = 짐작
debug-noise = 소리
debug-sight = 시야
debug-phases = 호흡
debug-packs = 무리
debug-lessons = 배운 것
debug-tasks = 상태와 임무

## Ways and noises

debug-fields = 사용 { $n }, 요청 { $asked }
debug-silence = 들린 소리 없음
debug-heard-step = 발소리
debug-heard-dodge = 회피
debug-heard-blow = 타격
debug-heard-gunshot = 총성
debug-heard-bottle = 병
debug-heard-door = 문
debug-heard-door-bash = 문 두드림
debug-heard-glass = 유리
debug-heard-screech = 비명
debug-heard-radio = 무전
debug-heard-machine = 기계
debug-heard-voice = 목소리
debug-heard-alarm = 사이렌
debug-heard-hands = 손

## Belief and packs

debug-lost = { $seconds }초 전 놓침
debug-settled = { $n }조, 멈춘 몫
debug-nobody-lost = 놓친 상대 없음
debug-no-rings = 포위 없음
debug-ring-hunt = { $n } 추적
debug-ring-gather = { $n } 포위
debug-ring-rush = { $n } 돌격
debug-held = { $of }곳 중 { $n }곳

## Order

debug-order = 박자 { $share }
debug-order-all = 전체 { $n }
debug-order-group = 부르는 자 { $number }: { $n } 추적
debug-order-step = 부르는 자 { $number }: { $n } 박자 맞음
debug-order-calls = 부르는 자 { $number }: { $n } 부르는 중

## Lessons

debug-known = { $lesson }: 지님
debug-remembered = { $lesson }: 기억
debug-known-ago = 마지막 확인 { $seconds }초 전

## Moods, tasks, causes

debug-mood-asleep = 잠
debug-mood-idle = 대기
debug-mood-wander = 배회
debug-mood-suspect = 의심
debug-mood-search = 수색
debug-mood-hunt = 추적
debug-mood-patrol = 순찰
debug-mood-guard = 경계
debug-mood-follow = 동행
debug-mood-surrender = 항복
debug-mood-asleep-letter = 잠
debug-mood-idle-letter = 대
debug-mood-wander-letter = 배
debug-mood-suspect-letter = 의
debug-mood-search-letter = 수
debug-mood-hunt-letter = 추
debug-why = 까닭
debug-task-search = 찾으러 감
debug-task-slot = 자리 지킴
debug-task-check = 살펴봄
debug-task-ahead = 앞을 막음
debug-task-track = 냄새를 따라감
debug-task-search-letter = 찾
debug-task-slot-letter = 위
debug-task-check-letter = 살
debug-task-ahead-letter = 앞
debug-task-track-letter = 냄
debug-why-sight = 봄
debug-why-hearing = 들음
debug-why-touch = 닿음
debug-why-call = 부름
debug-why-story = 이야기
debug-why-order = 명령
debug-why-scent = 맡음
debug-cause = { $seconds }초 { $why }: { $mood } × { $n }
