### The laboratory: lines, files, hints, objectives, name tags. Lines at most 80 characters.


## The place

level-laboratory = Laboratory
level-laboratory-line = Where there is light, it is dark somewhere else.

## Who speaks

who-file = The file
who-yuna = Yu-na
who-hyun = Hyun

## Cheong-san

che-cold = Cold. So I'm not dead. Or they keep the dead warm now.
che-tag = Ji-woo. You drew one for me, too.
che-up = Stay down. Please stay down.
che-limp = Step, drag. Step, drag. Anybody could count that.
che-ward = Eight beds. They tucked themselves in.
che-isolation = The glass lies on this side. It broke going out.
che-sniff = It isn't listening. It's smelling.
che-counter = Behind the counter. Don't move. Not even the bad foot.
che-hunter = It only wanted to know where I'd been.
che-duct = A duct. I used to be too tall for these. Now I just bend.
che-eyes = Count the eyes. Walk where there are none.
che-audience = Every seat taken. They're all looking at the glass.
che-seats = Nobody told them it was over.
che-control = Three boards. A note: TWO AT A TIME. NEVER THREE.
che-relit = They were right there. The whole way, right beside me.
che-locks = The isolation doors. They hang on the hall's circuit. Of course.
che-clean = The archive's key went into the cold store. Nobody robs a freezer.
che-dark-again = Light over there. So it's dark over here.
che-choir1 = Frost on their lashes. They stand like a choir.
che-choir2 = One breath for all of them. Don't be the one who coughs.
che-choir3 = One stops breathing, and all of them look up.
che-stacks = Paper. They wrote it all down, so nobody had to say it.
che-undecided = Undecided.
che-ward-c = Ward C. Somebody in there breathes slower than I do.
che-not-guard = No. I don't know what I am.
che-three = Three.
che-next = The lift hangs on set 3. The plant, then. Past the glass.
che-light-off = I said I'd leave it on. I didn't say it. I nodded.
che-glass = A corridor for looking at people.
che-door = A bunker door. What's left of one.
che-outward = It bends out. Nobody broke in here. Somebody left.
che-hands = Small handprints. All at one height. In a row.
che-plant = One set burnt, one dead, one waiting to be asked.
che-hear = They can hear that in Hyosan.
che-run = Don't look at them. Walk. It's the only thing I can do.
che-lift = The lift. Fourteen floors of rope.
che-slowly = It's coming. It isn't in a hurry.
che-decide = Undecided, they wrote. All right. Then I decide.

## The file in the archive

file-vaccine = "Vaccine", struck out. Below: There is none. There never was.
file-changes = It heals nobody. It changes who can live with it.
file-c5 = C5. Three, bitten on day 30. Still themselves. Ask them. Don't cut them.
file-cheongsan = Last page. LEE CHEONG-SAN. Found on day 41. Undecided.

## The three of C5

yuna-limp = You limp. The guard limped, too. Are you the guard?
yuna-neither = That's all right. Neither do we.
yuna-walk = Then we'll walk with you. It's been a while since walking.
yuna-light = Then leave the light on when you go.
yuna-counted = You counted us.
yuna-gate = Get in when it opens. We'll keep the gate.
yuna-name = Say our names up there. Yu-na, Hyun, Da-in. That's all.
hyun-door = I'd forgotten which way it opens.
choice-ward_c = Cell C5. Three who stayed themselves.
choice-ward_c-free = Open the cell
choice-ward_c-free-cost = They will fight for you. It will cost them
choice-ward_c-leave = Leave them where they are
choice-ward_c-leave-cost = The cell stays shut
choice-ward_c-hand_over = Give the army the number
choice-ward_c-hand_over-cost = The lift's code, humanity -15

## Radio

rad-lab-count = Command to lab site. Head count in ward C, and you get the lift code.
rad-lab-code = Copy, three. Code is zero four one. Stay away from the ward.
rad-lab-keyed = The lab's generator is up. Go in through the bunker. See who keyed it.
rad-lab-closed = Ward C is closed. Three.
channel-laboratory = Lab tannoy
log-lab-count = Count them. If the number stays the same when you look away, run.
log-lab-dim = Night shift to day shift: they dim when we dim. Don't test it again.
log-lab-warm = The kids won't come out. They say it's warm if everybody breathes.

## Sounds

cap-lab-tap = [A tap drips. Nobody turns it off.]
cap-lab-sheet = [A sheet slides to the floor.]
cap-lab-sniff = [Something heavy. It stops. It sniffs.]
cap-lab-locks = [Far behind you, three locks let go.]
cap-lab-refuse = [SET 3: WARD C NOT CONFIRMED EMPTY.]
cap-lab-confirm = [WARD C: CONFIRMED EMPTY. You pressed yes.]
cap-lab-set3 = [Set 3 catches. The floor begins to hum.]
cap-lab-palms = [Palms on the glass. All at once. Again.]
cap-lab-no-power = [The call button is dead.]
cap-lab-held = [A red lamp: LIFT HELD. NO LOAD FROM SET 3.]
cap-lab-comes = [Far up, a rope takes the strain.]
cap-lab-gate = [The gate rolls up.]

## Hints

hint-lab-take = { $use }  Take the tag
hint-lab-door = { $use }  A shut door keeps one of them for a while.
hint-lab-limp = You cannot run. Your limp sounds as you walk: they follow the beat.
hint-lab-still = Stand still in the dark: no beat, your scent fades, wounds begin to close.
hint-lab-eyes = Eyes show who faces you. Some hold still while light is on them.
hint-lab-power = { $use } at a board: its circuit runs. Only two can.
hint-lab-duct = Grating is loud. Hold { $sneak }.
hint-lab-refuse = Ward C first. Somebody has to say that it is empty.
hint-lab-circuit3 = The lift hangs on circuit 3.
hint-lab-set3 = Run set 3 in the generator hall, or have the army's code.

## Objectives

obj-lab-1 = Take the tag
obj-lab-2 = Leave the mortuary
obj-lab-3 = Cross to the control room
obj-lab-4 = Run circuit 1: hall and wards
obj-lab-5 = Run circuit 2: the clean side
obj-lab-6 = Find the archive's key in the cold store
obj-lab-7 = Read the file in the archive
obj-lab-8 = Run circuit 3: ward C and the lift
obj-lab-9 = Ward C: somebody is breathing
obj-lab-10 = Run set 3 in the generator hall
obj-lab-11 = Call the lift
obj-lab-lift-power = Run circuit 3: the lift is dark
obj-lab-12 = Hold until it comes
obj-lab-13 = Take the lift
obj-lab-theatre = See who sits in the theatre

## Name tags

person-ahn-ji-woo = Ahn Ji-woo
tag-laboratory-1 = Ahn Ji-woo. Drew a cat on every worksheet. I kept all of them.
person-nam-do-yun = Nam Do-yun
tag-laboratory-2 = Nam Do-yun, night shift. On his hand: WATER THE BASIL. It is green.
person-baek-seo-jin = Baek Seo-jin
tag-laboratory-3 = Baek Seo-jin. Kept the aisle seat for her friend. Her bag is still on it.
person-oh-min-ah = Oh Min-ah
tag-laboratory-4 = Oh Min-ah. Freezer 9, one lunch box: NOT A SAMPLE. DO NOT EAT. MINE.
person-im-hye-ran = Dr. Im Hye-ran
tag-laboratory-5 = Dr. Im Hye-ran. Filed each child by first name. Never by the number.
person-ryu-ki-beom = Ryu Ki-beom
tag-laboratory-6 = Ryu Ki-beom, guard. The three taught him to fold cranes. Forty, on the sill.
person-ko-byeong-cheol = Ko Byeong-cheol
tag-laboratory-7 = Ko Byeong-cheol. Hummed to the boilers so the new boy was not afraid.
person-yang-seo-jun = Yang Seo-jun
tag-laboratory-8 = Yang Seo-jun, nine. Knocked three and three, so they'd know it was him.
