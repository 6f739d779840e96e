### 메뉴, 설정, 조작, 플레이 화면, 오류.


## The game

game-title = 교실 이후
game-subtitle = 이제 그들은 함께 숨 쉰다.
game-note = 비공식 팬 창작물입니다.
game-version = 버전 { $version }

## Title and pause

ui-continue = 이어하기
ui-new-game = 새 게임
ui-places = 장소
ui-endings = 결말
ui-tags = 이름표
ui-settings = 설정
ui-quit = 끝내기
ui-pause = 일시 정지
ui-resume = 계속
ui-restart = 마지막 이름표로 돌아가기
ui-since = { $minutes }분 { $seconds }초 전
ui-best = 최고 기록
ui-to-title = 처음 화면으로
ui-back = 뒤로
ui-select = 선택
ui-defaults = 기본값으로
ui-yes = 예
ui-no = 아니요
ui-on = 켬
ui-off = 끔
ui-hold = 누르고 있기
ui-toggle = 한 번 누르기
ui-press-key = 키를 누르세요
ui-press-pad = 버튼을 누르세요
ui-new-game-sure = 새로 시작할까요? 진행은 사라지고 이름표는 남습니다.
ui-begin-sure = 여기서 시작할까요? 이어하던 진행은 사라지고 이름표는 남습니다.
ui-to-title-sure = 나갈까요? 마지막 이름표 뒤의 진행은 사라집니다.
ui-no-places = 맵이 없습니다
ui-own-map = 내 맵
ui-not-reached = 아직 가 보지 못함
ui-ending-tags = 이름 { $n }개. 지금 { $have }개.
ui-ending-humanity = 인간성 { $n } 이상. 지금 { $have }.
ui-ending-less-humanity = 인간성 { $n } 미만. 지금 { $have }.
ui-ending-other = 타워에서 다른 대답
ui-loading = 불러오는 중

## Death and result

ui-begin-again = 다시 시작
ui-try-again = 다시 해 보기
ui-skip-passage = 이 구간 건너뛰기
ui-skip-note = 구간이 끝나는 곳에서 이어집니다. 지나친 물건은 그 자리에 남습니다.
ui-result = 빠져나왔다
ui-result-time = 시간
ui-result-deaths = 사망
ui-result-kills = 쓰러뜨림
ui-result-shots = 쏜 횟수
ui-learned = 그들이 배운 것
ui-result-ending = 결말: { $name }
ui-result-onward = 다음: { $place }
ui-time = { $minutes }:{ $seconds }
ui-of = { $total }개 중 { $n }개

## Name tags

ui-tags-found = 이름표 { $total }개 중 { $n }개
ui-tag-unknown = 누군가
ui-tag-not-found = 아직 찾지 못함
ui-tag-taken = { $name }의 이름표를 챙겼다.

## Settings

ui-tab-play = 플레이
ui-tab-picture = 화면
ui-tab-sound = 소리
ui-tab-keys = 조작
ui-tab-access = 접근성
ui-percent = { $n } %
ui-degrees = { $n }°
ui-assist-note = 도움 기능을 켜도 잠기는 것은 없습니다.
ui-settings-unsaved = 설정을 저장하지 못했습니다: { $reason }
ui-settings-damaged = 설정 파일이 손상되어 따로 두고 기본값을 씁니다.
ui-setting-difficulty = 난이도
ui-setting-game-speed = 게임 속도
ui-setting-aim-assist = 조준 보조
ui-setting-endless-stamina = 지치지 않음
ui-setting-resolve = 결의: 죽을수록 덜 다침
ui-setting-noise-rings = 소리 고리 항상 표시
ui-setting-fullscreen = 전체 화면
ui-setting-scale = 창 배율
ui-setting-vsync = 수직 동기화
ui-setting-quality = 조명 품질
ui-setting-gamma = 어둠의 밝기
ui-setting-shake = 흔들림
ui-setting-hit-stop = 타격 순간 멈춤
ui-setting-flashes = 번쩍임
ui-setting-volume-master = 전체 음량
ui-setting-volume-music = 음악
ui-setting-volume-effects = 효과음
ui-setting-volume-voices = 목소리와 무전
ui-setting-volume-world = 바람과 주변 소리
ui-setting-mono = 모노 소리
ui-setting-hold-sprint = 달리기 방식
ui-setting-hold-sneak = 살금살금 방식
ui-setting-hold-sense = 감각 방식
ui-setting-dead-zone = 스틱 무반응 구간
ui-setting-rumble = 진동
ui-setting-language = 언어
ui-setting-captions = 자막
ui-setting-caption-size = 자막 크기
ui-setting-pause-on-leave = 창을 벗어나면 멈춤
ui-setting-debug = 좀비가 아는 것 표시
ui-option-difficulty-story = 이야기
ui-option-difficulty-survivor = 생존자
ui-option-difficulty-evolved = 진화
ui-option-scale-0 = 화면에 맞춤
ui-option-scale-1 = 1배
ui-option-scale-2 = 2배
ui-option-scale-3 = 3배
ui-option-scale-4 = 4배
ui-option-quality-low = 낮음
ui-option-quality-medium = 보통
ui-option-quality-high = 높음
ui-option-language-auto = 시스템 언어
ui-option-language-en = English
ui-option-language-ko = 한국어

## Keys

ui-action-up = 위로
ui-action-down = 아래로
ui-action-left = 왼쪽으로
ui-action-right = 오른쪽으로
ui-action-sprint = 달리기
ui-action-sneak = 살금살금
ui-action-attack = 공격
ui-action-throw = 던지기
ui-action-dodge = 피하기
ui-action-use = 사용
ui-action-reload = 재장전
ui-action-torch = 손전등
ui-action-sense = 감각
ui-action-swap = 무기 바꾸기
ui-action-order = 지시
ui-action-choice-1 = 첫째 답
ui-action-choice-2 = 둘째 답
ui-action-choice-3 = 셋째 답
ui-action-skip = 대사 넘기기
ui-action-pause = 일시 정지
ui-action-debug = 좀비가 아는 것 보기
ui-action-move = 이동
ui-action-aim = 조준

## While playing

hud-hunger = 허기
hud-humanity = 인간성
hud-momentum = 가속
hud-stillness = 정적
hud-masked = 그들은 당신을 동족으로 여긴다
hud-frenzy = 폭주
hud-distance = { $n } m
hud-optional = 할 수 있다면
hud-new-objective = { $text }
hud-screech = 부르고 있다
hud-screech-tip = 끝나기 전에 막아라
hud-learned = 그들이 배웠다: { $lesson }
hud-forgotten = 그들이 잊었다: { $lesson }
hud-remembered = 그들은 이 거리를 기억한다
hud-lesson-gun = 총
hud-lesson-gun-tip = 총을 거둬라. 소리 없이 꾀어내고 때려라.
hud-lesson-light = 불빛
hud-lesson-light-tip = 불을 꺼라. 어두운 쪽에서 온다.
hud-lesson-hide = 숨기
hud-lesson-hide-tip = 계속 움직여라. 숨던 곳을 뒤진다.
hud-lesson-throw = 미끼
hud-lesson-throw-tip = 두 번 던져라. 던진 쪽을 노린다.
hud-lesson-route = 다니는 길
hud-lesson-route-tip = 다른 길로 가라. 그 길에서 기다린다.
hud-lesson-run = 달리기
hud-lesson-run-tip = 멈추거나 되돌아가라. 앞을 막는다.
hud-saved = 이름표가 이곳을 기억한다
hud-low-ammo = 재장전
hud-empty = 탄 없음
hud-use-door = 열기
hud-use-door-shut = 닫기
hud-use-locked = 잠김
hud-use-tag = 이름표 줍기
hud-use-radio = 켜기
hud-use-radio-off = 끄기
hud-use-power = 전력 돌리기
hud-use-switch = 스위치
hud-use-feed = 먹기 (누르고 있기)
hud-use-medkit = 치료
hud-use-talk = 말 걸기
goods-ammo = 탄약 { $n }발
goods-bottle = 빈 병
goods-medkit = 구급상자
goods-key = 열쇠
goods-battery = 건전지
goods-pistol = 권총
goods-pipe = 쇠파이프
weapon-hands = 맨손
weapon-pipe = 쇠파이프
weapon-pistol = 권총
weapon-shotgun = 산탄총
weapon-rifle = 소총
weapon-bottle = 빈 병

## When something is wrong

error-save-damaged = 저장 파일이 손상되어 따로 두고 백업을 씁니다.
error-save-lost = 저장 파일과 백업이 모두 손상되어 따로 두었습니다.
error-save-newer = 더 새로운 버전의 저장 파일입니다. 그대로 두었습니다.
error-save-failed = 저장하지 못했습니다: { $reason }
error-no-display = 화면이 없어 내장 플레이어가 60초 동안 대신 합니다.
error-no-sound = 소리 장치가 없습니다. 자막이 모두 알려 줍니다.
error-pad-gone = 게임패드 연결이 끊겼습니다.
error-crash = 문제가 생겼습니다. 기록: { $path }
