"""A picture is a level."""

from __future__ import annotations

import pytest

from game.data.area import Area
from game.data.sketch import sketch, spots
from game.data.things import Item, NameTag
from game.data.tiles import WALLS

YARD = """
    ##########
    #@.a..g.T#
    #..b..f.*#
    ##++#+#=##
    #,,~~...E#
    #.......E#
    ##########
"""


def test_walls_stand_where_they_are_drawn() -> None:
    level = sketch(YARD)
    assert (level.width, level.height) == (10, 7)
    assert level.solid[0].all()
    assert not level.solid[1, 1:6].any()
    names = tuple(WALLS)
    drawn = {names[level.walls[y, x]] for y, x in ((0, 0), (1, 6), (2, 6), (3, 7))}
    assert drawn == {"concrete", "glass", "fence", "low barricade"}


def test_glass_is_seen_through_and_a_fence_is_shot_through() -> None:
    level = sketch(YARD)
    assert level.opaque[0, 0]
    assert not level.opaque[1, 6]
    assert level.shield[1, 6]
    assert not level.shield[2, 6]
    assert level.climb[3, 7]


def test_neighbouring_plusses_are_one_door() -> None:
    first, second = sketch(YARD).doors
    assert first.area.box == (2.0, 3.0, 4.0, 4.0)
    assert second.area.box == (5.0, 3.0, 6.0, 4.0)
    assert not first.open
    assert not sketch(YARD).solid[3, 2:4].any()


def test_neighbouring_exits_are_one_exit() -> None:
    (way,) = sketch(YARD).exits
    assert way.area.box == (8.0, 4.0, 9.0, 6.0)


def test_start_tag_and_lamp_stand_in_the_middle_of_their_tile() -> None:
    level = sketch(YARD)
    places = [x.area.at for x in (*level.starts, *level.tags, *level.lights)]
    assert places == [(1.5, 1.5), (8.5, 1.5), (8.5, 2.5)]


def test_other_signs_are_floor_with_a_name() -> None:
    found = spots(YARD)
    assert found["a"] == [(3.5, 1.5)]
    assert found["b"] == [(3.5, 2.5)]
    assert not sketch(YARD).solid[1, 3]


def test_ash_is_quiet_and_holds_prints() -> None:
    level = sketch(YARD)
    assert level.hush[4, 1] == pytest.approx(0.6)
    assert level.ash[4, 1]
    assert not level.ash[4, 3]


def test_a_ragged_picture_is_closed_by_wall() -> None:
    level = sketch("..\n....")
    assert level.solid[0].tolist() == [False, False, True, True]


def test_a_legend_gives_signs_another_meaning() -> None:
    level = sketch(".sE", {"s": "shelf row", "E": "carpet"})
    assert level.opaque[0, 1]
    assert level.exits == ()
    assert level.ground[0, 2] == 18


def test_a_legend_names_real_tiles() -> None:
    with pytest.raises(ValueError, match="'lava'"):
        sketch(".l", {"l": "lava"})


def test_an_empty_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        sketch("\n  \n")


def test_more_things_are_placed_and_numbered() -> None:
    item = Item(area=Area.point(1.5, 0.5))
    tag = NameTag(id=1, area=Area.point(0.5, 0.5))
    level = sketch("...E", things=(item, tag))
    assert sorted(x.id for x in level.things) == [1, 2, 3]
    assert level.thing(1) is tag


def test_it_is_day_unless_asked_otherwise() -> None:
    assert (sketch("...").light == 1).all()
    assert sketch("...", ambient=0.25, hero="onjo").light.max() == 0.25
