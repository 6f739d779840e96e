### 효산: 대사, 무전, 힌트, 목표, 이름표. 한 줄 80자 이하.


## The place

level-hyosan = 효산 폐허
level-hyosan-line = 벽은 막으려고 세운 게 아니었다.

## Radio

rad-phase2 = 2단계 실패. 반복한다. 2단계 실패.
rad-voices = 전 병력 장벽 뒤로. 목소리에 문을 열지 마라.
rad-bell = (학교 종소리. 지각할 사람은 없다.)
rad-hold = 2초소. 동쪽 도로에 서 있다. 그냥 서 있다.
rad-speaker = 스피커 누가 켰어? 꺼. 당장 꺼.
rad-power = 막사 차단기가 올라갔다. 막사에 누구 있나?
rad-gate1 = 문이 움직인다. 반복한다, 문이 움직인다.
rad-gate2 = 동쪽 접촉. 발을 맞춰서 온다.
rad-pens = 격리칸이 열렸다. 전부. 안에 누가 있든, 하늘이 돕기를.

## Nam-ra

nam-tag1 = 민지야. 내가 들고 갈게.
nam-one = 천천히. 쟤는 들리는 것만 알아.
nam-step = 예전엔 서로 부딪쳤는데. 봐. 이젠 안 부딪쳐.
nam-ways = 학교, 골목, 아니면 담이 무너진 데.
nam-school = 2학년 5반. 불이 꺼져도 길은 알아.
nam-alley = 손전등이네. 군인들은 무서우면 빙빙 돌아.
nam-wall = 1반이 운동장으로 무너졌네. 밟으면 소리가 나.
nam-2-5 = 뒷벽에 날짜를 셌었지. 난 아홉에서 멈췄고.
nam-gym1 = 자고 있어. 예순쯤.
nam-gym2 = 아니. 들어 봐. 숨을 맞추고 있어.
nam-gate = 교문이다. 우린 맨날 오 분씩 늦었는데.
nam-lanes = 가운데는 불. 왼쪽은 어둡고, 오른쪽은 좁아.
nam-surge = 전부야. 전부 한꺼번에.
nam-stopped = 끝까지 부르지 못했어.
nam-arcade = 불빛 떼지 마. 안 볼 때만 움직여.
nam-back = 주방 골목. 문마다 국 냄새가 났었는데.
nam-hill = 여기선 아무도 소리 안 질러. 듣기만 해.
nam-square = 문 앞에 군인. 그리고 도로에... 저게 몇이야?
nam-empty = 명령할 사람도 없네.
nam-bars1 = 창살이 이쪽으로 기울었어.
nam-bars2 = 벽이 아니었어. 우리였어.
nam-dead = 전기가 없어. 어딘가서 잤을 거야. 거기 있겠지.
nam-camp = 침대를 다 정리해 놨네. 하나도 빠짐없이.
nam-run = 격리칸은 보지 마. 뛰어.
nam-passed = 숨 쉬어. 이제 조용히.
nam-fed = 따뜻했어요. 미안해요.
nam-join = 따라오지 않아도 돼.
nam-ridge = 여기서 보면 버스 기다리는 사람들 같아.
nam-yard = 저 문, 밖에서 잠겼어.
nam-hold = 준비해. 조용히. 오게 두자.
nam-past1 = 움직이지 마. 우릴 안 봐.
nam-past2 = 손을 잡고 있어.
nam-last = 그럼 누군가는 알아야죠.

## Corporal Jang

sol-who = 거기 누구 있어요? 말 좀 해 봐요. 그것들은 대답을 안 해요.
sol-beg = 다리만 다쳤어요. 그쪽 눈이... 아니, 아닙니다.
sol-thanks = 당신들은 멈추지 않는다고 배웠어요.
sol-panel = 서쪽 끝 작업문이요. 패널은 저한테 있어요. 소리도 안 나요.
sol-left = 괜찮아요. 저라도 그랬을 거예요.
sol-open = 장입니다. 화면에 보여요. 가세요. 잘 가요.
choice-hyosan_soldier = 다친 군인. 당신의 눈을 보았다.
choice-hyosan_soldier-spare = 물과 손을 건넨다
choice-hyosan_soldier-spare-cost = 내가 무엇인지 안다
choice-hyosan_soldier-feed = 먹는다
choice-hyosan_soldier-feed-cost = 허기 -60, 인간성 -15
choice-hyosan_soldier-abandon = 두고 간다
choice-hyosan_soldier-abandon-cost = 한 시간도 버티지 못한다

## The half-bies, the bunker

hb-1 = 문 닫아 줘. 조용히 하면 여긴 괜찮아.
hb-2 = 너도 그 문소리 들리지? 셋, 그리고 셋.
hb-3 = 그렇게 두드리는 건 나오고 싶어서야.
hb-wheel = 이 바퀴 알아. 비명을 질러. 됐어?
hb-knock = 셋, 그리고 셋. 뭐든 아직 살아 있어.
hb-past = 그냥 보내 줘.
ahn-1 = 쏘지 마세요. 제발. 이 애들이 우릴 살렸어요.
kid-1 = 같이 숨 쉬었어요. 그러니까 화를 안 냈어요.
ahn-2 = 노 이병이 밖에서 잠갔어요. 아무도 못 쏘게.
cap-dent1 = [쇠가 밖으로 휜다. 셋, 그리고 셋.]
cap-dent2 = [볼트가 떨어진다.]
cap-dent3 = [경첩이 뜯긴다.]
cap-wind = [바람이 사슬의 재를 털어 간다.]
cap-far-screech = [멀리 북동쪽에서 하나가 울부짖는다.]

## Hints

hint-take = { $use }  이름표 줍기
hint-walk = 이동. { $sneak }: 살금살금
hint-noise = 고리는 발소리가 닿는 거리. 재는 소리를 삼킨다.
hint-sense = { $sense }  감각: 벽 너머를 듣는다. 배가 고파진다.
hint-lanes = 아케이드: 어둠. 거리: 불이 발소리를 덮는다. 골목: 좁다.
hint-screech = 부르는 놈을 끝나기 전에 막아라.
hint-lure = 소리는 그들을 부른다. 내 소리가 아니어도.
hint-locked = 잠겼다. 누군가 열쇠를 갖고 있었다.
hint-strip = 벽 밑 빈터는 어둡고 비어 있다.
hint-follow = 너를 따라온다. 너를 치는 것을 친다.
hint-order = { $order }  적을 가리키면 친다. 땅이면 머문다. 너면 돌아온다.
hint-order-held = { $order } 길게: 거기서 유인한다. 죽은 자를 가리키면 셋이 따른다.

## Objectives

obj-hyosan-1 = 이름표를 줍는다
obj-hyosan-2 = 운동장을 건넌다
obj-hyosan-3 = 학교, 골목, 무너진 담으로 나간다
obj-hyosan-4 = 체육관의 숨소리를 확인한다
obj-hyosan-5 = 교문으로 간다
obj-hyosan-6 = 시장 거리를 지난다
obj-hyosan-7 = 벽을 지날 길을 찾는다
obj-hyosan-8 = 약국의 목소리
obj-hyosan-9 = 모터의 전원을 찾는다: 군 막사
obj-hyosan-10 = 문의 모터를 켠다
obj-hyosan-11 = 통로를 달린다
obj-hyosan-12 = 붉은 십자가를 따라간다
obj-hyosan-13 = 능선을 넘어 벙커로 간다
obj-hyosan-14 = 문 앞에서 버틴다
obj-hyosan-15 = 안으로 들어간다
obj-hyosan-service = 벽 서쪽 끝, 작업문

## Name tags

person-kang-min-ji = 강민지
tag-hyosan-1 = 강민지. 골키퍼. 아무도 안 물어봐서. 한 번은 막았다.
person-seo-ha-yun = 서하윤
tag-hyosan-2 = 서하윤, 2-5. 나한테 4천 원 빚짐. 동전으로는 갚지 마.
person-baek = 백 씨 아저씨
tag-hyosan-3 = 수위 백 씨. 지각한 이름을 다 적고, 한 번도 내지 않았다.
person-yoon-da-eun = 윤다은
tag-hyosan-4 = 윤다은. 학교 끝나면 만두를 빚었다. 엄지 자국이 도장이었다.
person-oh-jun-seo = 오준서
tag-hyosan-5 = 오준서. 그네를 타며 시간을 쟀다. 누구와 겨루는지는 몰랐다.
person-han-soo-bin = 한수빈
tag-hyosan-6 = 한수빈. 두 치수 큰 흰 가운. 사탕은 저울 밑에 숨겨 뒀다.
person-lim-tae-oh = 임태오
tag-hyosan-7 = 임태오. 이 계단으로 물을 날랐다. 한 칸씩 세면서.
person-park-ye-rin = 박예린
tag-hyosan-8 = 박예린. 옆자리 애가 혼자가 아니게, 일부러 음을 틀렸다.
person-noh = 노 이병
tag-hyosan-9 = 노 이병, 열아홉. 뒷면에 연필로: 우리가 잠갔다고 전해 줘.

## Radios

channel-army = 군 무전
channel-school = 교내 방송
channel-log = 단계 기록
log-hyosan-1 = 31일. 그것들은 창살 앞에 멈춰, 우리가 눈 깜빡이길 기다렸다.
