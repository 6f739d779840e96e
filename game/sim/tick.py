"""The whole tick, in order. Read this file and ``components.py`` and you know the game.

command   intents become wishes
sense     what reaches whom
think     what each mind makes of it
act       bodies carry it out
settle    what came of it: wounds, doors, deaths, things taken
story     what that means
"""

from __future__ import annotations

from game.ecs.schedule import Schedule
from game.sim.act.legs import breathe, dodge
from game.sim.act.motion import accelerate, move, tread
from game.sim.command.intents import ask_use, frenzy, swap, take_intents, wish
from game.sim.sense.detect import detect, feel
from game.sim.sense.hearing import hear
from game.sim.sense.sight import see
from game.sim.sense.space import count_crowd
from game.sim.think.crowd import separate
from game.sim.think.fields import route_fields

TICK = Schedule(
    {
        "command": (take_intents, wish, frenzy, swap, ask_use),
        "sense": (count_crowd, hear, see, feel, detect),
        "think": (route_fields, separate),
        "act": (breathe, dodge, accelerate, move, tread),
        "settle": (),
        "story": (),
    }
)
