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
from game.sim.act.deeds import deeds
from game.sim.act.leaps import glide, leap, run_up, stop_at_edges
from game.sim.act.legs import breathe, dodge
from game.sim.act.marking import mark
from game.sim.act.melee import bash, strike
from game.sim.act.motion import accelerate, move, tread
from game.sim.act.powers import sense, switch_torch
from game.sim.act.projectiles import fly
from game.sim.act.weapons import reload, shoot, throw
from game.sim.command.intents import ask_use, frenzy, swap, take_intents, wish
from game.sim.command.orders import give_orders
from game.sim.sense.detect import detect, feel
from game.sim.sense.hearing import hear
from game.sim.sense.scent import lay_scent
from game.sim.sense.sight import see
from game.sim.sense.space import count_crowd
from game.sim.sense.witness import witness
from game.sim.settle.damage import wound
from game.sim.settle.death import die
from game.sim.settle.doors import ask_doors, batter, swing
from game.sim.settle.falls import drop, fall
from game.sim.settle.hunger import feed, hunger, leave_remains
from game.sim.settle.mending import mend
from game.sim.settle.nerve import pin_down
from game.sim.settle.pickups import bandage, take
from game.sim.story.agenda import follow, happen, run_agenda, skip_words
from game.sim.story.arrivals import arrive, leave
from game.sim.story.choices import answer, put_choices
from game.sim.story.director import direct, refill
from game.sim.story.keeping import keep_place
from game.sim.story.lessons import learn
from game.sim.story.objectives import pursue
from game.sim.story.power import route_power
from game.sim.story.radio import sound_out, switch_radios
from game.sim.story.siege import besiege
from game.sim.story.tension import feel_tension, pace
from game.sim.story.triggers import count_deaths, hear_noises, press_use, stand_in, take_tags
from game.sim.story.waking import march, rouse
from game.sim.think.alarm import share_news
from game.sim.think.belief import believe
from game.sim.think.bonds import obey_leader
from game.sim.think.companions import companion_minds
from game.sim.think.counters import counter
from game.sim.think.crowd import separate
from game.sim.think.fields import route_fields
from game.sim.think.minds import dead_minds
from game.sim.think.muster import muster
from game.sim.think.parties import send_parties
from game.sim.think.rings import encircle
from game.sim.think.soldiers import soldier_minds
from game.sim.think.squads import form_squads
from game.sim.think.surge import surge
from game.sim.think.tracking import track
from game.sim.think.unison import beat

TICK = Schedule(
    {
        "command": (take_intents, wish, frenzy, swap, ask_use, give_orders),
        "sense": (count_crowd, hear, see, feel, detect, witness, lay_scent),
        "think": (
            route_fields,
            share_news,
            counter,
            encircle,
            believe,
            send_parties,
            track,
            dead_minds,
            obey_leader,
            form_squads,
            soldier_minds,
            companion_minds,
            beat,
            surge,
            muster,
            separate,
        ),
        "act": (
            switch_torch,
            sense,
            mark,
            deeds,
            strike,
            bash,
            shoot,
            reload,
            throw,
            fly,
            run_up,
            leap,
            breathe,
            dodge,
            accelerate,
            move,
            glide,
            stop_at_edges,
            tread,
        ),
        "settle": (
            batter,
            ask_doors,
            swing,
            fall,
            drop,
            wound,
            pin_down,
            take,
            bandage,
            mend,
            hunger,
            feed,
            leave_remains,
            die,
        ),
        "story": (
            skip_words,
            run_agenda,
            stand_in,
            press_use,
            route_power,
            hear_noises,
            count_deaths,
            take_tags,
            put_choices,
            answer,
            happen,
            follow,
            learn,
            pursue,
            switch_radios,
            sound_out,
            besiege,
            arrive,
            rouse,
            march,
            feel_tension,
            keep_place,
            pace,
            direct,
            refill,
            leave,
        ),
    }
)
