### The interface: menus, settings, keys, what the player reads while playing, errors.


## The game

game-title = After the Classroom
game-subtitle = They breathe together now.
game-note = An unofficial fan work.
game-version = Version { $version }

## Title and pause

ui-continue = Continue
ui-new-game = New game
ui-places = Places
ui-endings = Endings
ui-tags = Name tags
ui-settings = Settings
ui-quit = Quit
ui-pause = Paused
ui-resume = Resume
ui-restart = Back to the last tag
ui-since = { $minutes } min { $seconds } s ago
ui-best = Best
ui-to-title = To the title
ui-back = Back
ui-select = Select
ui-defaults = Defaults
ui-yes = Yes
ui-no = No
ui-on = On
ui-off = Off
ui-hold = Hold
ui-toggle = Toggle
ui-press-key = Press a key
ui-press-pad = Press a button
ui-new-game-sure = Start over? Your place is lost, your tags stay.
ui-begin-sure = Begin here? The place you would continue from is lost, your tags stay.
ui-to-title-sure = Leave? Everything since the last tag is lost.
ui-no-places = No maps found
ui-own-map = Your map
ui-not-reached = Not reached yet
ui-ending-tags = { $n } names. You have { $have }.
ui-ending-humanity = Humanity { $n } or more. You have { $have }.
ui-ending-less-humanity = Humanity below { $n }. You have { $have }.
ui-ending-other = Another answer at the tower
ui-loading = Loading

## Death and result

ui-begin-again = Begin again
ui-try-again = Try again
ui-skip-passage = Skip this passage
ui-skip-note = You go on where it ends. What lies on the way stays there.
ui-result = You got out
ui-result-time = Time
ui-result-deaths = Deaths
ui-result-kills = Kills
ui-result-shots = Shots
ui-learned = They have learned
ui-result-ending = Ending: { $name }
ui-result-onward = Onward to: { $place }
ui-time = { $minutes }:{ $seconds }
ui-of = { $n } of { $total }

## Name tags

ui-tags-found = { $n } of { $total } name tags
ui-tag-unknown = Somebody
ui-tag-not-found = Not found yet
ui-tag-taken = You carry { $name }.

## Settings

ui-tab-play = Play
ui-tab-picture = Picture
ui-tab-sound = Sound
ui-tab-keys = Keys
ui-tab-access = Access
ui-percent = { $n } %
ui-degrees = { $n }°
ui-assist-note = Assists lock nothing.
ui-settings-unsaved = Settings were not saved: { $reason }
ui-settings-damaged = The settings file was damaged. It was put aside; defaults are used.
ui-setting-difficulty = Difficulty
ui-setting-game-speed = Game speed
ui-setting-aim-assist = Aim assist
ui-setting-endless-stamina = Endless breath
ui-setting-resolve = Resolve: resist more with each death
ui-setting-noise-rings = Noise rings always
ui-setting-fullscreen = Fullscreen
ui-setting-scale = Window scale
ui-setting-vsync = Vertical sync
ui-setting-quality = Light quality
ui-setting-gamma = Brightness of the dark
ui-setting-shake = Shake
ui-setting-hit-stop = Hold the picture when a blow lands
ui-setting-flashes = Flashes
ui-setting-volume-master = Volume
ui-setting-volume-music = Music
ui-setting-volume-effects = Effects
ui-setting-volume-voices = Voices and radio
ui-setting-volume-world = Wind and world
ui-setting-mono = Mono sound
ui-setting-hold-sprint = Sprinting
ui-setting-hold-sneak = Sneaking
ui-setting-hold-sense = Sensing
ui-setting-dead-zone = Stick dead zone
ui-setting-rumble = Rumble
ui-setting-language = Language
ui-setting-captions = Captions
ui-setting-caption-size = Caption size
ui-setting-pause-on-leave = Pause when the window is left
ui-setting-debug = Show what the dead know
ui-option-difficulty-story = Story
ui-option-difficulty-survivor = Survivor
ui-option-difficulty-evolved = Evolved
ui-option-scale-0 = As fits
ui-option-scale-1 = 1×
ui-option-scale-2 = 2×
ui-option-scale-3 = 3×
ui-option-scale-4 = 4×
ui-option-quality-low = Low
ui-option-quality-medium = Medium
ui-option-quality-high = High
ui-option-language-auto = As the system
ui-option-language-en = English
ui-option-language-ko = 한국어

## Keys

ui-action-up = Up
ui-action-down = Down
ui-action-left = Left
ui-action-right = Right
ui-action-sprint = Sprint
ui-action-sneak = Sneak
ui-action-attack = Strike or shoot
ui-action-throw = Throw
ui-action-dodge = Dodge
ui-action-use = Use
ui-action-reload = Reload
ui-action-torch = Torch
ui-action-sense = Sense
ui-action-swap = Next weapon
ui-action-order = Order
ui-action-choice-1 = First answer
ui-action-choice-2 = Second answer
ui-action-choice-3 = Third answer
ui-action-skip = Skip words
ui-action-pause = Pause
ui-action-debug = Show what the dead know
ui-action-move = Move
ui-action-aim = Aim

## While playing

hud-hunger = Hunger
hud-humanity = Humanity
hud-momentum = Momentum
hud-stillness = Stillness
hud-masked = They take you for one of them
hud-frenzy = FRENZY
hud-distance = { $n } m
hud-optional = if you can
hud-new-objective = { $text }
hud-screech = IT IS CALLING
hud-screech-tip = Stop it before it finishes
hud-learned = They have learned: { $lesson }
hud-forgotten = They have forgotten: { $lesson }
hud-remembered = They remember this street
hud-lesson-gun = GUNS
hud-lesson-gun-tip = Put the gun away. Bait them, strike, stay silent.
hud-lesson-light = LIGHT
hud-lesson-light-tip = Go dark. They come at your unlit side.
hud-lesson-hide = HIDING
hud-lesson-hide-tip = Keep moving. They look where you hid.
hud-lesson-throw = DECOYS
hud-lesson-throw-tip = Throw twice. They watch where it came from.
hud-lesson-route = ROUTE
hud-lesson-route-tip = Go another way. They wait on yours.
hud-lesson-run = RUNNING
hud-lesson-run-tip = Stop or double back. They run ahead of you.
hud-saved = The tag remembers this place
hud-low-ammo = Reload
hud-empty = Empty
hud-use-door = Open
hud-use-door-shut = Close
hud-use-locked = Locked
hud-use-tag = Take the tag
hud-use-radio = Switch on
hud-use-radio-off = Switch off
hud-use-power = Route power here
hud-use-switch = Switch
hud-use-feed = Feed (hold)
hud-use-medkit = Bandage
hud-use-talk = Speak
goods-ammo = { $n } rounds
goods-bottle = A bottle
goods-medkit = A first-aid kit
goods-key = A key
goods-battery = A battery
goods-pistol = A pistol
goods-pipe = A steel pipe
weapon-hands = Hands
weapon-pipe = Steel pipe
weapon-pistol = Pistol
weapon-shotgun = Shotgun
weapon-rifle = Rifle
weapon-bottle = Bottle

## When something is wrong

error-save-damaged = The save was damaged. It was put aside; the backup is used.
error-save-lost = The save and its backup are damaged. Both were put aside.
error-save-newer = The save is from a newer version. It was left as it is.
error-save-failed = Not saved: { $reason }
error-no-display = No display found. The built-in player plays 60 s instead.
error-no-sound = No sound device. Captions tell everything.
error-pad-gone = The gamepad is gone.
error-crash = Something broke. The log is in { $path }
