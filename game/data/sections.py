"""Every constant of bodies, senses and minds: its unit, its range, and what breaks outside.

The values are in ``assets/content/tuning.toml``; ``tuning`` reads them into these classes. Constants of
pacing, feel and difficulty are in ``pacing``.

Rules of this module:
- A section is a table of the TOML; a field is a key. Lengths are tiles, times seconds, angles degrees
  in the file and cosines here.
- What differs from one of the dead to another is in ``tables.py`` (bestiary, armoury).
"""

from __future__ import annotations

from dataclasses import dataclass

from game.data.content import Span, cosine, half_cosine, real, span, whole


@dataclass(frozen=True, kw_only=True)
class Player:
    """The body a person moves, whoever the hero is."""

    hp: float = real("HP", 20, 500, "below, one blow kills; above, mistakes cost nothing")
    rises_with: float = real(
        "share", 0.1, 1, "of hp one comes back with at least; below, a tag in tatters is a trap"
    )
    radius: float = real("tile", 0.2, 0.45, "above, doors of one tile are shut to it")
    sneak: float = real("tile/s", 0.5, 3, "below, nobody sneaks; above, sneaking is walking")
    walk: float = real("tile/s", 2, 4.5, "below a shambler's hunt, walking never gets away")
    sprint: float = real("tile/s", 3, 8, "above, a flanker never catches up")
    accel_s: float = real("s", 0.01, 0.5, "above, starting feels like ice")
    stop_s: float = real("s", 0.01, 0.5, "above, stopping feels like ice")
    stamina_s: float = real("s", 1, 20, "how long one sprints; below, a street is too wide")
    stamina_delay: float = real("s", 0, 5, "rest before breath returns; above, sprinting is a trap")
    stamina_full_s: float = real("s", 1, 30, "from nothing to full; above, one waits instead of playing")
    dodge_s: float = real("s", 0.1, 1, "above, a dodge cannot answer a blow's warning")
    dodge_tiles: float = real("tile", 0.5, 4, "dodge_tiles / dodge_s must stay under 15 tile/s")
    dodge_iframes_s: float = real("s", 0, 0.5, "above, dodging is not aimed")
    dodge_cooldown: float = real("s", 0, 3, "0 lets one roll through everything")
    dodge_stamina_s: float = real("s of sprinting", 0, 4, "breath a dodge costs")
    hurt_iframes_s: float = real("s", 0, 2, "0 lets a pack kill in a moment")
    buffer_s: float = real("s", 0, 0.3, "above, old presses act on their own")
    corner_nudge_px: float = real("px", 0, 8, "above, bodies drift along walls")
    stride: float = real("tile", 0.5, 3, "one step's noise a stride; below, steps are a hum")
    use_tiles: float = real("tile", 0.5, 3, "how far a hand reaches; above, through a thin wall's door")
    pick_tiles: float = real("tile", 0.3, 2, "what lies this near is taken")
    torch_noise: float = real("tile", 0, 5, "loudness of the switch")
    fov_cos: float = half_cosine("fov_deg", "how wide the hero sees")
    fov_tiles: float = real("tile", 8, 30, "more than the screen shows is wasted")
    near_tiles: float = real("tile", 0, 6, "seen behind the back too; 0 hides what breathes on one")
    light_cos: float = half_cosine("light_deg", "how wide the torch's beam is")
    light_tiles: float = real("tile", 4, 30, "how far the torch reaches")


@dataclass(frozen=True, kw_only=True)
class HeroTraits:
    """What differs between the heroes."""

    sneak: float = real("tile/s", 0.5, 3, "as player.sneak")
    walk: float = real("tile/s", 1.5, 4.5, "as player.walk")
    sprint: float = real("tile/s", 0, 8, "0 is a hero who cannot sprint")
    sense_tiles: float = real("tile", 0, 30, "0 is a hero without the sense")
    sense_hunger_s: float = real("hunger/s", 0, 20, "above, sensing starves one before it shows anything")


@dataclass(frozen=True, kw_only=True)
class Hunger:
    """Half a monster: hunger rises, and masks."""

    start: float = real("0..100", 0, 99, "at 100 a game would begin in frenzy")
    per_s: float = real("1/s", 0, 5, "above, waiting masks: nothing is decided")
    masked_per_s: float = real("1/s", 0, 20, "instead of per_s while masked; below .5 the mask is a gift")
    feed_corpse: float = real("hunger", -100, 0, "above 0 feeding would starve")
    feed_corpse_s: float = real("s", 0.2, 10, "below, feeding is free")
    feed_corpse_humanity: float = real("humanity", -50, 0, "the price")
    tag_humanity: float = real("humanity", 0, 20, "what a name gives back")
    masks_you_at: float = real("0..100", 1, 100, "from here the dead take the hero for one of them")
    frenzy_at: float = real("0..100", 1, 100, "must not lie below masks_you_at")
    frenzy_s: float = real("s", 0, 10, "above, control is gone too long")
    frenzy_humanity: float = real("humanity", -50, 0, "its price; above feed_corpse_humanity, nobody feeds")
    after_frenzy: float = real("0..100", 0, 99, "at masks_you_at or above, the mask would never end")


@dataclass(frozen=True, kw_only=True)
class Loudness:
    """How far things are heard in the open, and what muffles them."""

    sneak: float = real("tile", 0, 6, "must stay under walk")
    walk: float = real("tile", 1, 12, "above, walking wakes a room")
    sprint: float = real("tile", 2, 20, "must stay over walk")
    dodge: float = real("tile", 0, 20, "as sprint")
    door: float = real("tile", 0, 20, "a door opened with care")
    door_slam: float = real("tile", 0, 30, "must stay over door")
    door_bash: float = real("tile", 0, 30, "somebody breaks in")
    reload: float = real("tile", 0, 12, "a magazine")
    pickup: float = real("tile", 0, 8, "something taken")
    voice: float = real("tile", 0, 20, "a soldier's shout")
    radio: float = real("tile", 0, 20, "a radio carried")
    breaker: float = real("tile", 0, 20, "a circuit switched at a board")
    screech: float = real("tile", 5, 60, "below, a caller calls nobody")
    bell_s: float = real("s", 0.2, 5, "a sounding thing repeats its noise this often")
    radio_s: float = real("s", 0, 60, "a radio switched on is a lure so long")
    wall_mult: float = real("1", 0, 1, "share that passes one tile of wall; 1 makes walls air")
    closed_door_mult: float = real("1", 0, 1, "share that passes a closed door")


@dataclass(frozen=True, kw_only=True)
class Motion:
    """How bodies move, whoever they are."""

    turn: float = real("share a tick", 0.02, 1, "below, nobody faces what it fights; 1 turns at once")
    blow_pace: float = real("share", 0, 1, "of a person's pace while a blow is under way; 1 runs and hits")
    step_least: float = real("tile/s", 0, 2, "slower than this no step is heard; above, sneaking is silent")
    frenzy_tiles: float = real("tile", 1, 30, "how far a frenzied hero smells the living")


@dataclass(frozen=True, kw_only=True)
class Melee:
    """Blows of people."""

    back_mult: float = real("1", 1, 10, "below 1 a back would protect")
    shove: float = real("tile/s", 0, 14, "speed of a push of 1; a body must stay under 15 tile/s")
    shove_fade_s: float = real("s", 0.02, 1, "above, a blow throws across a street")
    lock_share: float = real("1", 0, 1, "share of a wind-up after which a blow no longer turns")
    back_cos: float = cosine("back_deg", "a blow along a back, within this of its heading, strikes it unseen")


@dataclass(frozen=True, kw_only=True)
class Shooting:
    """Weapons that shoot."""

    bloom_shot: float = real("1", 0, 1, "how far one shot opens the spread")
    bloom_close_s: float = real("s", 0.05, 5, "how long it takes to close again")
    bullet_tiles: float = real("tile", 5, 100, "bullets end here")
    throw_least: float = real(
        "tile", 0, 5, "nearer than this no bottle is thrown: it would strike one's feet"
    )
    medkit_hp: float = real("HP", 1, 500, "what a medkit gives")
    medkit_at_hp: float = real("HP", 0, 500, "at or below this a medkit is used: when found, else by hand")


@dataclass(frozen=True, kw_only=True)
class Detect:
    """How sight becomes certainty."""

    near_s: float = real("s", 0.35, 3, "below .35 s there is no warning (fairness)")
    far_s: float = real("s", 0.35, 6, "must not lie below near_s")
    dark_mult: float = real("1", 0, 1, "darkness; above 1 it would betray")
    flashlight_mult: float = real("1", 1, 4, "a torch carried")
    sneak_mult: float = real("1", 0, 1, "sneaking; above 1 it would betray")
    sprint_far: float = real("1", 1, 2, "who sprints is seen so much farther; below 1, running hides")
    suspicious_at: float = real("0..1", 0.05, 0.95, "share of certainty at which it turns round")
    forget_s: float = real("s", 0.5, 30, "from certainty to nothing when nothing is seen")
    investigate_s: float = real("s", 0, 30, "looks at a noise this long")
    search_s: float = real("s", 0, 60, "searches this long")
    lose_s: float = real("s", 0, 30, "hunts this long unseen; above, hiding does not work")
    edge_cos: float = half_cosine("edge_deg", "outside this the edge of sight begins: suspicion only")
    lit_at: float = real("0..1", 0.05, 1, "light from which one is fully seen; below, night is day")
    touch_tiles: float = real("tile", 0, 2, "so near one is felt; above, sleepers cannot be passed")
    search_at: float = real("0..1", 0.1, 0.99, "share of certainty at which it goes to look")
    noise_base: float = real("0..1", 0, 0.9, "certainty a faint noise gives; from suspicious_at on it turns")
    noise_per_tile: float = real("1/tile", 0, 0.5, "and more for each tile of loudness left at the ear")


@dataclass(frozen=True, kw_only=True)
class Hearing:
    """How noise becomes a reaction."""

    delay_s: float = real("s", 0, 2, "reaction to a noise at the ear")
    delay_per_tile_s: float = real("s/tile", 0, 0.5, "and more for each tile it came")
    mask_tiles: float = real("tile", 0, 20, "loudness that a masking noise swallows")


@dataclass(frozen=True, kw_only=True)
class Sleep:
    """Those who stand asleep."""

    wake_left: float = real("tile", 0, 20, "loudness left at the ear that wakes")
    wave_tiles: float = real("tile", 0, 8, "a waker wakes sleepers this near")
    wave_s: float = real("s", 0, 5, "how long that takes from one to the next")


@dataclass(frozen=True, kw_only=True)
class Horde:
    """What the dead share."""

    squad: Span = span("count", 1, 30, "how many make a pack")
    share_radius: float = real("tile", 0, 30, "how far a voice tells, walking")
    share_delay_s: float = real("s", 0, 5, "below .35 s an alarm gives no warning")
    relay_hops: int = whole("count", 0, 10, "above, one sighting wakes the map")
    wander_s: Span = span("s", 0.5, 60, "how long one of the idle dead stands or strolls")
    wander_tiles: float = real("tile", 0, 30, "how far it strolls from home")
    bash_dmg: float = real("HP", 0, 200, "what a blow takes from a door")


@dataclass(frozen=True, kw_only=True)
class Swarm:
    """How a crowd makes room."""

    spacing: float = real("1", 1, 3, "distance kept, in sums of radii; below, packs fuse")
    foe_spacing: float = real("1", 0.2, 1, "as spacing, for the living; above, they push blows out of reach")
    push: float = real("1/s", 0, 20, "how fast an overlap is undone; above, a crowd boils")
    gradient: float = real("tile/s", 0, 5, "drift away from tiles with more than one of the dead")
    most: float = real("tile/s", 0.5, 8, "fastest push; above, a crowd throws people about")
    tile_cap: int = whole("count", 1, 9, "no more step onto one tile")
    exact_tiles: float = real("tile", 0, 20, "so near a player, every pair of bodies is looked at")
    soldier_yield: float = real("1", 0, 1, "how far soldiers give way, the dead being 1")
    player_yield: float = real("1", 0, 1, "how far players and companions give way")


@dataclass(frozen=True, kw_only=True)
class Paths:
    """Ways through the map that many share."""

    reach_tiles: float = real("tile", 10, 200, "farther from its goal, nobody is led by a field")
    near_tiles: float = real("tile", 0, 6, "goals this near (walking) to a field's goal share it")
    straight_tiles: int = whole("tile", 1, 12, "so near and free of furniture, they walk straight")
    cells: int = whole("count", 50, 20000, "tiles that may be worked on, for each tick; above, ticks spike")
    door_cost: int = whole("tile", 1, 60, "a shut door counts as so many tiles of way round")


@dataclass(frozen=True, kw_only=True)
class Unison:
    """Breath: each of the dead has a phase, and neighbours couple (Kuramoto)."""

    rate_hz: float = real("Hz", 0.1, 5, "above, eyes flicker")
    rate_sd: float = real("share", 0, 0.5, "spread of natural rates, clipped at two deviations")
    coupling_per_s: float = real("1/s", 0, 10, "0 never breathes together; above 5 it jumps")
    sleep_coupling_per_s: float = real("1/s", 0, 10, "as coupling_per_s, for sleepers")
    cell_tiles: int = whole("tile", 2, 32, "neighbourhood; 3 locks locally but never globally")
    every: int = whole("tick", 1, 30, "phases couple once in so many ticks")
    hunt_coupling_per_s: float = real("1/s", 0, 10, "of the best organised hunters; below 1.5 few get there")
    near_tiles: float = real("tile", 1, 60, "hunters so near the foe count")
    near_most: int = whole("count", 1, 400, "so many near are organised as well as can be")
    sure_s: float = real("s", 0.1, 60, "so long a hunt is; below, order comes with the alarm")
    alone_share: float = real("share", 0, 1, "how well organised they are without a screamer")
    screamer_share: float = real("share", 0, 1, "what each screamer adds")
    lead_share: float = real("share", 0, 1, "how much of the pull is the caller's, the rest the neighbours'")
    caller_share: float = real("share", 0, 1, "how much a caller feels of the pull; 1 leads nobody")
    fewest: int = whole("count", 2, 100, "fewer never screech in unison; below 8 chance looks like it")
    order: float = real("1", 0, 1, "order of a unison; above .98 the spread of rates forbids it")
    order_s: float = real("s", 0, 10, "how long it must last before the caller begins")
    rest_s: float = real("s", 0, 60, "without coupling after it broke; below 6 no player can use it")
    again_s: float = real("s", 0, 120, "between two screeches of a group")
    surge_s: float = real("s", 0, 30, "how long they surge")
    surge_speed: float = real("1", 1, 2, "pace of those who surge; above, nobody outruns shamblers")


@dataclass(frozen=True, kw_only=True)
class Army:
    """Soldiers."""

    call_tiles: float = real("tile", 0, 60, "mates within this hear a call over the radio")
    keep_tiles: Span = span("tile", 1, 20, "distance they fight at")
    cover_s: float = real("s", 0.2, 20, "who is shot at keeps behind cover so long, the way there included")
    cover_tiles: float = real("tile", 0, 20, "how far they run for cover")
    search_s: float = real("s", 0, 60, "how long they search")
    squad_tiles: float = real("tile", 1, 30, "so near to one another they make a squad")
    squad_most: int = whole("count", 1, 12, "and so many at most")
    bound_s: float = real("s", 0.5, 10, "one half moves so long while the other shoots; then they change")
    near_miss_tiles: float = real("tile", 0, 4, "a shot past one so near keeps one's head down")
    pinned_s: float = real("s", 0, 10, "and so long")
    suppress_s: float = real("s", 0, 20, "they fire at where a foe was so long after losing sight of it")
    shaken_s: float = real("s", 0, 20, "a squad without its leader neither moves up nor calls so long")
    losing_share: float = real("share", 0, 1, "so few of them left, or so hurt, they fall back and call")
    retreat_s: float = real("s", 0, 30, "how long they fall back")
    help_tiles: float = real("tile", 0, 200, "a squad within this comes when another calls for help")


@dataclass(frozen=True, kw_only=True)
class Company:
    """Those who follow the player."""

    follow_tiles: Span = span("tile", 0.5, 10, "distance they keep; below, they stand in one's way")
    defend_tiles: float = real("tile", 0, 20, "they strike foes this near to them")
    leash_tiles: float = real("tile", 2, 40, "farther off they run")
    fire_cos: float = half_cosine("fire_deg", "they keep out of this much of where the player points")


@dataclass(frozen=True, kw_only=True)
class Orders:
    """What a leader asks of companions, and Nam-ra of the dead."""

    point_tiles: float = real("tile", 0.3, 5, "what stands so near to the point aimed at is meant")
    reach_tiles: float = real("tile", 2, 60, "farther off nobody is sent")
    twice_s: float = real("s", 0, 1, "two taps within this call everybody back")
    travel_s: float = real("s", 1, 120, "so long one tries to get where one is sent")
    strike_s: float = real("s", 1, 60, "so long one goes for a foe")
    lure_s: float = real("s", 0.5, 60, "so long one makes noise at the place")
    lure_every_s: float = real("s", 0.1, 10, "between two noises")
    lure_noise: float = real("tile", 1, 40, "how far each carries")
    cast_s: float = real("s", 0.1, 5, "held so long before the dead obey; a wound breaks it off")
    command_tiles: float = real("tile", 1, 30, "the dead within this can be bound")
    command_s: float = real("s", 1, 120, "how long they obey")
    command_most: int = whole("count", 0, 20, "how many obey at once")
    command_hunger: float = real("hunger", 0, 100, "what it costs; it is never paid into frenzy")
