### Seoul: lines, radio, hints, objectives, name tags, endings. Lines at most 80 characters.


## The places

level-seoul = Seoul, the Rooftops
level-seoul-line = Eleven lit windows. Then ten.
level-tower = The Tower
level-tower-line = Nothing lit, as far as she can see.

## Who speaks

who-harin = Ha-rin

## Su-hyeok

suh-coming = I'm coming. Keep talking.
suh-tag = Jun-yeong. You'd hate this. It's all deep end.
suh-leapt = Don't look down. There's nothing lit down there anyway.
suh-sheets = Somebody's behind the sheets. Somebodies.
suh-tanks = Something's asleep in the wet. Something heavy.
suh-window = A lamp. Someone put oil in it today.
suh-jars = My grandmother would kill me for running past her jars.
suh-shoulder = They're lying shoulder to shoulder. All the way across.
suh-hill = Grass. I forgot it smells like that.
suh-children = Small shoes. All in a row.
suh-stop = Two minutes. I'll stop for two minutes.
suh-lamp = You see it? It's the only one.
suh-desks = Desks. They carried sixty desks up here to write three letters.
suh-carry = Get on. No, don't argue. You're light. We walk.
suh-corridor = Glass on both sides. And something hanging from the ceiling.
suh-sign = I stood on the department store's name. On the D.
suh-store = Toy train, little horses. Nobody to take the tickets.
suh-glass = Glass roof. They're sleeping on it.
suh-escalator = The escalator. They're riding it up.
suh-rooms = A hundred rooms. Two square metres each. All of them home.
suh-row = They're at the rail. Looking at the road like it's a river.
suh-signs = English, maths, English. All right. I'm here. Mark me present.
suh-motel = Wrong roof. Good roof. Wrong roof.
suh-cage = A generator, caged. Somebody kept the key.
suh-site = No parapets. Nobody ever finished the edge.
suh-bus = Bus 273. I used to sleep past my stop on it.
suh-pad = A big H, and nobody came.
suh-tower = There. All of it, in one piece.
suh-queue = They queued. They're still in the queue.
suh-run = One more run. I can do one more.
suh-shut = I'm in. It's dark. It's very dark.
suh-lobby = Pillars. I keep counting one too many.
suh-breath = They breathe in step. Even here. Even two of them.
suh-steps = Forty-one, forty-two. Don't say anything. I'm counting.

## On-jo

onj-there = Su-hyeok? You're on the air. I can hear you breathe.
onj-eleven = I counted eleven lit windows last night. Tonight it's ten.
onj-cross = See the red cross over the avenue? Then I see you. Nearly.
onj-scaffold = Don't stop on the scaffold. Nothing under it but wind.
onj-bell = Who rang that? ...They all turned. Every one on the hill.
onj-lamp = There's a light in a glass house. Tell me that's you.
onj-nothing = It is, then. I'll count it.
onj-cinema = That roof's going. It's been going all week. Run!
onj-light = The army's light. It goes where the noise was.
onj-straight = The market's forty paces, straight. I used to count them.
onj-deck = The parking deck. They sleep between the bays. Keep north.
onj-crane = The crane's arm. It hasn't moved since the day. It'll hold.
onj-annex = Soldiers on the annex. They shoot at both of you.
onj-key = That's the deck's generator. It fed the tower. It still could.
onj-see-you = I see you. You're so small. Hello.
onj-dead-door = The doors died with the power. I've been locked in since.
onj-key-where = The generator's on the parking deck. The key, on the helipad.
onj-run = The deck. Start it, come back. I'll tell you where they stand.
onj-light-up = It's on. Su-hyeok, there's a lamp on up here.
onj-ramp = They're coming up the ramp. Don't look. Go. Go!
onj-gate = The gate's open. Straight up the stairs. I've got you.
onj-dark = Three floors. No lamps on the stairs. Count the steps.
onj-steps = Forty-four on each. I counted them coming up.
onj-late = You're late.
onj-still = One's on the deck. It sees what moves. So I don't.
onj-callers = Three callers, three roofs. One at each scope.
onj-west = West roof. By the sign. Now.
onj-breath = South. It's drawing breath. I have to get across.
onj-south = South. In the queue, the one facing us.
onj-east = East roof, under the mast.
onj-desk = A desk, a switch, a microphone. The whole city, if it listens.
onj-code1 = Seven, one, nine. Authenticate. Seven, one, nine.
onj-code2 = I'm sorry. I counted you all. I did count.
onj-speak1 = This is the tower. I'm On-jo. I have some names.
onj-speak2 = If you can hear this: you are one lit window. Stay lit.
onj-silence1 = No. Nobody decides this from up here.
onj-silence2 = Let them sleep. Let us just be quiet together.

## The others

nam-west = Nam-ra here. I hear it. I'm under it. ...Done.
nam-south = Done. It was looking right at you.
nam-east = Done. Listen. No one's calling.
suh-here = I'm at the stair door. It holds. I think it holds.
suh-door = Do what you do. I'll stand here. Me, standing. Imagine.
suh-more = More coming over the rail, your side. Don't run, On-jo.
suh-hold = They heard it! They're on the door!
suh-hold2 = Again. The door's bending. Hurry. Slowly. You know.
suh-desk = Power's up. The glass room's open. It's yours.

## Ha-rin

har-hello = You. The one who lands like a sack. Over here.
har-ankle = It's broken. I can't jump. I heard you can't stop.
har-store = The glass corridor. I know it. Keep to the middle.
har-lure = Then I'll shout. Go when they turn. Go on.
har-left = Sure. Somebody's got to keep the light on.
har-safe = It's got a lamp. And a door. Look at that, a door.
har-cupboard = The cupboard. I had the key the whole time. Take it all.

## Radio

rad-seoul-phase = PHASE TWO HAS FAILED. ROOFTOP UNITS HOLD. DO NOT USE LIGHT.
rad-seoul-light = Gantry, light on the truss. Something's up there.
rad-seoul-lost = Gantry, we've lost the floods. Who's at the breaker?
rad-seoul-lost2 = Annex light is out. Say again, annex light is out.
rad-seoul-annex = Annex. One runner, south side. Not one of theirs. Maybe.
rad-seoul-contact = Contact, stairwell! They came up for the shots!
rad-seoul-key = Pad, the key's gone. Wards are opening. All of them.
rad-tower-code = Authenticated. All batteries. God forgive you, tower.
channel-tower = The tower

## Captions

cap-seoul-phone = [A phone rings on the school roof. It stops.]
cap-seoul-tapping = [Behind you, tapping on a parapet. Not fast.]
cap-seoul-timbers = [Timbers give, one after another.]
cap-seoul-rows = [Rows of seats slide into the dark.]
cap-tower-climbs = [Fingers on the rail. Something climbs over.]
cap-tower-cut = [Far below, a breath is drawn, and cut short.]

## Choices

choice-seoul_harin = Ha-rin. Her ankle is broken. She cannot jump.
choice-seoul_harin-carry = Carry her
choice-seoul_harin-carry-cost = On foot, through the dark corridor
choice-seoul_harin-lure = Let her shout
choice-seoul_harin-lure-cost = They will come to her
choice-seoul_harin-leave = Go on alone
choice-seoul_harin-leave-cost = She keeps the phone
choice-broadcast = The whole city, if it listens.
choice-broadcast-code = Send the code
choice-broadcast-code-cost = The bombs fall on every roof that is dark
choice-broadcast-speak = Speak
choice-broadcast-speak-cost = With the voice you have kept
choice-broadcast-silence = Turn it off
choice-broadcast-silence-cost = Nobody decides

## Hints

hint-seoul-take = { $use }  Take the tag
hint-seoul-run = Hold { $sprint } until the bar is full. Then { $dodge } leaps.
hint-seoul-awning = Painted edges can be leapt. An awning hangs under this one.
hint-seoul-edge = No parapet: you may leave the roof. Off it is a fall.
hint-seoul-plank = Planks are slow, and nobody falls off slowly.
hint-seoul-three = Three tiles. Do not stop before it. { $dodge } at the painted edge.
hint-seoul-lit = A lit window is a safe roof.
hint-seoul-sleepers = Sneak, or throw something to the far end.
hint-seoul-bell = { $use }  Ring the bell: all on the hill go to it.
hint-seoul-carry = She follows. She walks: no leaps.
hint-seoul-rib = Glass is loud. The steel rib is not.
hint-seoul-breaker = { $use }  The breaker cuts the light.
hint-seoul-cars = Cars are cover.
hint-seoul-site = { $use }  The site breaker cuts the annex light.
hint-tower-take = { $use }  Take the tag
hint-tower-still = Stand still: they do not see you, and you see twice as far.
hint-tower-mark = Stand still at the scope. { $sense } marks whom you point at.

## Objectives

obj-seoul-1 = Take the tag
obj-seoul-2 = Run. Leap to the laundry roof
obj-seoul-3 = Cross the avenue to the church hill
obj-seoul-4 = The lamp in the greenhouse
obj-seoul-5 = The voice at the school's end
obj-seoul-6 = East, over the street, to the store
obj-seoul-7 = South: the billboard's truss or the footbridge
obj-seoul-8 = Through the market to the parking deck
obj-seoul-9 = North again: the crane's arm or the jammed road
obj-seoul-10 = The helipad: a key
obj-seoul-11 = Start the generator on the parking deck
obj-seoul-12 = Back to the tower
obj-seoul-13 = Up, in the dark
obj-tower-1 = Stand still
obj-tower-2 = West scope: mark the caller
obj-tower-3 = South scope
obj-tower-4 = East scope
obj-tower-5 = The desk

## Name tags

person-bae-jun-yeong = Bae Jun-yeong
tag-seoul-1 = Bae Jun-yeong. He could not swim. He taught me to ride a bicycle anyway.
person-jang-do-yun = Jang Do-yun
tag-seoul-2 = Jang Do-yun. Lent me his umbrella in first grade. Never asked for it back.
person-min-ji-ho = Min Ji-ho
tag-seoul-3 = Min Ji-ho. Grew tomatoes on a roof. Gave the first one to the caretaker.
person-pyo-dae-ho = Pyo Dae-ho
tag-seoul-4 = Pyo Dae-ho, market loudspeaker. His last sale: everything, take it, run.
person-hwang-yu-na = Hwang Yu-na
tag-seoul-5 = Hwang Yu-na, triage. Wrote names on wrists, so nobody would be a number.
person-noh-eun-chae = Noh Eun-chae
tag-seoul-6 = Noh Eun-chae. Waited at the tower like we said. Waited properly. Hours.
person-blank = No name
tag-tower-1 = Worn smooth. Somebody rubbed it every day. I hung it with the others.
