### 서울: 대사, 무전, 힌트, 목표, 이름표, 결말. 한 줄 80자 이하.


## The places

level-seoul = 서울, 옥상
level-seoul-line = 불 켜진 창 열하나. 그리고 열.
level-tower = 타워
level-tower-line = 눈 닿는 데까지, 켜진 불이 없다.

## Who speaks

who-harin = 하린

## Su-hyeok

suh-coming = 가고 있어. 계속 말해 줘.
suh-tag = 준영아. 넌 여기 싫어했겠다. 전부 깊은 데야.
suh-leapt = 밑은 보지 말자. 어차피 아무것도 안 보여.
suh-sheets = 빨래 뒤에 누가 있어. 여럿이.
suh-tanks = 물탱크 밑에서 뭐가 자. 무거운 놈이야.
suh-window = 등불이다. 오늘 기름을 채웠어.
suh-jars = 장독 옆에서 뛴다고 할머니한테 맞겠다.
suh-shoulder = 어깨를 맞대고 누웠어. 다리 끝까지.
suh-hill = 풀이다. 이런 냄새였지, 참.
suh-children = 작은 신발. 한 줄로 벗어 놨네.
suh-stop = 이 분만. 딱 이 분만 멈출게.
suh-lamp = 보여? 불 켜진 건 이거 하나야.
suh-desks = 책상이네. 글자 세 개 쓰려고 육십 개를 날랐어.
suh-carry = 업혀. 됐어, 말하지 마. 가볍네. 걸어서 가자.
suh-corridor = 양쪽이 유리야. 천장에 뭐가 매달려 있고.
suh-sign = 백화점 이름을 밟고 왔어. '백' 자를.
suh-store = 꼬마 기차, 목마. 표 받을 사람만 없네.
suh-glass = 유리 지붕이야. 그 위에서 자고 있어.
suh-escalator = 에스컬레이터야. 타고 올라오고 있어.
suh-rooms = 방이 백 개. 한 칸이 두 평도 안 돼. 다 누구네 집이었고.
suh-row = 난간에 서 있어. 도로를 강처럼 보고 있네.
suh-signs = 영어, 수학, 영어. 네, 왔어요. 출석이요.
suh-motel = 옥상 잘못 왔다. 잘 왔다. 아니, 잘못 왔다.
suh-cage = 발전기를 철창에 가뒀네. 열쇠는 누가 가졌고.
suh-site = 난간이 없어. 끝을 안 지은 건물이야.
suh-bus = 273번. 이거 타고 맨날 졸다 지나쳤는데.
suh-pad = 커다란 H. 그런데 아무도 안 왔어.
suh-tower = 저기다. 하나도 안 부러졌어.
suh-queue = 줄을 섰네. 아직도 서 있어.
suh-run = 한 번 더. 한 번은 더 뛸 수 있어.
suh-shut = 들어왔어. 어둡다. 진짜 어둡네.
suh-lobby = 기둥이야. 셀 때마다 하나씩 많아.
suh-breath = 숨을 맞추고 있어. 여기서도. 둘뿐인데도.
suh-steps = 마흔하나, 마흔둘. 말 시키지 마. 세고 있어.

## On-jo

onj-there = 수혁이? 들려. 네 숨소리가 들려.
onj-eleven = 어젯밤에 불 켜진 창이 열하나였어. 오늘은 열.
onj-cross = 큰길 건너 빨간 십자가 보여? 그럼 나도 널 거의 보는 거야.
onj-scaffold = 비계에서 멈추지 마. 밑에는 바람뿐이야.
onj-bell = 누가 종을 쳤어? ...다 돌아봤어. 언덕에 있던 게 전부.
onj-lamp = 유리집에 불빛이 하나 있어. 너라고 해 줘.
onj-nothing = 맞구나. 그것도 셀게.
onj-cinema = 그 지붕 무너져. 일주일째 무너지는 중이야. 뛰어!
onj-light = 군인들 불빛이야. 소리 난 데를 비춰.
onj-straight = 시장은 곧게 마흔 걸음이야. 내가 세면서 다녔어.
onj-deck = 주차장이야. 차 사이에서 자고 있어. 북쪽으로 붙어.
onj-crane = 크레인 팔이야. 그날부터 안 움직였어. 버틸 거야.
onj-annex = 별관에 군인이 있어. 그것들한테도 너한테도 쏴.
onj-key = 주차장 발전기 열쇠야. 타워 전기가 거기서 왔어. 아직 될 거야.
onj-see-you = 보인다. 되게 작네. 안녕.
onj-dead-door = 전기가 나가면서 문이 죽었어. 그때부터 갇혀 있었어.
onj-key-where = 발전기는 주차장에 있어. 열쇠는 헬기장에.
onj-run = 주차장. 켜고 돌아와. 어디에 서 있는지 내가 말해 줄게.
onj-light-up = 켜졌어. 수혁아, 여기 불이 하나 들어왔어.
onj-ramp = 경사로로 올라온다. 보지 마. 가. 빨리!
onj-gate = 문 열렸어. 계단으로 곧장. 내가 보고 있어.
onj-dark = 세 층이야. 계단에 불이 없어. 걸음을 세.
onj-steps = 한 층에 마흔네 칸이야. 올라올 때 셌어.
onj-late = 늦었네.
onj-still = 전망대에 하나 올라왔어. 움직이는 걸 봐. 그러니까 난 안 움직여.
onj-callers = 부르는 놈이 셋. 지붕도 셋. 망원경마다 하나씩.
onj-west = 서쪽 지붕. 간판 옆. 지금.
onj-breath = 남쪽. 숨을 들이쉬어. 건너가야 돼.
onj-south = 남쪽. 줄 가운데서 이쪽 보는 애.
onj-east = 동쪽 지붕, 안테나 밑.
onj-desk = 책상, 스위치, 마이크. 듣기만 하면 온 도시야.
onj-code1 = 칠, 하나, 아홉. 인증 바람. 칠, 하나, 아홉.
onj-code2 = 미안해요. 다 셌어요. 정말로 셌어요.
onj-speak1 = 여기는 타워입니다. 온조예요. 이름을 몇 개 갖고 있어요.
onj-speak2 = 듣고 있다면, 당신이 불 켜진 창 하나예요. 꺼지지 마요.
onj-silence1 = 아니. 이런 건 여기 위에서 정하는 게 아니야.
onj-silence2 = 자게 두자. 우리도 그냥, 같이 조용히 있자.

## The others

nam-west = 남라야. 들려. 바로 밑에 있어. ...됐어.
nam-south = 됐어. 똑바로 널 보고 있었어.
nam-east = 됐어. 들어 봐. 아무도 안 불러.
suh-here = 계단 문 앞이야. 버텨. 버틸 것 같아.
suh-door = 네 할 일 해. 난 여기 서 있을게. 내가, 서 있는다고.
suh-more = 네 쪽 난간으로 더 넘어와. 뛰지 마, 온조야.
suh-hold = 들었어! 문에 붙었어!
suh-hold2 = 또 왔어. 문이 휘어. 서둘러. 천천히. 알지?
suh-desk = 전기 들어왔어. 유리방 열렸다. 네 거야.

## Ha-rin

har-hello = 저기요. 자루처럼 떨어지시는 분. 여기요.
har-ankle = 부러졌어요. 못 뛰어요. 그쪽은 못 멈춘다면서요.
har-store = 유리 복도로 가요. 제가 알아요. 가운데로만요.
har-lure = 그럼 제가 소리 지를게요. 돌아보면 가요. 어서요.
har-left = 네. 누군가는 불을 켜 둬야죠.
har-safe = 등이 있네요. 문도 있고. 봐요, 문이에요.
har-cupboard = 벽장이요. 열쇠는 처음부터 저한테 있었어요. 다 가져가요.

## Radio

rad-seoul-phase = 2단계 실패. 옥상 병력은 위치 사수. 불빛을 쓰지 마라.
rad-seoul-light = 육교 초소, 철골에 조명 비춰라. 뭔가 올라와 있다.
rad-seoul-lost = 육교 초소, 투광등이 나갔다. 차단기에 누구 있나?
rad-seoul-lost2 = 별관 조명 꺼졌다. 다시 말한다, 별관 조명 꺼졌다.
rad-seoul-annex = 별관이다. 남쪽에 뛰는 사람 하나. 감염자는 아니다. 아마도.
rad-seoul-contact = 계단 접촉! 총소리 듣고 올라왔다!
rad-seoul-key = 헬기장, 열쇠가 없다. 병동이 열린다. 전부 열린다.
rad-tower-code = 인증 완료. 전 포대 발사 준비. 하늘이 용서하길, 타워.
channel-tower = 타워

## Captions

cap-seoul-phone = [학교 옥상에서 전화가 울린다. 그친다.]
cap-seoul-tapping = [등 뒤에서 난간 두드리는 소리. 서두르지 않는다.]
cap-seoul-timbers = [들보가 하나씩 내려앉는다.]
cap-seoul-rows = [객석이 줄줄이 어둠 속으로 미끄러진다.]
cap-tower-climbs = [난간을 쥐는 손가락. 무언가 넘어온다.]
cap-tower-cut = [저 아래, 들이쉰 숨이 도중에 끊긴다.]

## Choices

choice-seoul_harin = 하린. 발목이 부러졌다. 뛸 수 없다.
choice-seoul_harin-carry = 업고 간다
choice-seoul_harin-carry-cost = 어두운 복도를 걸어서
choice-seoul_harin-lure = 소리를 지르게 둔다
choice-seoul_harin-lure-cost = 모두 하린에게 간다
choice-seoul_harin-leave = 혼자 간다
choice-seoul_harin-leave-cost = 전화기는 하린에게 남는다
choice-broadcast = 듣기만 하면 온 도시다.
choice-broadcast-code = 코드를 보낸다
choice-broadcast-code-cost = 불 꺼진 모든 지붕에 폭탄이 떨어진다
choice-broadcast-speak = 말한다
choice-broadcast-speak-cost = 지켜 온 목소리로
choice-broadcast-silence = 끈다
choice-broadcast-silence-cost = 아무도 정하지 않는다

## Hints

hint-seoul-take = { $use }  이름표 줍기
hint-seoul-run = { $sprint }: 막대가 찰 때까지 달린다. 그러면 { $dodge }: 뛰어넘기.
hint-seoul-awning = 칠해진 끝은 뛰어넘을 수 있다. 여기는 밑에 차양이 있다.
hint-seoul-edge = 난간이 없으면 나갈 수 있다. 밖은 추락이다.
hint-seoul-plank = 널빤지는 느리다. 느리면 떨어지지 않는다.
hint-seoul-three = 세 칸이다. 멈추지 말고 칠해진 끝에서 { $dodge }.
hint-seoul-lit = 불 켜진 창은 안전한 옥상이다.
hint-seoul-sleepers = 살금살금, 아니면 저쪽 끝으로 무언가를 던져라.
hint-seoul-bell = { $use }  종을 친다: 언덕의 모두가 종으로 간다.
hint-seoul-carry = 하린이 따라온다. 걷기만 한다. 뛰지 못한다.
hint-seoul-rib = 유리는 시끄럽다. 철골은 조용하다.
hint-seoul-breaker = { $use }  차단기를 내리면 불이 꺼진다.
hint-seoul-cars = 차는 엄폐물이 된다.
hint-seoul-site = { $use }  현장 차단기를 내리면 별관 조명이 꺼진다.
hint-tower-take = { $use }  이름표 줍기
hint-tower-still = 가만히 서면 보이지 않고, 두 배 멀리 본다.
hint-tower-mark = 망원경 앞에 가만히 서서 { $sense }: 가리킨 놈을 표시한다.

## Objectives

obj-seoul-1 = 이름표를 줍는다
obj-seoul-2 = 달려서 빨래 옥상으로 뛴다
obj-seoul-3 = 큰길을 건너 교회 언덕으로
obj-seoul-4 = 온실의 등불
obj-seoul-5 = 학교 끝의 목소리
obj-seoul-6 = 동쪽, 길 건너 백화점으로
obj-seoul-7 = 남쪽: 광고판 철골 또는 육교
obj-seoul-8 = 시장을 지나 주차장으로
obj-seoul-9 = 다시 북쪽: 크레인 팔 또는 막힌 고가도로
obj-seoul-10 = 헬기장: 열쇠
obj-seoul-11 = 주차장의 발전기를 켠다
obj-seoul-12 = 타워로 돌아간다
obj-seoul-13 = 어둠 속을 올라간다
obj-tower-1 = 가만히 선다
obj-tower-2 = 서쪽 망원경: 부르는 놈을 알린다
obj-tower-3 = 남쪽 망원경
obj-tower-4 = 동쪽 망원경
obj-tower-5 = 방송실 책상

## Name tags

person-bae-jun-yeong = 배준영
tag-seoul-1 = 배준영. 수영은 못 했다. 그래도 나한테 자전거를 가르쳐 줬다.
person-jang-do-yun = 장도윤
tag-seoul-2 = 장도윤. 1학년 때 우산을 빌려줬다. 돌려 달라고 한 적이 없다.
person-min-ji-ho = 민지호
tag-seoul-3 = 민지호. 옥상에 토마토를 키웠다. 첫 열매는 경비 아저씨한테 줬다.
person-pyo-dae-ho = 표대호
tag-seoul-4 = 표대호, 시장 확성기. 마지막 할인: 다 공짜, 들고 뛰세요.
person-hwang-yu-na = 황유나
tag-seoul-5 = 황유나, 응급 분류. 아무도 번호가 되지 않게 손목에 이름을 적었다.
person-noh-eun-chae = 노은채
tag-seoul-6 = 노은채. 약속대로 타워에서 기다렸다. 제대로 기다렸다. 몇 시간을.
person-blank = 이름 없음
tag-tower-1 = 닳아서 매끈하다. 누가 날마다 문질렀다. 다른 것들 옆에 걸어 뒀다.
