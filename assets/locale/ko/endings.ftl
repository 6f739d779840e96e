### 네 결말: 이름과 대사. 한 줄 80자 이하.

ending-purge = 소각
ending-purge-1 = 강에서 산까지 지붕이 탄다. 십일 분이 걸린다.
ending-purge-2 = 아침에는 아무것도 움직이지 않는다. 깨끗하다고 말할 사람도 없다.
ending-purge-3 = 온조는 창을 센다. 없다. 다시 센다.
ending-evolution = 진화
ending-evolution-1 = 그것들이 멈춘다. 지붕마다 목소리를 향해, 함께 숨을 들이쉰다.
ending-evolution-2 = 그날 밤 아무도 물리지 않는다. 머릿속이 온전히 혼자인 사람도 없다.
ending-evolution-3 = "우리." 문 앞에서 수혁이 말한다. 자기가 그런 줄도 모르고.
ending-names = 이름
ending-names-1 = 온조는 하나씩 읽는다. 날이 밝을 때까지 걸린다.
ending-names-2 = 창 하나. 그리고 강 건너 하나. 이름 하나를 기다린 사람이 있었다.
ending-names-3 = 아침까지 서른한 개. 온조는 수를 말하고, 이름을 말한다.
ending-silence = 침묵
ending-silence-1 = 책상이 어두워진다. 아래에서 죽은 자들이 선 자리에 눕는다.
ending-silence-2 = 수혁이 앉는다. 한 달 만이다.
ending-silence-3 = 창 열 개. 나머지는 아무도 모르고, 나머지는 산다.
