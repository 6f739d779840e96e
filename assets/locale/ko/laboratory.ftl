### 연구소: 대사, 기록, 힌트, 목표, 이름표. 한 줄 80자 이하.


## The place

level-laboratory = 연구소
level-laboratory-line = 한쪽에 불이 들어오면, 다른 쪽은 꺼진다.

## Who speaks

who-file = 서류
who-yuna = 유나
who-hyun = 현이

## Cheong-san

che-cold = 춥다. 그럼 안 죽은 거네. 요즘은 죽어도 추운가.
che-tag = 지우야. 나한테도 하나 그려 줬잖아.
che-up = 누워 있어. 제발 그냥 누워 있어.
che-limp = 쿵, 질질. 쿵, 질질. 누구라도 박자를 세겠다.
che-ward = 침대 여덟 개. 이불까지 덮고 누웠네.
che-isolation = 유리가 이쪽에 떨어져 있어. 안에서 깬 거야.
che-sniff = 듣는 게 아니야. 냄새를 맡고 있어.
che-counter = 카운터 뒤로. 움직이지 말자. 아픈 발도.
che-hunter = 내가 어디 있었는지, 그게 궁금했을 뿐인데.
che-duct = 환풍구다. 예전엔 키가 커서 못 들어갔는데. 이젠 굽히면 돼.
che-eyes = 눈을 세. 눈이 없는 데로 걷자.
che-audience = 빈자리가 없네. 다들 유리 쪽을 보고 있어.
che-seats = 끝났다고 아무도 말을 안 해 줬나 봐.
che-control = 배전반 셋. 쪽지가 있네. 둘씩만. 셋은 절대 금지.
che-relit = 바로 옆이었어. 오는 내내, 바로 옆에 있었어.
che-locks = 격리실 문이야. 홀이랑 같은 회로였네. 그렇겠지.
che-clean = 기록실 열쇠는 냉동고에 있대. 냉동고는 아무도 안 터니까.
che-dark-again = 저쪽이 켜졌으니까. 이쪽은 꺼지는구나.
che-choir1 = 속눈썹에 서리가 앉았어. 합창단처럼 서 있네.
che-choir2 = 다 같이 한 숨을 쉬어. 기침만 하지 말자.
che-choir3 = 하나가 숨을 멈추니까, 전부 고개를 들어.
che-stacks = 종이다. 말로 안 하려고 다 적어 놨구나.
che-undecided = 보류.
che-ward-c = C병동. 저 안에 나보다 천천히 숨 쉬는 사람이 있어.
che-not-guard = 아니. 나도 내가 뭔지 몰라.
che-three = 셋이요.
che-next = 승강기는 3호기에 물려 있어. 발전실로 가자. 유리 복도 지나서.
che-light-off = 켜 두겠다고 했는데. 말은 안 했지. 고개만 끄덕였지.
che-glass = 사람 구경하려고 만든 복도네.
che-door = 벙커 문이다. 문이었던 거.
che-outward = 바깥으로 휘었어. 쳐들어온 게 아니야. 나간 거야.
che-hands = 작은 손자국. 높이가 다 같아. 나란히.
che-plant = 하나는 탔고, 하나는 멎었고, 하나는 기다리고 있네.
che-hear = 저 소리면 효산까지 들리겠다.
che-run = 쳐다보지 말자. 걸어. 난 걷는 것밖에 못 하니까.
che-lift = 승강기다. 밧줄로 열네 층.
che-slowly = 오고 있어. 서두르진 않네.
che-decide = 보류라고 썼지. 그래. 그럼 내가 정할게.

## The file in the archive

file-vaccine = ‘백신’에 줄이 그어져 있다. 그 밑에: 없음. 처음부터 없었음.
file-changes = 낫게 하지 않는다. 함께 살 수 있는 사람이 달라질 뿐이다.
file-c5 = C5. 셋. 30일째 물림. 아직 본인들이다. 자르지 말고 물어볼 것.
file-cheongsan = 마지막 장. 이청산. 41일째 발견. 판정 보류.

## The three of C5

yuna-limp = 다리를 저네. 경비 아저씨도 절었는데. 아저씨야?
yuna-neither = 괜찮아. 우리도 몰라.
yuna-walk = 그럼 같이 걸을게. 걷는 거, 오랜만이다.
yuna-light = 그럼 갈 때 불은 켜 두고 가.
yuna-counted = 우릴 셌구나.
yuna-gate = 문 열리면 타. 여긴 우리가 막을게.
yuna-name = 위에 가면 이름 좀 말해 줘. 유나, 현이, 다인이. 그거면 돼.
hyun-door = 어느 쪽으로 열리는지 잊고 있었어.
choice-ward_c = C5호실. 자기 자신으로 남은 셋.
choice-ward_c-free = 문을 열어 준다
choice-ward_c-free-cost = 함께 싸운다. 무사하지 못한다
choice-ward_c-leave = 그대로 두고 간다
choice-ward_c-leave-cost = 문은 닫힌 채로 남는다
choice-ward_c-hand_over = 군에 인원수를 알린다
choice-ward_c-hand_over-cost = 승강기 암호, 인간성 -15

## Radio

rad-lab-count = 본부다. C병동 인원수를 보고하라. 승강기 암호를 주겠다.
rad-lab-code = 셋, 확인. 암호는 공사일. 병동에서 떨어져라.
rad-lab-keyed = 연구소 발전기가 돈다. 벙커로 들어가라. 누가 켰는지 확인해.
rad-lab-closed = C병동 정리 완료. 셋.
channel-laboratory = 연구소 방송
log-lab-count = 수를 세라. 눈을 뗀 뒤에도 수가 같으면, 뛰어라.
log-lab-dim = 야간조가 주간조에게. 불을 낮추면 그것들도 낮춘다. 다시 하지 말 것.
log-lab-warm = 애들이 안 나오려고 합니다. 다 같이 숨 쉬면 따뜻하답니다.

## Sounds

cap-lab-tap = [수돗물이 떨어진다. 잠그는 사람이 없다.]
cap-lab-sheet = [천이 바닥으로 흘러내린다.]
cap-lab-sniff = [무거운 것이 멈춘다. 냄새를 맡는다.]
cap-lab-locks = [멀리 등 뒤에서, 잠금장치 셋이 풀린다.]
cap-lab-refuse = [3호기: C병동 비었는지 확인되지 않음.]
cap-lab-confirm = [C병동: 비었음 확인. 당신이 눌렀다.]
cap-lab-set3 = [3호기가 걸린다. 바닥이 울리기 시작한다.]
cap-lab-palms = [유리에 손바닥. 한꺼번에. 또 한 번.]
cap-lab-no-power = [호출 단추에 불이 없다.]
cap-lab-held = [빨간 등: 승강기 정지. 3호기 출력 없음.]
cap-lab-comes = [아득한 위에서 밧줄이 당겨진다.]
cap-lab-gate = [철문이 말려 올라간다.]

## Hints

hint-lab-take = { $use }  이름표 줍기
hint-lab-door = { $use }  닫힌 문은 한동안 하나를 막아 준다.
hint-lab-limp = 뛸 수 없다. 걸으면 절뚝이는 소리가 난다. 그 박자를 따라온다.
hint-lab-still = 어둠 속에 가만히 서라. 박자가 멎고, 냄새가 옅어지고, 상처가 아문다.
hint-lab-eyes = 눈이 보이면 나를 보고 있다. 빛을 받으면 멈추는 놈도 있다.
hint-lab-power = 배전반에서 { $use }: 그 회로가 켜진다. 둘까지만.
hint-lab-duct = 쇠그물은 시끄럽다. { $sneak }: 살금살금
hint-lab-refuse = C병동이 먼저다. 비었다고 말해 줄 사람이 있어야 한다.
hint-lab-circuit3 = 승강기는 3번 회로에 물려 있다.
hint-lab-set3 = 발전실 3호기를 돌리거나, 군의 암호를 받아야 한다.

## Objectives

obj-lab-1 = 이름표를 줍는다
obj-lab-2 = 영안실을 나간다
obj-lab-3 = 홀을 건너 제어실로 간다
obj-lab-4 = 1번 회로를 켠다: 홀과 병동
obj-lab-5 = 2번 회로를 켠다: 청정 구역
obj-lab-6 = 냉동고에서 기록실 열쇠를 찾는다
obj-lab-7 = 기록실에서 서류를 읽는다
obj-lab-8 = 3번 회로를 켠다: C병동과 승강기
obj-lab-9 = C병동: 누군가 숨을 쉰다
obj-lab-10 = 발전실의 3호기를 돌린다
obj-lab-11 = 승강기를 부른다
obj-lab-lift-power = 3번 회로를 켠다: 승강기에 전기가 없다
obj-lab-12 = 올 때까지 버틴다
obj-lab-13 = 승강기를 탄다
obj-lab-theatre = 강당에 누가 앉아 있는지 본다

## Name tags

person-ahn-ji-woo = 안지우
tag-laboratory-1 = 안지우. 학습지마다 고양이를 그렸다. 한 장도 안 버렸다.
person-nam-do-yun = 남도윤
tag-laboratory-2 = 남도윤, 야간조. 손등에: 바질 물 주기. 아직 파릇하다.
person-baek-seo-jin = 백서진
tag-laboratory-3 = 백서진. 친구 자리를 맡아 뒀다. 가방이 아직 놓여 있다.
person-oh-min-ah = 오민아
tag-laboratory-4 = 오민아. 9번 냉동고에 도시락 하나: 시료 아님. 먹지 말 것. 내 거.
person-im-hye-ran = 임혜란 박사
tag-laboratory-5 = 임혜란 박사. 아이들을 이름으로 정리했다. 번호로는 한 번도 안 했다.
person-ryu-ki-beom = 류기범
tag-laboratory-6 = 류기범, 경비. 셋에게 종이학을 배웠다. 창틀에 마흔 마리.
person-ko-byeong-cheol = 고병철
tag-laboratory-7 = 고병철. 신입이 무서워할까 봐 보일러 앞에서 콧노래를 불렀다.
person-yang-seo-jun = 양서준
tag-laboratory-8 = 양서준, 아홉 살. 자기인 줄 알라고, 셋 그리고 셋을 두드렸다.
