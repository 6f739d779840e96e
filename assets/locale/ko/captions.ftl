### 모든 소리의 자막과 말하는 사람.


## Noises (Heard)

caption-step = [발소리]
caption-dodge = [몸을 던지는 소리]
caption-blow = [때리는 소리]
caption-gunshot = [총소리]
caption-bottle = [병이 깨진다]
caption-door = [문소리]
caption-door-bash = [문을 두드리는 소리]
caption-glass = [유리 밟는 소리]
caption-screech = [비명이 치솟는다]
caption-radio = [무전기 잡음]
caption-machine = [기계 소리]
caption-voice = [고함]
caption-alarm = [사이렌]
caption-hands = [무언가 만지는 소리]

## Doors (DoorChange)

caption-door-opened = [문이 열린다]
caption-door-shut = [문이 닫힌다]
caption-door-dented = [쇠가 휜다]
caption-door-broke = [문이 부서진다]
caption-door-locked = [잠겨 있다]
caption-door-unlocked = [자물쇠가 돌아간다]

## The dead

caption-groan = [신음]
caption-screech-done = [비명이 모두를 지나간다]
caption-screech-cut = [비명이 끊긴다]
caption-surged = [하나가 되어 움직인다]
caption-far-screech = [멀리 북동쪽에서 하나가 울부짖는다]
caption-breath = [여럿이 숨을 맞춘다]
caption-noticed = [하나가 돌아본다]
caption-hunted = [들켰다]
caption-pounce = [무언가 뛰어오른다]
caption-charge = [무거운 발소리가 빨라진다]
caption-died = [쓰러지는 소리]
caption-fell = [떨어진다]
caption-marked = [무전으로 위치를 알렸다]
caption-far-fall = [무언가 가장자리 너머로 떨어진다]

## Hands

caption-reload = [탄창을 끼운다]
caption-empty = [찰칵]
caption-power-starts = [차단기가 올라간다. 불이 들어온다]
caption-power-trips = [어딘가 불이 꺼진다]
caption-torch = [딸깍]
caption-pickup = [주웠다]
caption-tag = [이름표가 사슬에 부딪힌다]
caption-hurt = [맞았다]
caption-heartbeat = [심장 소리]
caption-feed = [먹는 소리]

## Places (NoiseKind)

caption-noise-alarm = [경보]
caption-noise-bell = [학교 종소리]
caption-noise-breath = [숨소리]
caption-noise-chains = [쇠사슬 소리]
caption-noise-dog = [멀리 개 짖는 소리]
caption-noise-drip = [물이 떨어진다]
caption-noise-fan = [환풍기가 돈다]
caption-noise-fire = [불타는 소리]
caption-noise-flag = [깃발이 바람에 운다]
caption-noise-generator = [발전기]
caption-noise-glass = [유리가 운다]
caption-noise-hum = [웅웅거림]
caption-noise-metal = [쇠가 삐걱인다]
caption-noise-radio = [빈 무전기 잡음]
caption-noise-swing = [그네가 삐걱인다]
caption-noise-water = [물 흐르는 소리]
caption-noise-wind = [바람]

## Soldiers

caption-soldier-contact = [적이다!]
caption-soldier-search = [찾아.]
caption-soldier-lost = [놓쳤다.]
caption-soldier-reload = [장전!]
caption-soldier-down = [한 명 쓰러졌다!]
caption-soldier-surrender = [쏘지 마. 그만할게.]
caption-soldier-lead = [내가 지휘한다!]
caption-soldier-help = [못 버틴다! 물러나!]
caption-soldier-coming = [지원 간다.]

## Those who follow (Order)

caption-order-follow = [같이 갈게.]
caption-order-hold = [여기 있을게.]
caption-order-lure = [내가 끌어낼게.]
caption-order-strike = [저거지? 알았어.]
caption-order-bound = [너에게 돌아선다]
caption-order-free = [너를 잊는다]

## Who speaks, and who is who

who-namra = 남라
who-cheongsan = 청산
who-suhyeok = 수혁
who-onjo = 온조
who-radio = 무전
who-soldier = 장 상병
who-halfbie = 시은
who-ahn = 안 이병
who-kid = 보라
