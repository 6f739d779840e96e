### Hyosan: lines, radio, hints, objectives, name tags. Lines at most 80 characters.


## The place

level-hyosan = Hyosan Ruins
level-hyosan-line = The wall was never to keep them out.

## Radio

rad-phase2 = PHASE TWO HAS FAILED. REPEAT. PHASE TWO HAS FAILED.
rad-voices = ALL UNITS BEHIND THE WALL. DO NOT OPEN FOR VOICES.
rad-bell = (The school bell. Nobody is late.)
rad-hold = Checkpoint two. They're standing on the east road. Just standing.
rad-speaker = Who keyed the speaker? Kill it. Kill it now.
rad-power = Camp breaker just closed. Who is at the camp?
rad-gate1 = The gate is moving. I say again, the gate is moving.
rad-gate2 = Contact east. They're coming in step.
rad-pens = Pens are open. All of them. God help whoever's in there.

## Nam-ra

nam-tag1 = Min-ji. I'll carry it.
nam-one = Slowly. He only knows what he hears.
nam-step = They used to bump into each other. Look. Now they don't.
nam-ways = The school, the alley, or where the wall came down.
nam-school = Second year, class five. I still know the way in the dark.
nam-alley = Torches. Soldiers walk in circles when they're afraid.
nam-wall = Class one fell into the yard. Careful, it talks when you step.
nam-2-5 = We counted the days on the back wall. I stopped at nine.
nam-gym1 = They're asleep. Sixty, maybe.
nam-gym2 = No. Listen. They're breathing together.
nam-gate = The gate. We were always five minutes late.
nam-lanes = Fire in the middle. Dark on the left, narrow on the right.
nam-surge = All of them. All of them at once.
nam-stopped = It never finished the word.
nam-arcade = Keep the light on it. It only moves when you look away.
nam-back = Kitchens. Every door used to smell of soup.
nam-hill = Up here nobody screams. They just listen.
nam-square = Soldiers at the gate. And on the road... how many is that?
nam-empty = Nobody left to give the order.
nam-bars1 = The bars lean this way.
nam-bars2 = It was never a wall. It was a cage.
nam-dead = No power. They slept somewhere. It will be there.
nam-camp = They made their beds. Every one of them.
nam-run = Don't look at the pens. Run.
nam-passed = Breathe. Now quietly.
nam-fed = He was warm. I'm sorry.
nam-join = You don't have to follow me.
nam-ridge = From here they look like people waiting for a bus.
nam-yard = That door is locked from the outside.
nam-hold = Get ready. Stay quiet. Let it come to us.
nam-past1 = Don't move. They're not looking at us.
nam-past2 = They're holding hands.
nam-last = Then somebody should know you did.

## Corporal Jang

sol-who = Is somebody there? Say something. They don't answer when I ask.
sol-beg = It's only the leg. Your eye... no. Never mind my mouth.
sol-thanks = I was told your kind don't stop.
sol-panel = The service gate, far west. I have the panel. No siren.
sol-left = That's all right. I'd have done the same.
sol-open = It's Jang. I see you on the camera. Go. Go well.
choice-hyosan_soldier = A wounded soldier. He has seen your eye.
choice-hyosan_soldier-spare = Give him water and your hand
choice-hyosan_soldier-spare-cost = He knows what you are
choice-hyosan_soldier-feed = Feed
choice-hyosan_soldier-feed-cost = Hunger -60, humanity -15
choice-hyosan_soldier-abandon = Leave him
choice-hyosan_soldier-abandon-cost = He will not last the hour

## The half-bies, the bunker

hb-1 = Close it behind you. It stays quiet here if we do.
hb-2 = You hear the door too, don't you? Three and three.
hb-3 = Nobody knocks like that unless they want out.
hb-wheel = I know this wheel. It screams. Ready?
hb-knock = Three and three. It's still alive, whatever it is.
hb-past = Let them go by.
ahn-1 = Don't shoot. Please. They kept us alive, the kids did.
kid-1 = We breathed with them. Then they weren't angry.
ahn-2 = Noh locked it from outside. So nobody would open fire.
cap-dent1 = [Steel bends outward. Three, and three.]
cap-dent2 = [A bolt falls.]
cap-dent3 = [The hinges give.]
cap-wind = [The wind takes the ash off the chain.]
cap-far-screech = [Far off, in the north-east, one cries out.]

## Hints

hint-take = { $use }  Take the tag
hint-walk = Move. Hold { $sneak } to sneak.
hint-noise = The ring is how far your steps carry. Ash swallows them.
hint-sense = { $sense }  Sense: hear through walls. It makes you hungry.
hint-lanes = Arcade: dark. Street: fire hides your steps. Alley: narrow.
hint-screech = Stop the caller before it finishes.
hint-lure = Noise draws them. It needn't be yours.
hint-locked = Locked. Somebody kept the key.
hint-strip = The strip under the wall is dark and empty.
hint-follow = They follow you, and strike what strikes you.
hint-order = { $order }: a foe, they strike. Ground, one stays. Yourself, they come.
hint-order-held = Hold { $order }: one lures there. At one of the dead: three obey you.

## Objectives

obj-hyosan-1 = Take the tag
obj-hyosan-2 = Cross the yard
obj-hyosan-3 = Leave by school, alley or broken wall
obj-hyosan-4 = See what breathes in the gym
obj-hyosan-5 = Reach the school gate
obj-hyosan-6 = Get past market street
obj-hyosan-7 = Find a way through the wall
obj-hyosan-8 = The voice in the pharmacy
obj-hyosan-9 = Find power for the motor: the army camp
obj-hyosan-10 = Start the gate's motor
obj-hyosan-11 = Run the lanes
obj-hyosan-12 = Follow the red cross
obj-hyosan-13 = Cross the ridge to the bunker
obj-hyosan-14 = Hold before the door
obj-hyosan-15 = Go in
obj-hyosan-service = Service gate, far west of the wall

## Name tags

person-kang-min-ji = Kang Min-ji
tag-hyosan-1 = Kang Min-ji. Goalkeeper, because nobody asked her. She stopped one, once.
person-seo-ha-yun = Seo Ha-yun
tag-hyosan-2 = Seo Ha-yun, 2-5. Owes me 4,000 won. I hope I never get it back in coins.
person-baek = Mr. Baek
tag-hyosan-3 = Gate keeper Baek. Wrote down every late name and never handed them in.
person-yoon-da-eun = Yoon Da-eun
tag-hyosan-4 = Yoon Da-eun. Folded dumplings after school. Her thumbprint was the seal.
person-oh-jun-seo = Oh Jun-seo
tag-hyosan-5 = Oh Jun-seo. He timed himself on the swing. Nobody knew against whom.
person-han-soo-bin = Han Soo-bin
tag-hyosan-6 = Han Soo-bin. White coat two sizes up. Kept the sweets under the scales.
person-lim-tae-oh = Lim Tae-oh
tag-hyosan-7 = Lim Tae-oh. Carried water up these stairs. Counted each step.
person-park-ye-rin = Park Ye-rin
tag-hyosan-8 = Park Ye-rin. Sang off key so the boy beside her would not be alone.
person-noh = Private Noh
tag-hyosan-9 = Private Noh, nineteen. On the back, in pencil: tell them we locked it.

## Radios

channel-army = Army net
channel-school = School PA
channel-log = Phase log
log-hyosan-1 = Day 31. They stopped at the bars and waited for us to blink.
