"""Lint says what is wrong, where, and what to do; and nothing about a good level."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from game.data.lint import as_json, lint, render
from game.data.lint_reach import FAR, steps_from
from game.data.lint_story import MOST_OPTIONS
from game.sim.story.choices import ANSWERS
from maps import CONCRETE, EXIT, FIRST, START, TILESETS, group, layer, room, save, thing, tmx

if TYPE_CHECKING:
    from pathlib import Path

import numpy as np

BOX = 'width="16" height="16"'
GROUND = layer("ground", [[CONCRETE] * 8 for _ in range(6)])
WALLS = layer("walls", room(8, 6))
SPLIT = [[0] * 8 for _ in range(6)]
for row in SPLIT:
    row[4] = FIRST["walls"] + 1
ROUTE = '<polyline points="0,0 16,0"/>'
LONG = '<polyline points="0,0 64,0"/>'
TEMPLATE_TAG = thing(9, "NameTag", 40, 40, text="a", person="b")
MISPAINTED = [[FIRST["decals"]] * 8 for _ in range(6)]


def test_a_good_room_has_no_findings(tmp_path: Path) -> None:
    assert render(lint(save(tmp_path, tmx()))) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (tmx(layers=GROUND + layer("wals", room(8, 6))), "W101 layer 'wals': tile layer name"),
        (tmx(layers=GROUND + layer("wals", room(8, 6))), "Did you mean 'walls'?"),
        (tmx(layers=GROUND + layer("walls", room(8, 6), 'offsetx="8"')), "E103 layer 'walls'"),
        (tmx(layers=WALLS + GROUND), "W109 layer 'ground': lies above 'walls'"),
        (tmx(layers=GROUND), "E106 map: has no tile layer 'walls'"),
        (tmx(layers=GROUND + WALLS + WALLS), "W107 layer 'walls': is the second"),
        (tmx(layers=GROUND + WALLS + layer("props", SPLIT)), "W110 layer 'props'"),
        (tmx(layers=layer("ground", MISPAINTED) + WALLS), "E111 layer 'ground': tile (0,0)"),
        (tmx(tail='<imagelayer name="sky"/>'), "W108 layer 'sky'"),
        (tmx(tail=group("thigns")), "W104 layer 'thigns'"),
        (tmx().replace('name="things">', 'name="things" visible="0">'), "W105 layer 'things'"),
        (tmx(things=EXIT + '<object id="7" x="40" y="40"/>'), "W202 layer 'things' object 7"),
        (tmx(things=EXIT + thing(7, "SpawnFeild", 40, 40)), "Did you mean 'SpawnField'?"),
        (tmx(things=EXIT + thing(7, "Door", 40, 40)), "E204 layer 'things' object 7 (Door)"),
        (tmx(things=EXIT + START.replace('"1"', '"7"')), "W205 layer 'things' object 7 (Start)"),
        (tmx(things=EXIT + thing(7, "Item", -40, 40)), "E207 layer 'things' object 7"),
        (tmx(things=thing(7, "Exit", 40, 40, size='width="0"')), "E208 layer 'things'"),
        (
            tmx(things=EXIT + thing(7, "Ledge", 40, 40, shape='<polyline points="0,0"/>')),
            "E209 layer 'things' object 7 (Ledge): has 1 points",
        ),
        (tmx(things=EXIT + thing(7, "Item", 40, 40, amuont=2)), "Did you mean 'amount'?"),
        (tmx(things=EXIT + thing(7, "Item", 40, 40, kind="medkti")), "Did you mean 'medkit'?"),
        (tmx(things=EXIT + thing(7, "Item", 40, 40, amount="2")), "E303 layer 'things' object 7"),
        (tmx(things=EXIT + thing(7, "Item", 40, 40, amount=True)), "amount is a bool"),
        (tmx(things=EXIT + thing(7, "Item", 40, 40, amount=1000)), "it must be 1..99"),
        (tmx(things=EXIT + thing(7, "Light", 40, 40, radius=80.0)), "must be 0.5..40 tile"),
        (tmx(spawns=START + thing(7, "Spawn", 40, 40, when="asleep")), "E305 layer 'spawns'"),
        (
            tmx(things=EXIT + thing(7, "Prop", 40, 40, size=BOX, model="buss")),
            "E307 layer 'things' object 7 (Prop): model 'buss' is not known. Did you mean 'bus'?",
        ),
        (tmx(spawns=START + thing(7, "Spawn", 40, 40, route=99)), "E401 layer 'spawns' object 7"),
        (tmx(spawns=START + thing(7, "Spawn", 40, 40, route=2)), "it wants a Route"),
        (tmx(things=""), "E403 map: has no Exit"),
        (tmx(things=thing(7, "Exit", 40, 40, size=BOX, to_map="no.tmx")), "E404 layer 'things'"),
        (
            tmx(spawns=START + thing(7, "SpawnField", 40, 40, size=BOX, count_min=9)),
            "E406 layer 'spawns' object 7 (SpawnField): count_min 9 is more than count_max 3",
        ),
        (tmx(spawns=START.replace('x="24"', 'x="4"')), "E408 layer 'spawns' object 1 (Start)"),
        (
            tmx(tail=group("routes", thing(7, "Route", 100, 40, shape=ROUTE))),
            "E409 layer 'routes' object 7 (Route): point 2 lies inside a wall at tile (7, 2)",
        ),
        (tmx(spawns=""), "E410 map: has no Start with slot 0"),
        (tmx(spawns=START + START.replace('"1"', '"7"')), "E411 layer 'spawns' object 7 (Start)"),
        (
            tmx(spawns=START + thing(7, "SpawnField", 0, 0, size=BOX)),
            "E412 layer 'spawns' object 7",
        ),
        (
            tmx(spawns=START + thing(7, "SpawnField", 16, 16, size=BOX)),
            "W413 layer 'spawns' object 7 (SpawnField): has 1 free tiles for up to 3",
        ),
        (tmx(things=EXIT + thing(7, "Gap", 16, 16, shape=LONG)), "is 4 tiles wide"),
        (
            tmx(tail=group("story", thing(7, "Choice", 40, 40, choice="a", options="x"))),
            "E415 layer 'story' object 7",
        ),
        (
            tmx(tail=group("story", thing(7, "Choice", 40, 40, choice="a", options="b,c,d,e"))),
            "needs two or three answers",
        ),
        (
            tmx(
                tail=group(
                    "story",
                    thing(7, "Choice", 40, 40, choice="a", options="b,c"),
                    thing(8, "Choice", 56, 40, choice="a", options="b,c"),
                )
            ),
            "E427 layer 'story' object 8 (Choice): is named 'a', as object 7 is. Set another choice",
        ),
        (
            tmx(
                spawns=START + thing(7, "Spawn", 40, 40, route=8),
                tail=group("notes", thing(8, "Route", 40, 40, shape=ROUTE)),
            ),
            "on layer 'notes', which is for authors alone. Move it to layer 'routes'",
        ),
        (tmx(tail=group("story", thing(7, "Trigger", 40, 40, size=BOX))), "E417 layer 'story'"),
        (tmx(things=EXIT + thing(7, "Item", 40, 40, kind="key")), "W418 layer 'things'"),
        (tmx(things=EXIT + thing(7, "Door", 40, 40, size=BOX, key="gym")), "named 'gym'"),
        (tmx(things=EXIT + thing(7, "Door", 40, 40, size=BOX, circuit="a")), "circuit 'a'"),
        (tmx(things=thing(7, "Exit", 40, 40, size=BOX, needs="event:no")), "W421 layer 'things'"),
        (tmx(things=EXIT + thing(7, "NameTag", 40, 40)), "W422 layer 'things' object 7"),
        (tmx(spawns=START + thing(7, "Spawn", 40, 40, when="tag:1")), "E424 layer 'spawns'"),
        (tmx(spawns=START + thing(7, "Spawn", 40, 40, when="choice:a=b")), "W425 layer 'spawns'"),
        (tmx(layers=GROUND + layer("walls", SPLIT)), "E501 layer 'things' object 2 (Exit)"),
        (
            tmx(
                layers=GROUND + layer("walls", SPLIT),
                things=thing(2, "Exit", 24, 40, size=BOX) + thing(7, "Item", 104, 40),
            ),
            "W501 layer 'things' object 7 (Item): cannot be walked to",
        ),
        ("<map", "E001 map: is not sound XML"),
    ],
)
def test_each_fault_is_named_with_what_to_do(tmp_path: Path, text: str, said: str) -> None:
    lines = render(lint(save(tmp_path, text)))
    assert any(said in line for line in lines), lines
    assert all("room.tmx" in line for line in lines)


def test_a_finding_has_the_line_of_its_object(tmp_path: Path) -> None:
    text = tmx(things=EXIT + "\n" + thing(7, "SpawnFeild", 40, 40).replace("Spawn", "Spawn", 1))
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "SpawnFeild" in row)
    (finding,) = lint(save(tmp_path, text))
    assert (finding.line, finding.object_id, finding.layer) == (line, 7, "things")
    assert str(finding).endswith(
        f"room.tmx:{line}: E203 layer 'things' object 7 (SpawnFeild): class is not known. "
        "Did you mean 'SpawnField'?"
    )


def test_script_events_make_an_unknown_one_an_error(tmp_path: Path) -> None:
    path = save(tmp_path, tmx(things=thing(7, "Exit", 40, 40, size=BOX, needs="event:opened")))
    assert [f.code for f in lint(path)] == ["W421"]
    assert [f.code for f in lint(path, events={"opend"})] == ["E421"]
    assert lint(path, events={"opened"}) == []


def test_events_of_triggers_are_known(tmp_path: Path) -> None:
    story = group("story", thing(8, "Trigger", 40, 40, size=BOX, event="opened"))
    text = tmx(things=thing(7, "Exit", 40, 40, size=BOX, needs="event:opened"), tail=story)
    assert lint(save(tmp_path, text), events=()) == []


def test_an_answer_nobody_can_give_is_an_error(tmp_path: Path) -> None:
    story = group("story", thing(8, "Choice", 40, 40, choice="who", options="spare,feed"))
    spawn = thing(7, "Spawn", 40, 40, when="choice:who=spaer")
    (finding,) = lint(save(tmp_path, tmx(spawns=START + spawn, tail=story)))
    assert (finding.code, finding.text[-20:]) == ("E426", "Did you mean 'spare'?"[-20:])


def test_checkpoints_lie_at_most_ninety_seconds_apart(tmp_path: Path) -> None:
    width = 400
    ground = [[CONCRETE] * width for _ in range(3)]
    painted = layer("ground", ground) + layer("walls", [[0] * width for _ in range(3)])
    way_out = thing(7, "Exit", 16 * 398, 16, size=BOX)
    tag = thing(8, "NameTag", 16 * 200, 24, text="a", person="b")
    far = tmx(width=width, height=3, layers=painted, things=way_out)
    (finding,) = lint(save(tmp_path, far))
    assert (finding.code, finding.object_id) == ("W502", 7)
    assert "is 124 s of walking" in finding.text
    assert lint(save(tmp_path, tmx(width=width, height=3, layers=painted, things=way_out + tag))) == []


def test_distance_goes_round_walls_and_cuts_open_corners() -> None:
    ground = np.ones((21, 21), dtype=bool)
    seed = np.zeros_like(ground)
    seed[10, 10] = True
    steps = steps_from(ground, seed)
    assert steps[10, 20] == 10
    assert abs(steps[20, 20] - 14.14) < 1
    ground[:, 12] = False
    assert steps_from(ground, seed)[10, 14] == FAR
    ground[0, 12] = True
    assert 18 <= steps_from(ground, seed)[10, 14] < FAR


def test_findings_are_told_as_json(tmp_path: Path) -> None:
    (row,) = json.loads(as_json(lint(save(tmp_path, tmx(things="")))))
    assert (row["code"], row["severity"], row["line"]) == ("E403", "error", 2)


def test_errors_come_first(tmp_path: Path) -> None:
    text = tmx(layers=WALLS + GROUND, things="")
    assert [f.severity for f in lint(save(tmp_path, text))] == ["error", "warning"]


def test_a_missing_tileset_is_one_finding(tmp_path: Path) -> None:
    text = tmx(tilesets=TILESETS.replace("decals.tsx", "lost.tsx"))
    (finding,) = lint(save(tmp_path, text))
    assert finding.code == "E001"
    assert finding.line > 0


def test_a_choice_has_as_many_answers_as_there_are_buttons_for_them() -> None:
    assert len(ANSWERS) == MOST_OPTIONS
