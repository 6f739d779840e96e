### The debug view: what the dead know, want and are asked.


## Layers

debug-flow = Ways
debug-belief = Belief
debug-noise = Noises
debug-sight = Sight
debug-phases = Phases
debug-packs = Packs
debug-lessons = Lessons
debug-tasks = Moods, tasks

## Ways and noises

debug-fields = { $n } in use, { $asked } asked for
debug-silence = nothing heard
debug-heard-step = step
debug-heard-dodge = dodge
debug-heard-blow = blow
debug-heard-gunshot = shot
debug-heard-bottle = bottle
debug-heard-door = door
debug-heard-door-bash = fists
debug-heard-glass = glass
debug-heard-screech = screech
debug-heard-radio = radio
debug-heard-machine = machine
debug-heard-voice = voice
debug-heard-alarm = siren
debug-heard-hands = hands

## Belief and packs

debug-lost = lost { $seconds } s ago
debug-settled = { $n } parties, settled
debug-nobody-lost = nobody is lost
debug-no-rings = no ring
debug-ring-hunt = { $n } hunt
debug-ring-gather = { $n } gather
debug-ring-rush = { $n } rush
debug-held = held { $n } of { $of }

## Order

debug-order = order { $share }
debug-order-all = All { $n }
debug-order-group = Caller { $number }: { $n } hunt
debug-order-step = Caller { $number }: { $n } in step
debug-order-calls = Caller { $number }: calls { $n }

## Lessons

debug-known = { $lesson }: carried
debug-remembered = { $lesson }: remembered
debug-known-ago = last known { $seconds } s ago

## Moods, tasks, causes

debug-mood-asleep = asleep
debug-mood-idle = idle
debug-mood-wander = wander
debug-mood-suspect = suspect
debug-mood-search = search
debug-mood-hunt = hunt
debug-mood-patrol = patrol
debug-mood-guard = guard
debug-mood-follow = follow
debug-mood-surrender = give up
debug-mood-asleep-letter = z
debug-mood-idle-letter = I
debug-mood-wander-letter = W
debug-mood-suspect-letter = ?
debug-mood-search-letter = S
debug-mood-hunt-letter = H
debug-why = Why
debug-task-search = look for
debug-task-slot = hold a sector
debug-task-check = check a place
debug-task-ahead = cut off
debug-task-track = follow a trail
debug-task-search-letter = l
debug-task-slot-letter = o
debug-task-check-letter = c
debug-task-ahead-letter = a
debug-task-track-letter = t
debug-why-sight = saw
debug-why-hearing = heard
debug-why-touch = felt
debug-why-call = called
debug-why-story = story
debug-why-order = sent
debug-why-scent = smelt
debug-cause = { $seconds } s  { $why }: { $mood } × { $n }
