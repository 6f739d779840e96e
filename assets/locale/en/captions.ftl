### Captions of every cue, and who speaks.


## Noises (Heard)

caption-step = [Footsteps]
caption-dodge = [Somebody throws himself aside]
caption-blow = [A blow]
caption-gunshot = [A shot]
caption-bottle = [Glass bursts]
caption-door = [A door]
caption-door-bash = [Fists on a door]
caption-glass = [Glass crunches]
caption-screech = [A screech rises]
caption-radio = [A radio crackles]
caption-machine = [A machine]
caption-voice = [A shout]
caption-alarm = [A siren]
caption-hands = [Hands at something]

## Doors (DoorChange)

caption-door-opened = [A door opens]
caption-door-shut = [A door shuts]
caption-door-dented = [Steel bends]
caption-door-broke = [A door breaks]
caption-door-locked = [Locked]
caption-door-unlocked = [A lock turns]

## The dead

caption-groan = [A groan]
caption-screech-done = [The cry runs through all of them]
caption-screech-cut = [The cry breaks off]
caption-surged = [They move as one]
caption-far-screech = [Far off, in the north-east, one cries out]
caption-breath = [Many breathe, in step]
caption-noticed = [One of them turns]
caption-hunted = [They have seen you]
caption-pounce = [Something leaps]
caption-charge = [Heavy steps, faster and faster]
caption-died = [A body falls]
caption-fell = [You fall]
caption-marked = [Marked by radio]
caption-far-fall = [Something goes over the edge]

## Hands

caption-reload = [A magazine clicks in]
caption-empty = [Click]
caption-power-starts = [A breaker falls in. Light]
caption-power-trips = [Somewhere it goes dark]
caption-torch = [A switch clicks]
caption-pickup = [Taken]
caption-tag = [A name tag rings against a chain]
caption-hurt = [You are hit]
caption-heartbeat = [Your heart]
caption-feed = [Feeding]

## Places (NoiseKind)

caption-noise-alarm = [An alarm]
caption-noise-bell = [A school bell]
caption-noise-breath = [Breathing]
caption-noise-chains = [Chains]
caption-noise-dog = [A dog, far off]
caption-noise-drip = [Water drips]
caption-noise-fan = [A fan turns]
caption-noise-fire = [Fire]
caption-noise-flag = [A flag snaps in the wind]
caption-noise-generator = [A generator]
caption-noise-glass = [Glass sings]
caption-noise-hum = [A hum]
caption-noise-metal = [Metal groans]
caption-noise-radio = [A radio, nobody there]
caption-noise-swing = [A swing creaks]
caption-noise-water = [Running water]
caption-noise-wind = [Wind]

## Soldiers

caption-soldier-contact = [Contact!]
caption-soldier-search = [Find them.]
caption-soldier-lost = [Lost them.]
caption-soldier-reload = [Reloading!]
caption-soldier-down = [Man down!]
caption-soldier-surrender = [Don't shoot. I'm done.]
caption-soldier-lead = [I have the lead!]
caption-soldier-help = [We can't hold! Fall back!]
caption-soldier-coming = [On our way.]

## Those who follow (Order)

caption-order-follow = [With you.]
caption-order-hold = [I stay here.]
caption-order-lure = [I draw them off.]
caption-order-strike = [That one. Yes.]
caption-order-bound = [It turns to you]
caption-order-free = [It forgets you]

## Who speaks, and who is who

who-namra = Nam-ra
who-cheongsan = Cheong-san
who-suhyeok = Su-hyeok
who-onjo = On-jo
who-radio = Radio
who-soldier = Corporal Jang
who-halfbie = Si-eun
who-ahn = Private Ahn
who-kid = Bora
